import type { SimulationResult } from '$lib/simulation/result';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import type { ScenarioPoint } from './cell';

/**
 * The simulation that may be drawn around a scenario's curve; `null` while there is none, and for a scenario without ranges.
 * While the horizon moves, the bands of another one stay as far as they reach: a month's futures are the same in both. Those
 * that end before the axis does are left out until longer ones are in.
 *
 * @param lastMonth where the axis ends
 */
export function fittingResult(
  { ranges }: ScenarioPoint,
  feed: SimulationFeed | null,
  lastMonth: number,
): SimulationResult | null {
  const result = feed?.result ?? null;
  return result && result.request.drivers.horizonMonths >= lastMonth && Object.keys(ranges).length > 0 ? result : null;
}

/** The simulation of a scenario with ranges once all its trials are in, with their errors; `null` until then. */
export function settledResult({ ranges }: ScenarioPoint, feed: SimulationFeed | null): SimulationResult | null {
  return feed?.settled && Object.keys(ranges).length > 0 ? feed.result : null;
}
