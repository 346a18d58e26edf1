import { outputBins, summaryItems } from './kernel/layout';
import { replicates } from './result';

const stride = outputBins + 1;
export const replicateCountItems = replicates * stride;

export interface Bins {
  readonly start: number;
  readonly width: number;
}

/** Lays the bins a quarter wider to each side than what the pilot trials reached. */
export function layBins(pilots: Iterable<number>): Bins {
  let low = Infinity;
  let high = -Infinity;
  for (const value of pilots) {
    if (value === Infinity) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { start: 0, width: 0 };
  const margin = (high - low) / 4;
  return { start: low - margin, width: (high - low + 2 * margin) / outputBins };
}

/** Bins per unit; 0 puts everything into the first. */
export function scaleOf({ width }: Bins): number {
  const scale = 1 / width;
  return width > 0 && scale < Infinity ? scale : 0;
}

/** Means of the replicates, from the summaries of all blocks in their order and the counts of all. */
export function replicateMeans(summaries: Float64Array, counts: Uint32Array): Float64Array {
  const means = new Float64Array(replicates);
  for (let at = 0; at < summaries.length; at += summaryItems) {
    for (let replicate = 0; replicate < replicates; replicate++) means[replicate]! += summaries[at + replicate]!;
  }
  for (let replicate = 0; replicate < replicates; replicate++) {
    let finite = 0;
    for (let bin = 0; bin < outputBins; bin++) finite += counts[replicate * stride + bin]!;
    means[replicate]! /= finite;
  }
  return means;
}
