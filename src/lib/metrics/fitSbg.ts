import { bisect } from 'simple-statistics';
import type { SbgParameters } from './survivalSbg';

export interface SbgFit extends SbgParameters {
  /** Natural logarithm of the likelihood at the fit, for as many customers as given. */
  readonly logLikelihood: number;
}

/**
 * Fits the shifted beta-geometric to an observed survival curve by maximum likelihood.
 *
 * Convention: a customer lost between t−1 and t counts P(T = t), one still there at the end S(T); counts need not be whole. With mean
 * churn μ = α/(α+β) and spread θ = 1/(α+β), churn in period t is μ/(1 + (t−1)θ): for a given θ the likelihood is concave in μ, so the
 * two are found one inside the other, without a starting guess.
 *
 * @param survival shares (or counts) alive at t = 0, 1, 2 …; the first is everybody.
 * @param customers size of the cohort at t = 0; it scales the likelihood, not the estimate.
 * @returns α, β and the log-likelihood; `null` when no finite pair is the most likely: fewer than two periods, a curve that rises or
 *   never falls, churn that does not slow down (constant churn then fits as well) or that stops after the first period.
 * @see Fader & Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1), appendix B.
 * @example fitSbg([1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491], 1000) // { alpha: 0.668, beta: 3.806 }
 */
export function fitSbg(survival: readonly number[], customers: number): SbgFit | null {
  const periods = toPeriods(survival, customers);
  if (periods === null) return null;

  const slope = (logSpread: number) => spreadScore(periods, Math.exp(logSpread));
  const [least, most] = [Math.log(1e-6), Math.log(1e6)];
  if (!(slope(least) > 0 && slope(most) < 0)) return null;
  const spread = Math.exp(bisect(slope, least, most, 200, 1e-14));
  const churn = meanChurn(periods, spread);
  return { alpha: churn / spread, beta: (1 - churn) / spread, logLikelihood: logLikelihood(periods, churn, spread) };
}

/** Customers lost in the t-th period and still there after it; t counts from 0 here. */
interface Period {
  readonly lost: number;
  readonly kept: number;
}

function toPeriods(survival: readonly number[], customers: number): Period[] | null {
  const everybody = survival[0] ?? 0;
  const alive = survival.map((share) => (customers * share) / everybody);
  const periods = alive.slice(1).map((kept, t) => ({ lost: (alive[t] ?? 0) - kept, kept }));
  const [first] = periods;
  if (first === undefined || periods.length < 2 || !(customers > 0)) return null;
  // Written so that a NaN, from an empty cohort, fails too.
  const valid = periods.every(({ lost, kept }) => lost >= 0 && kept >= 0);
  const anyLost = periods.some(({ lost }) => lost > 0);
  return valid && anyLost && first.kept > 0 ? periods : null;
}

/** The most likely mean churn μ at a given spread: the only zero of a falling score. */
function meanChurn(periods: readonly Period[], spread: number): number {
  const score = (churn: number) =>
    periods.reduce((sum, { lost, kept }, t) => {
      const slowing = 1 + t * spread;
      return sum + lost / churn - kept / (slowing - churn);
    }, 0);
  return bisect(score, Number.EPSILON, 1 - Number.EPSILON, 200, Number.EPSILON);
}

/** How the likelihood, at the best mean churn, changes with the spread θ. */
function spreadScore(periods: readonly Period[], spread: number): number {
  const churn = meanChurn(periods, spread);
  return periods.reduce((sum, { lost, kept }, t) => {
    const slowing = 1 + t * spread;
    return sum + (t / slowing) * ((kept * churn) / (slowing - churn) - lost);
  }, 0);
}

function logLikelihood(periods: readonly Period[], churn: number, spread: number): number {
  return periods.reduce((sum, { lost, kept }, t) => {
    const hazard = churn / (1 + t * spread);
    return sum + lost * Math.log(hazard) + kept * Math.log1p(-hazard);
  }, 0);
}
