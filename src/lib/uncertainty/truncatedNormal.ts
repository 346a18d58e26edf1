import type { Distribution, SmoothDistribution } from './distribution';
import { normalCdf, normalDensity } from './normalCdf';
import { normalQuantile } from './normalQuantile';
import { normalSlice, type NormalPart } from './normalSlice';
import { point } from './point';
import { uniform } from './uniform';

/**
 * The normal distribution cut to [min, max] and rescaled to 1 (not piled up at the bounds: that is the "censored" rival).
 * `mean` and `deviation` are those of the law *before* cutting; the result's own mean and variance differ.
 * Right also when the bounds lie a thousand deviations out in one tail, or a millionth apart.
 *
 * @param mean before cutting, in the driver's unit
 * @param deviation before cutting, same unit, ≥ 0; 0 gives a point (the bound nearest the mean when that lies outside)
 * @param min lower bound; null (or −Infinity) is open
 * @param max upper bound ≥ min; null (or Infinity) is open; equal bounds give a point
 *
 * @example truncatedNormal(0, 1, -1, 2).mean // 0.22963717909073
 */
export function truncatedNormal(
  mean: number,
  deviation: number,
  min: number | null,
  max: number | null,
): Distribution | SmoothDistribution {
  const bottom = min ?? -Infinity;
  const top = max ?? Infinity;
  if (!(bottom <= top)) throw new Error(`impossible bounds: ${bottom} > ${top}`);
  const clamp = (x: number): number => Math.min(Math.max(x, bottom), top);
  if (bottom === top || deviation === 0) return point(clamp(mean));

  // Mirrored when the lower side is the longer, so that |near| ≤ far in what follows.
  const mirrored = mean - bottom > top - mean;
  const sign = mirrored ? -1 : 1;
  const nearBound = mirrored ? top : bottom;
  const near = (sign * (nearBound - mean)) / deviation;
  const far = (sign * ((mirrored ? bottom : top) - mean)) / deviation;
  const span = (top - bottom) / deviation;
  // Where even the slice has no width in doubles.
  if (near > 1e140) return point(nearBound);
  if (span < 1e-290) return uniform(bottom, top);
  const hanging = near > 5 || span < 0.1;
  const part = hanging ? normalSlice(near, far, span) : wideNormal(near, far);
  // A law that hangs on its bound is measured from there, any other from the mean, so that nothing cancels.
  const anchor = hanging ? nearBound : mean;
  const toX = (t: number): number => clamp(anchor + sign * deviation * t);
  const toT = (x: number): number => (sign * (x - anchor)) / deviation;
  return {
    quantile: (probability) => {
      const rest = 1 - probability;
      return toX(mirrored ? part.quantile(rest, probability) : part.quantile(probability, rest));
    },
    cdf: (x) => {
      if (x <= bottom) return 0;
      if (x >= top) return 1;
      return Math.min(1, Math.max(0, mirrored ? part.above(toT(x)) : part.below(toT(x))));
    },
    density: (x) => (x < bottom || x > top ? 0 : part.density(toT(x)) / deviation),
    mean: toX(part.mean),
    variance: part.variance * deviation * deviation,
  };
}

/** The standard normal law on [near, far], near ≤ 5, at least 0.1 wide: differences of Φ, taken in the tail that keeps them. */
function wideNormal(near: number, far: number): NormalPart {
  const belowNear = normalCdf(near);
  const aboveNear = normalCdf(-near);
  const aboveFar = normalCdf(-far);
  const total = near > 0 ? aboveNear - aboveFar : 1 - belowNear - aboveFar;
  const { origin, mean, variance } = normalSlice(near, far);
  return {
    origin: 0,
    below: (z) => (near > 0 ? aboveNear - normalCdf(-z) : normalCdf(z) - belowNear) / total,
    above: (z) => (normalCdf(-z) - aboveFar) / total,
    quantile: (lower, upper) => {
      const mass = belowNear + lower * total;
      return near <= 0 && mass <= 0.5 ? normalQuantile(mass) : -normalQuantile(aboveFar + upper * total);
    },
    density: (z) => normalDensity(z) / total,
    mean: origin + mean,
    variance,
  };
}
