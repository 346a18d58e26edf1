import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';
import { toSampler, type Sampler } from '$lib/uncertainty/sampler';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';
import { blockTrials, type BlockInputs } from './kernel/kernel';
import type { SimulationRequest } from './result';

/** Month k's revenue shock draws from dimension 64 + k (model.md 6). */
const shockDimension = 64;

const block = () => new Float64Array(blockTrials);

/**
 * Draws the drivers of any block of a request. Each driver has its own stream, keyed by seed, dimension and block:
 * giving another driver a range, or taking it away, never changes these draws.
 */
export function createBlockInputs(request: SimulationRequest): (index: number) => BlockInputs {
  const { drivers, ranges, seed } = request;
  const samplers = (Object.keys(ranges) as DriverKey[]).map((key): [DriverKey, Sampler] => {
    const range = ranges[key]!;
    return [key, toSampler(range, rangeLimits(key, range))];
  });
  const lanes = Object.fromEntries(driverKeys.map((key) => [key, block().fill(drivers[key] ?? 0)])) as Record<
    DriverKey,
    Float64Array
  >;
  const uniforms = block();
  const success = block().fill(1);
  const volatile = drivers.monthlyVolatility > 0 || ranges.monthlyVolatility !== undefined;
  const shocks = volatile ? Array.from({ length: Math.max(12, drivers.horizonMonths) }, block) : [];
  const inputs: BlockInputs = {
    drivers: lanes,
    success,
    shocks,
    newCustomersFollow: drivers.newCustomersPerYear === null,
    horizonMonths: drivers.horizonMonths,
  };

  return (index) => {
    for (const [key, sampler] of samplers) {
      fillUniforms(seed, driverTable[key].dimension, index, uniforms);
      sampler.fill(uniforms, lanes[key]);
    }
    if (drivers.successProbability < 1) {
      fillUniforms(seed, driverTable.successProbability.dimension, index, uniforms);
      for (let i = 0; i < blockTrials; i++) success[i] = uniforms[i]! < drivers.successProbability ? 1 : 0;
    }
    shocks.forEach((shock, month) => {
      fillUniforms(seed, shockDimension + month + 1, index, shock);
      for (let i = 0; i < blockTrials; i++) shock[i] = normalQuantile(shock[i]!);
    });
    return inputs;
  };
}
