import { checkRange } from './checkRange';
import { cutTo } from './cutTo';
import type { Distribution, SmoothDistribution } from './distribution';
import { log } from './elementary';
import { lognormal } from './lognormal';
import { normal } from './normal';
import { pert } from './pert';
import { point } from './point';
import type { Range } from './range';
import { triangular } from './triangular';
import { truncatedNormal } from './truncatedNormal';
import { uniform } from './uniform';

/** Φ⁻¹ of the upper end. */
const END_Z = { p5p95: 1.6448536269514722, p10p90: 1.2815515655446004, minmax: 0 } as const;

/** Beyond so many deviations a bound cuts off less than 1e-18, which no sampled uniform (≥ 2^−33) notices. */
const WITHOUT_EFFECT = 9;

/**
 * The distribution a stated range means. Lognormal and normal are fitted so that the two ends are exactly their
 * percentiles (P5–P95 or P10–P90); PERT and triangular take the ends as least and most possible, with the mode in the
 * middle unless stated; uniform likewise.
 *
 * @param range see `checkRange` for what is possible
 * @param limits the hard limits of the driver, ±Infinity where open. The distribution is cut to them *after* the fit, so its
 *   percentiles then lie inside the stated ends and its mean shifts.
 * @throws on a range `checkRange` refuses: check what people type first
 *
 * Source: model.md, 6.
 * @example toDistribution({ shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 }).quantile(0.5) // 7.0710678118654755
 */
export function toDistribution(
  range: Range,
  limits: readonly [min: number, max: number] = [-Infinity, Infinity],
): Distribution | SmoothDistribution {
  const problem = checkRange(range);
  if (problem) throw new Error(`impossible range: ${problem.kind} ${JSON.stringify(range)}`);
  const { shape, ends, low, high, mode = low + (high - low) / 2 } = range;
  switch (shape) {
    case 'lognormal': {
      if (low === high) return cutTo(point(low), limits);
      const [logLow, logHigh] = [log(low), log(high)];
      return cutTo(lognormal((logLow + logHigh) / 2, (logHigh - logLow) / (2 * END_Z[ends])), limits);
    }
    case 'normal':
      return normalWithin(low + (high - low) / 2, (high - low) / (2 * END_Z[ends]), limits);
    case 'pert':
      return cutTo(pert(low, mode, high), limits);
    case 'triangular':
      return cutTo(triangular(low, mode, high), limits);
    case 'uniform':
      return cutTo(uniform(low, high), limits);
  }
}

function normalWithin(
  mean: number,
  deviation: number,
  [min, max]: readonly [number, number],
): Distribution | SmoothDistribution {
  if (min === -Infinity && max === Infinity) return normal(mean, deviation);
  const reach = WITHOUT_EFFECT * deviation;
  if (deviation === 0 || mean - min < reach || max - mean < reach) return truncatedNormal(mean, deviation, min, max);
  const whole = normal(mean, deviation);
  return { ...whole, quantile: (probability) => Math.min(Math.max(whole.quantile(probability), min), max) };
}
