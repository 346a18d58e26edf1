import { checkRange } from '$lib/uncertainty/checkRange';
import { moveRange } from '$lib/uncertainty/moveRange';
import type { Range } from '$lib/uncertainty/range';
import { driverKeys, driverTable, type DriverKey, type Drivers } from './drivers';

/** One driver of a scenario: a point, or a point with a range around it. */
export interface DriverState {
  /** `null` only for `newCustomersPerYear`: as many as leave. */
  readonly value: number | null;
  readonly range?: StatedRange;
}

/** A range with the value its ends were stated at: moving the value moves the ends, and moving it back restores them exactly. */
export interface StatedRange extends Range {
  readonly at: number;
}

/** What a scenario is: the drivers that differ from their defaults; everything else follows the driver table. */
export type Scenario = Readonly<Partial<Record<DriverKey, DriverState>>>;

export function driverState(scenario: Scenario, key: DriverKey): DriverState {
  return scenario[key] ?? { value: driverTable[key].default };
}

/** The range at the driver's present value; `null` for a point, and where moving has left no range: down to nothing, or out of all bounds. */
export function rangeOf({ value, range }: DriverState): Range | null {
  if (!range || value === null) return null;
  const { at, ...stated } = range;
  if (value === at) return stated;
  const moved = moveRange(stated, at, value);
  return moved && checkRange(moved) === null ? moved : null;
}

const extended = new WeakMap<Scenario, WeakMap<Scenario, Scenario>>();

/**
 * A scenario that follows another in everything it does not state itself. The same two give the same object, so that what
 * was computed of it is recognised.
 */
export function extendScenario(parent: Scenario, own: Scenario): Scenario {
  const children = extended.get(parent) ?? new WeakMap<Scenario, Scenario>();
  extended.set(parent, children);
  const known = children.get(own);
  if (known) return known;
  const whole = { ...parent, ...own };
  children.set(own, whole);
  return whole;
}

/**
 * What a scenario must state itself to come to `whole` while it follows `parent`: the drivers that differ.
 * `extendScenario(parent, differences(whole, parent))` means the same as `whole`.
 */
export function differences(whole: Scenario, parent: Scenario): Scenario {
  const own = driverKeys.filter((key) => !sameDriver(driverState(whole, key), driverState(parent, key)));
  return Object.fromEntries(own.map((key) => [key, driverState(whole, key)]));
}

/** The point values of a scenario. */
export function toDrivers(scenario: Scenario): Drivers {
  return Object.fromEntries(driverKeys.map((key) => [key, driverState(scenario, key).value])) as Drivers;
}

/** The ranges in force: of the drivers that may be uncertain and are. */
export function toRanges(scenario: Scenario): Partial<Record<DriverKey, Range>> {
  const ranges: Partial<Record<DriverKey, Range>> = {};
  for (const key of driverKeys) {
    const range = driverTable[key].uncertain ? rangeOf(driverState(scenario, key)) : null;
    if (range) ranges[key] = range;
  }
  return ranges;
}

/** Whether two states of a driver mean the same. */
export function sameDriver(a: DriverState, b: DriverState): boolean {
  const same = (p: StatedRange | undefined, q: StatedRange | undefined) =>
    p === q ||
    (p !== undefined &&
      q !== undefined &&
      (['shape', 'ends', 'low', 'high', 'mode', 'at'] as const).every((part) => p[part] === q[part]));
  return a.value === b.value && same(a.range, b.range);
}
