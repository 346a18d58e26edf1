import type { Distribution } from './distribution';
import { normalCdf } from './normalCdf';
import { normalQuantile } from './normalQuantile';
import { point } from './point';

/**
 * The normal distribution by its mean and standard deviation (not variance), unbounded on both sides.
 *
 * @param mean in the driver's unit
 * @param deviation standard deviation, same unit, ≥ 0; 0 gives a point
 *
 * @example normal(10, 2).quantile(0.975) // 13.919927969080108
 */
export function normal(mean: number, deviation: number): Distribution {
  if (deviation === 0) return point(mean);
  return {
    quantile: (probability) => mean + deviation * normalQuantile(probability),
    cdf: (x) => normalCdf((x - mean) / deviation),
    mean,
    variance: deviation * deviation,
  };
}
