import { driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, type OutputKey } from '$lib/scenario/evaluateScenario';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import type { Range } from '$lib/uncertainty/range';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import type { DrawDimensions } from './result';

/** One driver moved from its P10 to its P90, with those that draw the same; the others at their values. */
export interface TornadoRow {
  readonly driver: DriverKey;
  /** Drivers that move with it, because they take over the draws of the same value. */
  readonly together: readonly DriverKey[];
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
export function tornado(
  drivers: Drivers,
  ranges: Partial<Record<DriverKey, Range>>,
  output: OutputKey,
  dimensions: DrawDimensions = {},
): TornadoRow[] {
  const valueAt = (driver: DriverKey, probability: number): number => {
    const range = ranges[driver]!;
    return toDistribution(range, rangeLimits(driver, range)).quantile(probability);
  };
  const at = (group: readonly DriverKey[], probability: number) => {
    const values = Object.fromEntries(group.map((driver) => [driver, valueAt(driver, probability)]));
    return { driverValue: values[group[0]!]!, output: evaluateScenario({ ...drivers, ...values })[output] };
  };
  const dimensionOf = (driver: DriverKey) => dimensions[driver] ?? driverTable[driver].dimension;
  const uncertain = driverKeys.filter((driver) => ranges[driver]);
  return uncertain
    .flatMap((driver) => {
      const group = uncertain.filter((other) => dimensionOf(other) === dimensionOf(driver));
      if (group[0] !== driver) return [];
      const [low, high] = [at(group, 0.1), at(group, 0.9)];
      return [{ driver, together: group.slice(1), low, high, swing: distance(low.output, high.output) }];
    })
    .sort((a, b) => (a.swing === b.swing ? 0 : b.swing > a.swing ? 1 : -1));
}
