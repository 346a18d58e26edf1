import type { Distribution } from './distribution';
import { point } from './point';

/**
 * The triangular distribution on [low, high] with its peak at `mode`. It gives the ends more weight than PERT does.
 *
 * @param low least possible, in the driver's unit
 * @param mode most likely, low ≤ mode ≤ high; it may stand at an end
 * @param high most possible; low = high gives a point
 *
 * @example triangular(0, 10, 40).quantile(0.01) // 2
 */
export function triangular(low: number, mode: number, high: number): Distribution {
  if (low === high) return point(low);
  const width = high - low;
  const left = mode - low;
  const right = high - mode;
  return {
    quantile: (probability) =>
      probability * width < left
        ? low + Math.sqrt(probability * width * left)
        : high - Math.sqrt((1 - probability) * width * right),
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x < mode ? (x - low) * ((x - low) / width / left) : 1 - (high - x) * ((high - x) / width / right);
    },
    mean: low + (width + left) / 3,
    variance: (width * width - width * left + left * left) / 18,
  };
}
