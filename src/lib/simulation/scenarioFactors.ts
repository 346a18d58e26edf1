import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { normalCdf } from '$lib/uncertainty/normalCdf';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';
import { toSampler } from '$lib/uncertainty/sampler';
import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';
import { toCopula } from './copula';
import { blockTrials } from './kernel/layout';
import { defaultSampler, type SimulationRequest } from './result';
import type { Matrix } from './saltelli';
import { twinOf } from './sobolIndices';

/** A source of uncertainty: a driver with a range, whether the programme succeeds, or all monthly shocks together. */
export type FactorKey = DriverKey | 'shocks';

/** Month k's revenue shock draws from dimension 64 + k (model.md 6). */
const shockDimension = 64;
/** Twins of the shocks: past the 320 dimensions there are direction numbers for. */
const shockTwin = 320;
/** As far from 0 and 1 as the uniforms keep. */
const nearest = 1 / 8589934592;

/** What is uncertain in a request, in the order of the driver table, the shocks last. */
export function factorsOf({ drivers, ranges }: Pick<SimulationRequest, 'drivers' | 'ranges'>): FactorKey[] {
  const { successProbability, monthlyVolatility } = drivers;
  const chancy = successProbability > 0 && successProbability < 1;
  const uncertain = driverKeys.filter((key) =>
    key === 'successProbability' ? chancy : driverTable[key].uncertain && ranges[key] !== undefined,
  );
  return monthlyVolatility > 0 || ranges.monthlyVolatility ? [...uncertain, 'shocks'] : uncertain;
}

/** Writes a driver's values for a block; 1 or 0 for success. */
export type FillDriver = (key: DriverKey, matrix: Matrix, block: number, out: Float64Array) => void;

/**
 * Draws the drivers of a request. Each has its fixed dimension in A and that dimension's twin in B, so that giving another
 * driver a range never changes these draws. Correlated drivers are mixed by the request's copula.
 */
export function createFillDriver(request: SimulationRequest): FillDriver {
  const { drivers, ranges, dimensions = {}, seed, sampler = defaultSampler } = request;
  const copula = toCopula(request);
  const fill = sampler === 'sobol' ? fillSobolUniforms : fillUniforms;
  const own = new Float64Array(blockTrials);

  function fillOwn(key: DriverKey, matrix: Matrix, block: number, out: Float64Array): void {
    const own = driverTable[key].dimension;
    // The inputs' dimensions have no twins; in B nothing needs to go with anything else.
    fill(seed, matrix === 'a' ? (dimensions[key] ?? own) : twinOf(own), block, out);
  }
  function fillMixed(row: number, matrix: Matrix, block: number, out: Float64Array): void {
    out.fill(0);
    for (let column = 0; column <= row; column++) {
      fillOwn(copula!.drivers[column]!, matrix, block, own);
      const weight = copula!.factor[row]![column]!;
      for (let i = 0; i < out.length; i++) out[i]! += weight * normalQuantile(own[i]!);
    }
    for (let i = 0; i < out.length; i++) out[i] = Math.min(Math.max(normalCdf(out[i]!), nearest), 1 - nearest);
  }

  return (key, matrix, block, out) => {
    const row = copula?.drivers.indexOf(key) ?? -1;
    if (row < 0) fillOwn(key, matrix, block, out);
    else fillMixed(row, matrix, block, out);
    const range = ranges[key];
    if (range) toSampler(range, rangeLimits(key, range)).fill(out, out);
    else for (let i = 0; i < out.length; i++) out[i] = out[i]! < drivers[key]! ? 1 : 0;
  };
}

/**
 * Writes the standard normal scores of a month's shock. There are not dimensions enough for a Sobol' twin of every month;
 * B takes plain pseudo-random numbers, and in so many small parts little is lost by it.
 *
 * @returns out
 */
export function fillShock(
  request: SimulationRequest,
  month: number,
  matrix: Matrix,
  block: number,
  out: Float64Array,
): Float64Array {
  const { seed, sampler = defaultSampler } = request;
  if (matrix === 'b') fillUniforms(seed, shockTwin + month, block, out);
  else (sampler === 'sobol' ? fillSobolUniforms : fillUniforms)(seed, shockDimension + month, block, out);
  for (let i = 0; i < out.length; i++) out[i] = normalQuantile(out[i]!);
  return out;
}
