import { blockTrials } from './kernel/layout';

/** The blocks one worker computes: `first`, `first + step`, … below `end`. */
export interface Share {
  readonly first: number;
  readonly step: number;
  readonly end: number;
}

/**
 * Deals the blocks of trials `from` … `to` − 1 to workers, none of them without any. Worker w owns every block that is w
 * modulo the number of workers, whatever the number of trials: what it has drawn for few trials serves a run of more.
 *
 * @example dealBlocks(0, 131_072, 2) // [{ first: 0, step: 2, end: 512 }, { first: 1, step: 2, end: 512 }]
 */
export function dealBlocks(from: number, to: number, workers: number): Share[] {
  const [start, end] = [from / blockTrials, to / blockTrials];
  if (!Number.isInteger(start) || !Number.isInteger(end) || end <= start)
    throw new Error(`trials must be a multiple of ${blockTrials}: ${to - from}`);
  return Array.from({ length: workers }, (_, worker) => ({
    first: start + ((worker - (start % workers) + workers) % workers),
    step: workers,
    end,
  })).filter(({ first }) => first < end);
}

export const blocksIn = ({ first, step, end }: Share): number => Math.max(0, Math.ceil((end - first) / step));

/** Which worker owns a share. */
export const workerOf = ({ first, step }: Share): number => first % step;
