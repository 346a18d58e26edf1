/**
 * The shifted beta-geometric: every customer leaves with a constant probability of its own, and those probabilities differ between
 * customers as a beta distribution. Both positive; mean churn in the first period is alpha / (alpha + beta).
 */
export interface SbgParameters {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Expected survival curve of a cohort under the shifted beta-geometric: S(t) = S(t−1)·(β+t−1)/(α+β+t−1).
 *
 * Convention: discrete periods, everybody alive at t = 0, first losses by t = 1.
 *
 * @param periods whole number of periods.
 * @returns shares alive at t = 0 … `periods`, so one element more than `periods`; never increasing.
 * @see Fader & Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1).
 * @example sbgSurvival({ alpha: 0.668, beta: 3.806 }, 3) // [1, 0.8507, 0.7469, 0.6698]
 */
export function sbgSurvival(parameters: SbgParameters, periods: number): number[] {
  const survival = [1];
  for (let t = 1, alive = 1; t <= periods; t++) {
    alive *= sbgRetention(parameters, t);
    survival.push(alive);
  }
  return survival;
}

/**
 * Expected retention rate of a cohort from period t−1 to t: (β+t−1)/(α+β+t−1).
 *
 * It rises with t though no customer changes: those likely to leave have left.
 *
 * @param period t, 1 or more.
 * @returns ratio 0–1. Throws for parameters that are not positive (one of them may be 0) and for periods before the first.
 * @see Fader & Hardie (2007), eq. 8.
 * @example sbgRetention({ alpha: 0.668, beta: 3.806 }, 12) // 0.956831
 */
export function sbgRetention({ alpha, beta }: SbgParameters, period: number): number {
  if (!(alpha >= 0 && beta >= 0 && alpha + beta > 0)) throw new RangeError(`not positive: ${alpha}, ${beta}`);
  if (!(period >= 1)) throw new RangeError(`period before the first: ${period}`);
  return (beta + period - 1) / (alpha + beta + period - 1);
}

/**
 * Discounted expected lifetime of a **new** customer: Σ S(t)/(1+d)^t from t = 0. Times the margin it is the lifetime value.
 *
 * Convention: the period that begins at acquisition counts in full and undiscounted (`immediate`).
 *
 * @param discountRate ratio per period.
 * @returns periods, at least 1; `null` where the sum diverges: without discounting when α ≤ 1, and at negative rates.
 * @see Fader & Hardie (2010), Customer-base valuation in a contractual setting, Marketing Science 29(1).
 * @example sbgLifetime({ alpha: 0.668, beta: 3.806 }, 0.1) // 5.922596
 */
export function sbgLifetime(parameters: SbgParameters, discountRate: number): number | null {
  const residual = sbgResidualLifetime(parameters, discountRate, 1);
  return residual === null ? null : 1 + residual / (1 + discountRate);
}

/**
 * Discounted expected residual lifetime of an **existing** customer: of one active in period n, just before it decides on renewal.
 *
 * Convention: Σ S(t)/S(n−1)/(1+d)^(t−n) from t = n; the first renewal is undiscounted. It grows with n: staying is evidence of loyalty,
 * which one average churn rate misses.
 *
 * @param discountRate ratio per period.
 * @param period n, the period the customer is in, 1 or more.
 * @returns periods; `null` where the sum diverges: without discounting when α ≤ 1, and at negative rates.
 * @see Fader & Hardie (2010), eq. 6.
 * @example sbgResidualLifetime({ alpha: 0.668, beta: 3.806 }, 0.1, 4) // 6.620280
 */
export function sbgResidualLifetime(parameters: SbgParameters, discountRate: number, period: number): number | null {
  const renewal = sbgRetention(parameters, period);
  if (renewal === 0) return 0;
  const { alpha, beta } = parameters;
  const factor = 1 / (1 + discountRate);
  if (!(factor > 0 && factor <= 1)) return null;
  if (factor === 1) return alpha > 1 ? (beta + period - 1) / (alpha - 1) : null;
  return renewal * discountedSurvival({ alpha, beta: beta + period }, factor);
}

/**
 * Σ S(t)·zᵗ = ₂F₁(1, β; α+β; z), by Gauss's continued fraction.
 *
 * Term by term the sum needs millions of terms at small rates, where S(t) falls only as a power of t; the fraction needs about their
 * square root. Its convergents rise towards the sum, and doubling their length squares the error, so two that agree are right.
 */
function discountedSurvival(parameters: SbgParameters, factor: number): number {
  let sum = 1;
  for (let length = 16; length <= 2 ** 22; length *= 2) {
    const longer = convergent(parameters, factor, length);
    if (longer - sum <= 1e-12 * longer) return longer;
    sum = longer;
  }
  return sum;
}

function convergent({ alpha, beta }: SbgParameters, factor: number, length: number): number {
  const total = alpha + beta;
  let fraction = 1;
  for (let m = length; m >= 1; m--) {
    const even = (m * (alpha + m - 1)) / ((total + 2 * m - 2) * (total + 2 * m - 1));
    const odd = ((beta + m) * (total + m - 1)) / ((total + 2 * m - 1) * (total + 2 * m));
    fraction = 1 - (even * factor) / (1 - (odd * factor) / fraction);
  }
  return 1 / (1 - ((beta / total) * factor) / fraction);
}
