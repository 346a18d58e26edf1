import { toCopula } from './copula';
import { driverKeys, driverTable } from '$lib/scenario/drivers';
import type { Kernel } from './kernel/kernel';
import { blockTrials } from './kernel/layout';
import { rankCorrelation } from './rankCorrelation';
import type { Estimate } from './replicateInterval';
import type { SimulationRequest } from './result';
import { evaluateSaltelli, type Matrix } from './saltelli';
import type { FactorKey } from './scenarioFactors';
import { createScenarioPlan, type SharedOutput } from './scenarioPlan';
import { toSobolIndices } from './sobolIndices';

/** Base points: intervals of a percent or two, in a fraction of a second. */
export const shareTrials = 16_384;

interface About {
  readonly output: SharedOutput;
  readonly seed: number;
  readonly horizonMonths: number;
  /** Whether the monthly shocks take part. */
  readonly shaken: boolean;
  /** Evaluations of the model. */
  readonly evaluations: number;
  /** Whether some trials had to be counted as ending at the horizon, because they never pay back. */
  readonly censored: boolean;
}

/** What the uncertainty of an output comes from; plain data, posted from workers. */
export type VarianceShares =
  | (About & {
      readonly kind: 'shares';
      /** Largest total share first. */
      readonly rows: readonly { readonly factor: FactorKey; readonly first: Estimate; readonly total: Estimate }[];
    })
  /** Some drivers are correlated: their shares overlap, so no sum of them means anything. */
  | (About & {
      readonly kind: 'correlations';
      /** Strongest first. The shocks have no row: they are many numbers. */
      readonly rows: readonly { readonly factor: FactorKey; readonly rank: Estimate }[];
    })
  /** Nothing is uncertain; the output is the same in every trial; the output has no value in some. */
  | (About & { readonly kind: 'certain' | 'constant' | 'undefined' });

/**
 * Divides the variance of an output over the drivers with ranges, success and the monthly shocks as one group; with
 * drivers that are correlated or draw the same gives rank correlations instead (model.md 8). Yields between blocks; abandoning it abandons the run.
 * The same request gives the same bytes.
 *
 * @param kernel whose memory nobody else uses
 * @param trials base points; the model is evaluated for each and every factor once more
 */
export function* varianceShares(
  request: SimulationRequest,
  output: SharedOutput,
  kernel: Kernel,
  trials = shareTrials,
): Generator<void, VarianceShares, void> {
  const plan = createScenarioPlan(request, output, kernel);
  const { seed, drivers } = request;
  const { horizonMonths } = drivers;
  const about = { output, seed, horizonMonths, shaken: plan.keys.includes('shocks'), evaluations: 0, censored: false };
  if (plan.factors === 0) return { ...about, kind: 'certain' };
  const isCensored = (values: Float64Array) => output === 'payback' && values.includes(horizonMonths);

  if (toCopula(request) || drawsTogether(request)) {
    const columns = plan.keys.map(() => new Float64Array(trials));
    const values = new Float64Array(trials);
    const draws = plan.keys.map((): Matrix => 'a');
    for (let start = 0; start < trials; start += blockTrials) {
      if (start > 0) yield;
      plan.keys.forEach((_, factor) => {
        plan.draw(factor, 'a', start / blockTrials);
        const drawn = plan.values(factor, 'a');
        if (drawn) columns[factor]!.set(drawn, start);
      });
      plan.model(draws, values.subarray(start, start + blockTrials));
    }
    const done = { ...about, evaluations: trials, censored: isCensored(values) };
    if (!values.every(Number.isFinite)) return { ...done, kind: 'undefined' };
    if (isConstant(values)) return { ...done, kind: 'constant' };
    const rows = plan.keys.flatMap((factor, column) => {
      const rank = factor === 'shocks' ? null : rankCorrelation(columns[column]!, values);
      return rank ? [{ factor, rank }] : [];
    });
    if (rows.length === 0) return { ...done, kind: 'constant' };
    rows.sort((a, b) => Math.abs(b.rank.value) - Math.abs(a.rank.value));
    return { ...done, kind: 'correlations', rows };
  }

  const outputs = yield* evaluateSaltelli(plan, trials);
  const { first, total, variance } = toSobolIndices(outputs);
  const done = { ...about, evaluations: trials * (plan.factors + 2), censored: isCensored(outputs.a) };
  if (variance === 0) return { ...done, kind: 'constant' };
  const rows = plan.keys.flatMap((factor, i) => {
    const [alone, withOthers] = [first[i], total[i]];
    return alone && withOthers ? [{ factor, first: alone, total: withOthers }] : [];
  });
  if (rows.length < plan.factors) return { ...done, kind: 'undefined' };
  rows.sort((a, b) => b.total.value - a.total.value);
  return { ...done, kind: 'shares', rows };
}

/** Whether two drivers take over the draws of one value, or one those of the other. */
function drawsTogether({ ranges, dimensions = {} }: SimulationRequest): boolean {
  const drawn = driverKeys.filter((key) => ranges[key]).map((key) => dimensions[key] ?? driverTable[key].dimension);
  return new Set(drawn).size < drawn.length;
}

/** The same in every trial but for rounding: what drivers that draw the same do to a result may cancel out. */
function isConstant(values: Float64Array): boolean {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));
}
