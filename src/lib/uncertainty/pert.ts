import type { Distribution, SmoothDistribution } from './distribution';
import { exp, log, log1p, pow } from './elementary';
import { invertIncreasing } from './invertIncreasing';
import { point } from './point';

/**
 * The PERT distribution: a beta on [low, high] whose peak is at `mode`, with λ = 4, so that the mean is
 * μ = (low + 4·mode + high)/6. The variance is the exact (μ − low)(high − μ)/7, not the textbook's ((high − low)/6)².
 *
 * @param low least possible, in the driver's unit
 * @param mode most likely, low ≤ mode ≤ high; it may stand at an end
 * @param high most possible; low = high gives a point
 *
 * Source: Vose (2008), Risk Analysis; as `qpert` of the R package mc2d.
 * @example pert(0, 10, 40).quantile(0.5) // 12.55240681824
 */
export function pert(low: number, mode: number, high: number): Distribution | SmoothDistribution {
  if (low === high) return point(low);
  const width = high - low;
  const left = betaSide(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
  const right = betaSide(1 + (4 * (high - mode)) / width, 1 + (4 * (mode - low)) / width);
  // The whole beta function from its two halves: no gamma function needed.
  const beta = left.mass(0.5) + right.mass(0.5);
  const leftHalf = left.mass(0.5) / beta;
  const fromLow = (mode - low) / 6 + (width + 3 * (mode - low)) / 6;
  return {
    quantile: (probability) =>
      probability <= leftHalf
        ? low + width * left.invert(probability * beta)
        : high - width * right.invert((1 - probability) * beta),
    cdf: (x) => {
      const share = (x - low) / width;
      if (share <= 0) return 0;
      if (share >= 1) return 1;
      return share <= 0.5 ? left.mass(share) / beta : 1 - right.mass((high - x) / width) / beta;
    },
    density: (x) => (x < low || x > high ? 0 : left.density((x - low) / width, (high - x) / width) / (beta * width)),
    mean: low + fromLow,
    variance: (fromLow * (width - fromLow)) / 7,
  };
}

/** The unnormalised beta(a, 6 − a) law seen from one end: x^(a−1)·(1−x)^(b−1), for x ≤ ½ except in `density`. */
function betaSide(a: number, b: number) {
  const density = (x: number, rest: number): number => pow(x, a - 1) * pow(rest, b - 1);
  /** ∫ from 0 to x as x^a(1−x)^b/a · Σ (6)_n/(a+1)_n xⁿ: every term is positive, so nothing cancels. */
  const mass = (x: number): number => {
    if (x === 0) return 0;
    let term = 1;
    let sum = 1;
    for (let n = 0; term > 1e-17 * sum; n++) {
      term *= ((6 + n) / (a + 1 + n)) * x;
      sum += term;
    }
    return (exp(a * log(x) + b * log1p(-x)) * sum) / a;
  };
  const invert = (target: number): number =>
    invertIncreasing(mass, (x) => density(x, 1 - x), target, 0.5, pow(target * a, 1 / a));
  return { mass, density, invert };
}
