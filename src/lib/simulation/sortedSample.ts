import { summaryItems } from './kernel/layout';
import { once } from './once';
import { replicates, type SortedSample } from './result';

/** How many items of an ascending array are below `x`, or at most `x`; looked for between two places that hold it. */
function rankIn(part: Float64Array, x: number, inclusive: boolean, from = 0, to = part.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = part[middle]!;
    if (item < x || (inclusive && item === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Trials whose value is at most `x`, exactly.
 *
 * @example countAtMost(payback, 6) / payback.trials // P(payback ≤ 6)
 */
export function countAtMost(sample: SortedSample, x: number): number {
  let count = 0;
  for (const part of sample.parts) count += rankIn(part, x, true);
  return count;
}

/** Trials whose value is below `x`, exactly. */
export function countBelow(sample: SortedSample, x: number): number {
  let count = 0;
  for (const part of sample.parts) count += rankIn(part, x, false);
  return count;
}

/** The items of rank `rank` (from 0) and of the next, of several ascending parts, without merging them: each round halves the widest part's candidates. */
function atRank({ parts }: SortedSample, rank: number): [item: number, next: number] {
  let from = parts.map(() => 0);
  let to = parts.map((part) => part.length);
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  for (;;) {
    let widest = 0;
    for (let p = 1; p < parts.length; p++) if (to[p]! - from[p]! > to[widest]! - from[widest]!) widest = p;
    const pivot = parts[widest]![(from[widest]! + to[widest]!) >>> 1]!;
    // What lies outside has been found to be smaller or larger than any candidate, the pivot among them.
    const ranks = (inclusive: boolean) => parts.map((part, p) => rankIn(part, pivot, inclusive, from[p], to[p]));
    const below = ranks(false);
    if (rank < total(below)) {
      to = below;
      continue;
    }
    const upTo = ranks(true);
    if (rank + 1 < total(upTo)) return [pivot, pivot];
    if (rank < total(upTo)) return [pivot, Math.min(...parts.map((part, p) => part[upTo[p]!] ?? Infinity))];
    from = upTo;
  }
}

/**
 * Quantile of a sample, Hyndman–Fan type 7 (as numpy, R, PERCENTILE.INC). "Never" ranks last.
 *
 * @param probability in [0, 1].
 * @returns `null` where the quantile is "never".
 * @example quantile(payback, 0.95) // null when more than 5 % of futures never pay back
 */
export function quantile(sample: SortedSample, probability: number): number | null {
  // Given back (Engine.giveBack): there is nothing to be found.
  if (sample.parts.every((part) => part.length === 0)) return null;
  const place = (sample.trials - 1) * probability;
  const rank = Math.floor(place);
  const share = place - rank;
  const [low, next] = atRank(sample, rank);
  const high = share > 0 ? next : low;
  return high === Infinity ? null : low + share * (high - low);
}

/**
 * Puts sorted parts together into one sample. Moments are made when first asked for: while a hand moves nobody does.
 *
 * @param summaries what the kernel's `summarise` made of all blocks, in block order
 */
export function toSortedSample(parts: readonly Float64Array[], summaries: () => Float64Array): SortedSample {
  const trials = parts.reduce((sum, part) => sum + part.length, 0);
  const finite = parts.reduce((sum, part) => sum + rankIn(part, Infinity, false), 0);
  const moments = once(() => toMoments(summaries()));
  return {
    parts,
    trials,
    never: trials > 0 ? (trials - finite) / trials : 0,
    get mean() {
      return moments().mean;
    },
    get deviation() {
      return moments().deviation;
    },
  };
}

/** Mean and standard deviation from those of all blocks (Chan, Golub & LeVeque 1979). */
function toMoments(summaries: Float64Array): Pick<SortedSample, 'mean' | 'deviation'> {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let at = replicates; at < summaries.length; at += summaryItems) {
    const added = summaries[at]!;
    if (added === 0) continue;
    const delta = summaries[at + 1]! - mean;
    const total = count + added;
    mean += (delta * added) / total;
    squares += summaries[at + 2]! + (delta * delta * count * added) / total;
    count = total;
  }
  return { mean: count > 0 ? mean : null, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : null };
}
