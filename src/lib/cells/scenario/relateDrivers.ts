import { isBetween, type DependencyStrength } from '$lib/scenario/dependencies';
import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import type { ScenarioCell } from './cell';

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
