import type { Published } from '$lib/notebook/published';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';
import { outputUnits } from '$lib/scenario/outputUnits';
import { sampledOutputs, type SampledOutput } from '$lib/simulation/result';
import type { ScenarioPoint } from './cell';

/** Whether its outputs differ from one future to another. */
export function isUncertain({ ranges, drivers }: Pick<ScenarioPoint, 'ranges' | 'drivers'>): boolean {
  return Object.keys(ranges).length > 0 || drivers.monthlyVolatility > 0 || drivers.successProbability < 1;
}

/**
 * Every driver and every output of a scenario, by field. An uncertain driver, and an output whose distribution is
 * simulated, carry where their trials come from; the other outputs are known at the point alone.
 */
export function publishPoint(point: ScenarioPoint): Readonly<Record<string, Published>> {
  const { drivers, ranges, dimensions, correlations, bound, outputs } = point;
  const published: Record<string, Published> = {};
  const varies = isUncertain(point);
  const source = (key: SampledOutput | DriverKey) =>
    ({ sample: { tag: 'scenario', drivers, ranges, dimensions, correlations, key } }) as const;
  for (const key of driverKeys) {
    const { unit } = driverTable[key];
    const sample = bound[key]?.sample;
    published[key] = { value: drivers[key], unit, ...(ranges[key] && (sample ? { sample } : source(key))) };
  }
  for (const key of Object.keys(outputs) as OutputKey[]) {
    const sampled = varies && (sampledOutputs as readonly string[]).includes(key);
    published[key] = { value: outputs[key], unit: outputUnits[key], ...(sampled && source(key as SampledOutput)) };
  }
  return published;
}
