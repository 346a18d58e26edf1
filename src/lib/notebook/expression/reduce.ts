import { quantile } from '$lib/simulation/sortedSample';

/** Trials per partial sum: rounding stays small, and the order of the additions is fixed. */
const block = 256;

/** Mean of the trials that are numbers, as everywhere in a notebook; "never" when none is a number but some are never. */
export function meanOf(sample: Float64Array): number {
  let total = 0;
  let count = 0;
  let nevers = 0;
  for (let start = 0; start < sample.length; start += block) {
    const end = Math.min(start + block, sample.length);
    let part = 0;
    for (let i = start; i < end; i++) {
      const value = sample[i]!;
      if (value - value === 0) {
        part += value;
        count++;
      } else if (value === Infinity) nevers++;
    }
    total += part;
  }
  if (count > 0) return total / count;
  return nevers > 0 ? Infinity : NaN;
}

/** The trials that are defined, ascending; "never" ranks last. */
export function sortedDefined(sample: Float64Array): Float64Array {
  // Sorting puts NaN at the end, after +∞.
  const sorted = sample.slice().sort();
  let end = sorted.length;
  while (end > 0 && Number.isNaN(sorted[end - 1])) end--;
  return sorted.subarray(0, end);
}

/** Hyndman–Fan type 7, of the trials that are defined; "never" where the quantile is. NaN when none is, or outside 0–1. */
export function percentileOf(sample: Float64Array, probability: number): number {
  const sorted = sortedDefined(sample);
  if (sorted.length === 0 || !(probability >= 0 && probability <= 1)) return NaN;
  const all = { parts: [sorted], trials: sorted.length, never: 0, mean: null, deviation: null };
  return quantile(all, probability) ?? Infinity;
}

/** Share of the trials in which a condition holds (is not 0), among those in which it is defined. */
export function probabilityOf(condition: Float64Array): number {
  let holds = 0;
  let defined = 0;
  for (const value of condition) {
    if (value !== value) continue;
    defined++;
    if (value !== 0) holds++;
  }
  return defined > 0 ? holds / defined : NaN;
}
