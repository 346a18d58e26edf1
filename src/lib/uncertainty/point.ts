import type { Distribution } from './distribution';

/**
 * Certainty: what a range becomes when its two ends meet. The quantile is constant, the cdf a step, the variance 0.
 *
 * @param value in the driver's unit
 *
 * @example point(3).quantile(0.1) // 3
 */
export function point(value: number): Distribution {
  return { quantile: () => value, cdf: (x) => (x < value ? 0 : 1), mean: value, variance: 0 };
}
