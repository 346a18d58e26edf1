import type { Distribution, SmoothDistribution } from './distribution';
import { normalCdf, normalDensity } from './normalCdf';
import { normalQuantile } from './normalQuantile';
import type { Range } from './range';
import { toDistribution } from './toDistribution';

/** A quantile tabulated against z = Φ⁻¹(u) at 1025 nodes from −6.4 to 6.4, for cubic Hermite pieces. */
export interface QuantileTable {
  readonly values: Float64Array;
  /** dx/dz at the nodes, times their distance; no steeper than keeps the pieces monotone. */
  readonly slopes: Float64Array;
}

/** Turns uniforms into draws of one driver, always by the inverse of its cdf (never by rejection). */
export interface Sampler {
  readonly distribution: Distribution;
  /** out[i] = quantile(uniforms[i]); uniforms strictly inside (0, 1). The two arrays may be the same. */
  readonly fill: (uniforms: Float64Array, out: Float64Array) => void;
  /** Where the quantile has no closed form. */
  readonly table?: QuantileTable;
}

/** The table reaches z = ±6.4: a uniform of 2^−33, the least a 32-bit draw gives, is at −6.34. */
const REACH = 6.4;
const INTERVALS = 1024;
const STEP = (2 * REACH) / INTERVALS;
/** Tables kept: more than the drivers of a notebook, so that a slider rebuilds only its own. */
const KEPT = 64;
const kept = new Map<string, Sampler>();

/**
 * A sampler of the distribution a range means. Closed forms are exact. PERT and truncated normals, whose quantiles take
 * an iteration, go through a table of x against z = Φ⁻¹(u) (smooth to the very ends, as x against u is not): cubic
 * Hermite pieces, monotone, within 1e-7 of the range's width. The same range gets the same sampler again.
 *
 * @param range as `toDistribution` takes it
 * @param limits the driver's hard limits, as there
 *
 * @example
 * const out = new Float64Array(1);
 * toSampler({ shape: 'uniform', ends: 'minmax', low: 2, high: 8 }).fill(Float64Array.of(0.25), out); // out[0] = 3.5
 */
export function toSampler(range: Range, limits?: readonly [min: number, max: number]): Sampler {
  const { shape, ends, low, high, mode } = range;
  const key = [shape, ends, low, high, mode, limits].join();
  const known = kept.get(key);
  if (known) return known;
  const distribution = toDistribution(range, limits);
  const table = 'density' in distribution ? tabulate(distribution) : null;
  const sampler = table
    ? { distribution, table, fill: byTable(distribution, table) }
    : { distribution, fill: byFormula(distribution) };
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, sampler);
  return sampler;
}

function byFormula({ quantile }: Distribution): Sampler['fill'] {
  return (uniforms, out) => {
    for (let i = 0; i < out.length; i++) out[i] = quantile(uniforms[i]!);
  };
}

function tabulate(distribution: SmoothDistribution): QuantileTable {
  const values = new Float64Array(INTERVALS + 1);
  const slopes = new Float64Array(INTERVALS + 1);
  for (let i = 0; i <= INTERVALS; i++) {
    const z = i * STEP - REACH;
    const x = distribution.quantile(normalCdf(z));
    values[i] = x;
    slopes[i] = (STEP * normalDensity(z)) / distribution.density(x);
  }
  // No steeper than three times either chord (Fritsch & Carlson 1980): that keeps the pieces monotone, and the slopes
  // finite where a range is so thin that its ends round together.
  for (let i = 0; i <= INTERVALS; i++) {
    const before = i > 0 ? values[i]! - values[i - 1]! : Infinity;
    const after = i < INTERVALS ? values[i + 1]! - values[i]! : Infinity;
    slopes[i] = Math.min(slopes[i]!, 3 * Math.max(0, Math.min(before, after)));
  }
  return { values, slopes };
}

function byTable(distribution: Distribution, { values, slopes }: QuantileTable): Sampler['fill'] {
  return (uniforms, out) => {
    for (let i = 0; i < out.length; i++) {
      const z = normalQuantile(uniforms[i]!);
      const place = (z + REACH) / STEP;
      const node = Math.floor(place);
      if (!(node >= 0 && node < INTERVALS)) {
        out[i] = distribution.quantile(uniforms[i]!);
        continue;
      }
      const t = place - node;
      const rest = 1 - t;
      const left = values[node]!;
      const right = values[node + 1]!;
      const bend = rest * (slopes[node]! - (right - left)) - t * (slopes[node + 1]! - (right - left));
      out[i] = Math.min(Math.max(left + t * (right - left) + t * rest * bend, left), right);
    }
  };
}
