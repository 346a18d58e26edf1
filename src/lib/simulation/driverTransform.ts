import type { DriverKey } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { log } from '$lib/uncertainty/elementary';
import { normalCdf } from '$lib/uncertainty/normalCdf';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';
import type { Range } from '$lib/uncertainty/range';
import { toSampler, type QuantileTable } from '$lib/uncertainty/sampler';
import type { Kernel } from './kernel/kernel';
import { blockTrials, tableNodes } from './kernel/layout';

/** How a driver's draws become its values, in the kernel. */
export interface DriverTransform {
  /** What it takes: standard normal scores, or uniforms. */
  readonly from: 'score' | 'uniform';
  /** To be written where `apply` is told it stands. */
  readonly table: QuantileTable | null;
  readonly apply: (kernel: Kernel, from: number, out: number, table: number) => void;
}

/** z of the upper end, as `toDistribution` has it. */
const endScore = { p5p95: 1.6448536269514722, p10p90: 1.2815515655446004, minmax: 0 } as const;

/** The same distribution as `toSampler` gives a range, by the kernel's passes where it has one. */
export function driverTransform(key: DriverKey, range: Range): DriverTransform {
  const { shape, ends, low, high, mode = low + (high - low) / 2 } = range;
  const limits = rangeLimits(key, range);
  const { distribution, table = null } = toSampler(range, limits);
  const { quantile, cut = false } = distribution;
  // So thin that doubles cannot tell its ends apart: no density, and nothing to draw.
  if (table && !(table.values.every(Number.isFinite) && table.slopes.every(Number.isFinite)))
    return withoutTable('score', (kernel, from, out) => kernel.clampedLane(from, out, low, 0, low, high));
  if (table) return { from: 'score', table, apply: (kernel, from, out, at) => kernel.tableLane(from, out, at) };
  if (!cut && low < high && shape === 'lognormal') {
    const [logLow, logHigh] = [log(low), log(high)];
    const mean = (logLow + logHigh) / 2;
    const deviation = (logHigh - logLow) / (2 * endScore[ends]);
    return withoutTable('score', (kernel, from, out) => kernel.exponentialLane(from, out, mean, deviation));
  }
  if (!cut && low < high && shape === 'uniform')
    return withoutTable('uniform', (kernel, from, out) => kernel.uniformLane(from, out, low, high));
  if (!cut && low < high && shape === 'triangular')
    return withoutTable('uniform', (kernel, from, out) => kernel.triangularLane(from, out, low, mode, high));
  if (low < high && shape === 'normal') {
    const mean = low + (high - low) / 2;
    const deviation = (high - low) / (2 * endScore[ends]);
    const [min, max] = limits;
    const expected = Math.min(Math.max(mean + deviation * normalQuantile(0.3), min), max);
    if (quantile(0.3) === expected && distribution.variance === deviation * deviation)
      return withoutTable('score', (kernel, from, out) => kernel.clampedLane(from, out, mean, deviation, min, max));
  }
  return withoutTable('uniform', (kernel, from, out) => {
    const values = new Float64Array(kernel.buffer(), 0);
    for (let i = 0; i < blockTrials; i++) values[out / 8 + i] = quantile(values[from / 8 + i]!);
  });
}

function withoutTable(from: DriverTransform['from'], apply: DriverTransform['apply']): DriverTransform {
  return { from, table: null, apply };
}

/** Value and slope of each node, as `tableLane` reads them. */
export function writeTable(kernel: Kernel, { values, slopes }: QuantileTable, at: number): void {
  const out = new Float64Array(kernel.buffer(), at, 2 * tableNodes);
  for (let node = 0; node < tableNodes; node++) {
    out[2 * node] = values[node]!;
    out[2 * node + 1] = slopes[node]!;
  }
}

/** Uniforms of normal scores, in place; as far from 0 and 1 as those of 32 bits keep. */
export function toUniforms(scores: Float64Array): void {
  const least = 1.1641532182693481e-10;
  for (let i = 0; i < scores.length; i++) scores[i] = Math.min(Math.max(normalCdf(scores[i]!), least), 1 - least);
}
