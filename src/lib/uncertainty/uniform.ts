import type { Distribution } from './distribution';
import { point } from './point';

/**
 * The uniform distribution: every value between the two ends equally likely, none outside.
 *
 * @param low least possible, in the driver's unit
 * @param high most possible, ≥ low; equal gives a point
 *
 * @example uniform(2, 8).quantile(0.25) // 3.5
 */
export function uniform(low: number, high: number): Distribution {
  if (low === high) return point(low);
  const width = high - low;
  return {
    quantile: (probability) => Math.min(low + probability * width, high),
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    mean: low + width / 2,
    variance: (width * width) / 12,
  };
}
