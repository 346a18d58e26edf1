import { driverKeys, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, type OutputKey } from '$lib/scenario/evaluateScenario';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import type { Range } from '$lib/uncertainty/range';
import { toDistribution } from '$lib/uncertainty/toDistribution';

/** One driver moved from its P10 to its P90, the others at their values. */
export interface TornadoRow {
  readonly driver: DriverKey;
  readonly low: { readonly driverValue: number; readonly output: number | null };
  readonly high: { readonly driverValue: number; readonly output: number | null };
  /** Distance between the two outputs; +∞ when exactly one of them is "never". */
  readonly swing: number;
}

function distance(a: number | null, b: number | null): number {
  if (a === null && b === null) return 0;
  return a === null || b === null ? Infinity : Math.abs(b - a);
}

/**
 * One-at-a-time sensitivity of an output (model.md 8), largest swing first. Drivers without a range do not take part.
 *
 * @example tornado(drivers, { revenueUplift: range }, 'roi12')[0].driver // 'revenueUplift'
 */
export function tornado(drivers: Drivers, ranges: Partial<Record<DriverKey, Range>>, output: OutputKey): TornadoRow[] {
  const at = (driver: DriverKey, value: number) => ({
    driverValue: value,
    output: evaluateScenario({ ...drivers, [driver]: value })[output],
  });
  return driverKeys
    .flatMap((driver) => {
      const range = ranges[driver];
      if (!range) return [];
      const distribution = toDistribution(range, rangeLimits(driver, range));
      const low = at(driver, distribution.quantile(0.1));
      const high = at(driver, distribution.quantile(0.9));
      return [{ driver, low, high, swing: distance(low.output, high.output) }];
    })
    .sort((a, b) => (a.swing === b.swing ? 0 : b.swing > a.swing ? 1 : -1));
}
