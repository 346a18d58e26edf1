import { exp, log } from './elementary';
import { gaussLegendre } from './gaussLegendre';
import { invertIncreasing } from './invertIncreasing';

/** A law on part of the line, in standard deviations: t = 0 stands `origin` deviations from the mean of the uncut normal. */
export interface NormalPart {
  readonly origin: number;
  /** Share of the mass below t, and above it: each accurate relative to itself. */
  readonly below: (t: number) => number;
  readonly above: (t: number) => number;
  /** The t with a share `lower` below and `upper` = 1 − lower above; both are given, so that neither is rounded away. */
  readonly quantile: (lower: number, upper: number) => number;
  readonly density: (t: number) => number;
  readonly mean: number;
  readonly variance: number;
}

/** Where the density has fallen to e^−45 of its peak, the rest no longer counts in a double. */
const EXPONENTS = 45;

/**
 * The standard normal law on [from, to], integrated directly and measured from its lower end, so that nothing cancels
 * however far in the tail or however thin the slice is; differences of Φ lose everything there. An end where the density
 * has long died out is moved in to where it lives.
 *
 * @param from lower end in standard deviations, −∞ allowed
 * @param to upper end > from, ∞ allowed; |from| ≤ |to| is expected (mirror the law otherwise)
 * @param span to − from, when it is known better than that difference of two rounded numbers
 *
 * @example normalSlice(0, Infinity).mean // 0.7978845608028654 (√(2/π), the half-normal mean)
 */
export function normalSlice(from: number, to: number, span = to - from): NormalPart {
  const peak = Math.max(from, 0);
  const reach = (2 * EXPONENTS) / (Math.sqrt(peak * peak + 2 * EXPONENTS) + peak);
  const origin = Math.max(from, peak - reach);
  const width = Math.min(origin === from ? span : to - origin, reach + (peak - origin));
  // −(z² − peak²)/2 by the distance from the peak: exact where z itself would swallow it.
  const toPeak = peak - origin;
  const shape = (t: number): number => exp((toPeak - t) * (peak + (t - toPeak) / 2));
  // Some 12 e-folds a panel leave Gauss–Legendre nothing but rounding.
  const panels = 1 + Math.floor((width * (peak + width / 2)) / 12);
  const integral = (a: number, b: number): number => gaussLegendre(shape, a, b, panels);

  const total = integral(0, width);
  const mean = gaussLegendre((t) => t * shape(t), 0, width, panels) / total;
  const variance = gaussLegendre((t) => (t - mean) * (t - mean) * shape(t), 0, width, panels) / total;
  const below = (t: number): number => integral(0, Math.min(Math.max(t, 0), width)) / total;
  const above = (t: number): number => integral(Math.min(Math.max(t, 0), width), width) / total;
  const density = (t: number): number => (t < 0 || t > width ? 0 : shape(t) / total);

  const steep = peak * width > 1;
  const quantile = (lower: number, upper: number): number => {
    // In the tail the slice is nearly exponential; a thin one is nearly uniform.
    const guess = steep ? -log(upper + lower * exp(-peak * width)) / peak : lower * width;
    if (lower <= 0.5) return invertIncreasing(below, density, lower, width, guess);
    if (steep) {
      const hazard = (t: number): number => density(t) / above(t);
      return invertIncreasing((t) => -log(above(t)), hazard, -log(upper), width, guess);
    }
    const fromTop = (s: number): number => above(width - s);
    return width - invertIncreasing(fromTop, (s) => density(width - s), upper, width, width - guess);
  };
  return { origin, below, above, quantile, density, mean, variance };
}
