import { replicates } from './result';

/** Bins of an output: fine enough that their width adds nothing to an error of any size worth showing. */
const bins = 512;
const stride = bins + 1;

export interface Bins {
  readonly start: number;
  readonly width: number;
}

/** Lays the bins from the pilot blocks: a quarter wider to each side than what they reached. */
export function layBins(pilots: readonly Float64Array[]): Bins {
  let low = Infinity;
  let high = -Infinity;
  for (const pilot of pilots)
    for (const value of pilot) {
      if (value === Infinity) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  if (low > high) return { start: 0, width: 0 };
  const margin = (high - low) / 4;
  return { start: low - margin, width: (high - low + 2 * margin) / bins };
}

export const emptyReplicates = (): Uint32Array => new Uint32Array(replicates * stride);

/** Counts a block's trials by replicate and bin; what lies outside counts in the outermost, "never" in a place of its own. */
export function countReplicates(values: Float64Array, { start, width }: Bins, counts: Uint32Array): void {
  const scale = width > 0 ? 1 / width : 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const bin = value < Infinity ? Math.min(bins - 1, Math.max(0, Math.floor((value - start) * scale))) : bins;
    counts[(i % replicates) * stride + bin]!++;
  }
}

/** Writes the sum of each replicate's trials that are not "never". */
export function writeReplicateSums(values: Float64Array, out: Float64Array, at: number): void {
  for (let i = 0; i < values.length; i++) if (values[i]! < Infinity) out[at + (i % replicates)]! += values[i]!;
}

/** Means of the replicates, from sums per block in block order and counts of all. */
export function replicateMeans(sums: Float64Array, counts: Uint32Array): Float64Array {
  const means = new Float64Array(replicates);
  for (let i = 0; i < sums.length; i++) means[i % replicates]! += sums[i]!;
  for (let replicate = 0; replicate < replicates; replicate++) {
    let finite = 0;
    for (let bin = 0; bin < bins; bin++) finite += counts[replicate * stride + bin]!;
    means[replicate]! /= finite;
  }
  return means;
}
