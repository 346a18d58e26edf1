import { isBetween, type DependencyStrength } from '$lib/scenario/dependencies';
import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import type { ScenarioCell, ScenarioPoint } from './cell';

/** Whether a driver draws for itself, so that it can go together with others: it has a range, and not another value's draws. */
export function drawsItself({ ranges, dimensions }: ScenarioPoint, key: DriverKey): boolean {
  return ranges[key] !== undefined && dimensions[key] === undefined;
}

/**
 * States how two drivers go together; `null` makes them independent. Pairs stand in the order of the driver table, so
 * that cells that say the same are the same, and a cell without any stores no list.
 */
export function relateDrivers(
  { correlations = [], ...others }: ScenarioCell,
  one: DriverKey,
  other: DriverKey,
  strength: DependencyStrength | null,
): ScenarioCell {
  const place = (key: DriverKey) => driverKeys.indexOf(key);
  const [a, b] = place(one) < place(other) ? [one, other] : [other, one];
  const kept = correlations.filter((pair) => !isBetween(pair, a, b));
  const stated = strength ? [...kept, { a, b, strength }] : kept;
  stated.sort((p, q) => place(p.a) - place(q.a) || place(p.b) - place(q.b));
  return stated.length > 0 ? { ...others, correlations: stated } : others;
}
