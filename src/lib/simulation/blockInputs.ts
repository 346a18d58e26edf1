import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { normalCdf } from '$lib/uncertainty/normalCdf';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';
import { toSampler, type Sampler } from '$lib/uncertainty/sampler';
import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';
import { toCopula } from './copula';
import { blockTrials, type BlockInputs } from './kernel/kernel';
import { defaultSampler, type SimulationRequest } from './result';

/** Month k's revenue shock draws from dimension 64 + k (model.md 6). */
const shockDimension = 64;

const block = () => new Float64Array(blockTrials);

/**
 * Draws the drivers of any block of a request. Each driver has its own stream, keyed by seed, dimension and block:
 * giving another driver a range, or taking it away, never changes these draws.
 */
export function createBlockInputs(request: SimulationRequest): (index: number) => BlockInputs {
  const { drivers, ranges, seed, sampler: samplerName = defaultSampler } = request;
  const fill = samplerName === 'sobol' ? fillSobolUniforms : fillUniforms;
  const copula = toCopula(request);
  const correlated = (copula?.drivers ?? []).map((): [own: Float64Array, mixed: Float64Array] => [block(), block()]);
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
    copula?.drivers.forEach((key, row) => {
      const [own, mixed] = correlated[row]!;
      fill(seed, driverTable[key].dimension, index, own);
      for (let i = 0; i < blockTrials; i++) {
        own[i] = normalQuantile(own[i]!);
        let score = 0;
        for (let column = 0; column <= row; column++)
          score += copula.factor[row]![column]! * correlated[column]![0][i]!;
        mixed[i] = inside(normalCdf(score));
      }
    });
    for (const [key, sampler] of samplers) {
      const row = copula?.drivers.indexOf(key) ?? -1;
      if (row < 0) fill(seed, driverTable[key].dimension, index, uniforms);
      sampler.fill(row < 0 ? uniforms : correlated[row]![1], lanes[key]);
    }
    if (drivers.successProbability < 1) {
      fill(seed, driverTable.successProbability.dimension, index, uniforms);
      for (let i = 0; i < blockTrials; i++) success[i] = uniforms[i]! < drivers.successProbability ? 1 : 0;
    }
    shocks.forEach((shock, month) => {
      fill(seed, shockDimension + month + 1, index, shock);
      for (let i = 0; i < blockTrials; i++) shock[i] = normalQuantile(shock[i]!);
    });
    return inputs;
  };
}

/** A probability the quantiles accept: as far from 0 and 1 as the uniforms keep. */
function inside(probability: number): number {
  return Math.min(Math.max(probability, 1.1641532182693481e-10), 1 - 1.1641532182693481e-10);
}
