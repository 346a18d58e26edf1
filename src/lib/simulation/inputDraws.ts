import type { Range } from '$lib/uncertainty/range';
import { toSampler } from '$lib/uncertainty/sampler';
import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { SOBOL_DIMENSIONS } from '$lib/uncertainty/sobolDimensions';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';
import { blockTrials } from './kernel/layout';
import { firstInputDimension, type SamplerName } from './result';

/** An uncertain input that is no driver of a scenario. */
export interface InputDrawsSpec {
  readonly range: Range;
  /** What the values are cut to; nothing when left out. */
  readonly limits?: readonly [min: number, max: number];
  /** Its own, from `firstInputDimension` up: given when the input is made, kept in the document, never used again. */
  readonly dimension: number;
  /** uint32 */
  readonly seed: number;
  readonly sampler: SamplerName;
  /** A multiple of `blockTrials`. */
  readonly trials: number;
}

/**
 * Draws of an author's own input in the order of the trials, by the streams of a run of the same seed and sampler: item i
 * belongs to the future of trial i there. Fewer trials are the beginning of more. There are direction numbers for 136
 * inputs; one past them draws pseudo-random numbers instead.
 *
 * @example inputDraws({ range, dimension: 185, seed: 1, sampler: 'sobol', trials: 131_072 })
 */
export function inputDraws({ range, limits, dimension, seed, sampler, trials }: InputDrawsSpec): Float64Array {
  if (!Number.isInteger(dimension) || dimension < firstInputDimension)
    throw new Error(`not the dimension of an input: ${dimension}`);
  if (!(trials > 0) || trials % blockTrials !== 0)
    throw new Error(`trials must be a multiple of ${blockTrials}: ${trials}`);
  const fill = sampler === 'sobol' && dimension <= SOBOL_DIMENSIONS ? fillSobolUniforms : fillUniforms;
  const draws = new Float64Array(trials);
  for (let block = 0; block < trials / blockTrials; block++)
    fill(seed, dimension, block, draws.subarray(block * blockTrials, (block + 1) * blockTrials));
  toSampler(range, limits).fill(draws, draws);
  return draws;
}
