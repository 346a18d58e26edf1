import type { Range } from '$lib/uncertainty/range';
import { driverTable, type DriverKey } from './drivers';

/**
 * The bounds a driver's distribution is cut to: what the equations need. A gross margin may be negative,
 * but a range that stays above zero does not mean that it might be (model.md 2: "normal in [0, 1]").
 */
export function rangeLimits(key: DriverKey, range: Range): readonly [min: number, max: number] {
  const [min, max] = driverTable[key].limits;
  return key === 'grossMargin' && range.low >= 0 ? [0, max] : [min, max];
}
