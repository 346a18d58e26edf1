import { replicates, type ReplicateSpread, type SummarisedOutput, type SimulationResult } from './result';
import { quantile } from './sortedSample';

/** Standard errors of an output's figures, in its unit; `null` where the figure itself is, or lies next to "never", or no errors were asked for. */
export interface MonteCarloError {
  readonly mean: number | null;
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/**
 * The Monte-Carlo error of an output's mean and percentiles: how far they would move with another seed (one standard
 * error), from the spread of the 16 independent groups of trials. Never s/√n, which is far too large for scrambled Sobol'
 * points. A percentile's error is that of the share below it, carried over by the sample's own quantiles.
 *
 * Source: Owen (1997) for scrambled nets; L'Ecuyer & Lemieux (2002) for the groups.
 * @example monteCarloError(result, 'npv').p50 // ± in euros
 */
export function monteCarloError(result: SimulationResult, output: SummarisedOutput): MonteCarloError {
  return {
    mean: result.replicates && meanError(result.replicates[output]),
    p5: quantileError(result, output, 0.05),
    p50: quantileError(result, output, 0.5),
    p95: quantileError(result, output, 0.95),
  };
}

/**
 * The Monte-Carlo error of P(X ≤ x), a share: one standard error, 0–1; `null` where no errors were asked for.
 *
 * @example shareError(result, 'payback', 6)
 */
export function shareError(result: SimulationResult, output: SummarisedOutput, x: number): number | null {
  return result.replicates && standardError(sharesAtMost(result.replicates[output], x));
}

/** The error of a percentile; see `monteCarloError`. */
function quantileError(result: SimulationResult, output: SummarisedOutput, probability: number): number | null {
  // Asked for in every frame of a drag, which has none.
  if (!result.replicates) return null;
  const sample = result.outputs[output];
  const at = quantile(sample, probability);
  if (at === null) return null;
  const error = shareError(result, output, at);
  if (error === null) return null;
  const low = quantile(sample, Math.max(0, probability - error));
  const high = quantile(sample, Math.min(1, probability + error));
  return low === null || high === null ? null : (high - low) / 2;
}

function meanError({ means }: ReplicateSpread): number | null {
  return means.some(Number.isNaN) ? null : standardError(means);
}

/** Share of each group's trials that are at most `x`; linear inside a bin. */
function sharesAtMost({ start, width, counts }: ReplicateSpread, x: number): Float64Array {
  const bins = counts.length / replicates - 1;
  const place = width > 0 ? (x - start) / width : x < start ? 0 : bins;
  const whole = Math.min(bins, Math.max(0, Math.floor(place)));
  return Float64Array.from({ length: replicates }, (_, replicate) => {
    const group = counts.subarray(replicate * (bins + 1), (replicate + 1) * (bins + 1));
    let below = 0;
    for (let bin = 0; bin < whole; bin++) below += group[bin]!;
    let all = below;
    for (let bin = whole; bin <= bins; bin++) all += group[bin]!;
    if (place > whole && whole < bins) below += (place - whole) * group[whole]!;
    return below / all;
  });
}

/** Of the mean of independent estimates; exactly 0 when they are all alike. */
function standardError(estimates: Float64Array): number {
  const [origin = 0] = estimates;
  let sum = 0;
  for (const estimate of estimates) sum += estimate - origin;
  const mean = sum / estimates.length;
  let squares = 0;
  for (const estimate of estimates) squares += (estimate - origin - mean) * (estimate - origin - mean);
  return Math.sqrt(squares / (estimates.length - 1) / estimates.length);
}

/** Standard error of a share from the trials each group counts, all groups alike in size. */
export function errorOfCounts(counts: Uint32Array, trials: number): number {
  return standardError(Float64Array.from(counts, (count) => (count * counts.length) / trials));
}

/** Whether P5, P50 and P95 are known to within `share` of the P5–P95 range; where an end is "never" there is none to measure by. */
export function isAccurate(result: SimulationResult, output: SummarisedOutput, share = 0.01): boolean {
  const sample = result.outputs[output];
  const low = quantile(sample, 0.05);
  const high = quantile(sample, 0.95);
  if (low === null || high === null) return true;
  const { p5, p50, p95 } = monteCarloError(result, output);
  return [p5, p50, p95].every((error) => error !== null && error <= share * (high - low));
}
