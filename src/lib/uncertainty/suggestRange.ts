import type { Range, RangeShape } from './range';

/**
 * The shape to offer for numbers somebody typed: three numbers → PERT; a ratio that cannot pass 1, or a range that
 * touches or crosses zero → normal (cut to the limits in `toDistribution`); positive → lognormal. Triangular and uniform
 * are never suggested, only chosen.
 *
 * @param low lower end, in the driver's unit
 * @param high upper end
 * @param limits the driver's hard limits, ±Infinity where open
 * @param mode the most likely value, when a third number was given
 *
 * Source: model.md, 6.
 * @example suggestShape(52_100, 70_000, [0, Infinity]) // 'lognormal'
 */
export function suggestShape(
  low: number,
  _high: number,
  limits: readonly [min: number, max: number],
  mode?: number,
): RangeShape {
  if (mode !== undefined) return 'pert';
  const ratio = limits[1] <= 1;
  return low > 0 && !ratio ? 'lognormal' : 'normal';
}

/**
 * The whole range to offer: the suggested shape, with the ends as P5–P95, or as least and most possible when a most
 * likely value stands between them.
 *
 * @example suggestRange(1, 3, [0, Infinity], 2) // { shape: 'pert', ends: 'minmax', low: 1, high: 3, mode: 2 }
 */
export function suggestRange(
  low: number,
  high: number,
  limits: readonly [min: number, max: number],
  mode?: number,
): Range {
  const shape = suggestShape(low, high, limits, mode);
  return mode === undefined ? { shape, ends: 'p5p95', low, high } : { shape, ends: 'minmax', low, high, mode };
}
