import { sfc32 } from './sfc32';

/** Trials in one block: the unit of random substreams, of sums and of work handed to a worker. */
export const BLOCK_TRIALS = 256;

/** What turns a uint32 into a uniform strictly inside (0, 1): (x + ½)·2^−32. */
const INVERSE_2_32 = 1 / 4294967296;

/**
 * Fills `out` with pseudo-random uniforms, strictly inside (0, 1), of one driver for one block of trials.
 * Each (seed, dimension, block) is its own sfc32 substream (state words in that order, counter 1, 15 warm-up rounds),
 * so trial i = 256·block + position has the same draw whoever computes it, in whatever order, however many drivers there are.
 *
 * @param seed uint32
 * @param dimension the driver's fixed dimension, ≥ 1
 * @param block ⌊trial/256⌋
 * @param out overwritten; as long as the block (a shorter one gets the first draws)
 *
 * @example
 * const out = new Float64Array(256);
 * fillUniforms(1, 2, 0, out); // the same 256 numbers every time, all in (0, 1)
 */
export function fillUniforms(seed: number, dimension: number, block: number, out: Float64Array): void {
  const next = sfc32(seed, dimension, block, 1, 15);
  for (let i = 0; i < out.length; i++) out[i] = (next() + 0.5) * INVERSE_2_32;
}
