import type { SimulationResult } from '$lib/simulation/result';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import type { ScenarioPoint } from './cell';

/**
 * The simulation that may be drawn around a scenario's curve; `null` while there is none, and for a scenario without ranges.
 * Bands of another horizon do not fit the axis: they are left out until the new ones are in.
 */
export function fittingResult(
  { drivers, ranges }: ScenarioPoint,
  feed: SimulationFeed | null,
): SimulationResult | null {
  const result = feed?.result ?? null;
  return result?.request.drivers.horizonMonths === drivers.horizonMonths && Object.keys(ranges).length > 0
    ? result
    : null;
}

/** The simulation of a scenario with ranges once all its trials are in, with their errors; `null` until then. */
export function settledResult({ ranges }: ScenarioPoint, feed: SimulationFeed | null): SimulationResult | null {
  return feed?.settled && Object.keys(ranges).length > 0 ? feed.result : null;
}
