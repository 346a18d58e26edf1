import { range, tickStep } from 'd3-array';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';
import type { SortedSample } from '$lib/simulation/result';

/** Equal bins between round numbers: edge i is (first + i) · step. */
export interface Bins {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** A multiple of a round step, without the noise of binary fractions. */
function edge({ first, step }: Bins, i: number): number {
  return Number(((first + i) * step).toPrecision(12));
}

export function startOf(bins: Bins): number {
  return edge(bins, 0);
}

export function endOf(bins: Bins): number {
  return edge(bins, bins.count);
}

/** All edges, one more than there are bins. */
export function edgesOf(bins: Bins): number[] {
  return range(bins.count + 1).map((i) => edge(bins, i));
}

/** Exact number of trials in each bin (edge i, edge i+1]; an edge may be ±∞. */
export function binCounts(sample: SortedSample, edges: readonly number[]): number[] {
  const ranks = edges.map((x) => countAtMost(sample, x));
  return ranks.slice(1).map((rank, i) => rank - ranks[i]!);
}

/** About this many bars: enough to see a shape, few enough to see each. */
const wishedBins = 24;

function paybackBinsUpTo(end: number): Bins {
  const step = tickStep(0, end, wishedBins);
  return { first: 0, step, count: Math.ceil(end / step - 1e-9) };
}

/**
 * Bins of a payback: from 0 to 12 months when most of those that pay back do so by then, otherwise to 24, 36, 60 or the horizon.
 * What comes later has a bar of its own.
 *
 * @param previous the bins drawn last, kept while they still serve, so that bars do not flicker while a slider moves.
 */
export function paybackBins(sample: SortedSample, horizonMonths: number, previous?: Bins): Bins {
  const ends = [12, 24, 36, 60].filter((end) => end < horizonMonths).concat(horizonMonths);
  const paid = countAtMost(sample, Number.MAX_VALUE);
  const covered = (end: number | undefined) => (end === undefined || paid === 0 ? 0 : countAtMost(sample, end) / paid);
  const kept = ends.findIndex((end) => previous && same(paybackBinsUpTo(end), previous));
  const serves = kept >= 0 && (kept === ends.length - 1 || covered(ends[kept]) >= 0.65);
  if (serves && (kept === 0 || covered(ends[kept - 1]) < 0.85)) return previous!;
  if (paid === 0) return paybackBinsUpTo(ends[0]!);
  return paybackBinsUpTo(ends.find((end) => covered(end) >= 0.75) ?? horizonMonths);
}

function same(a: Bins, b: Bins): boolean {
  return a.first === b.first && a.step === b.step && a.count === b.count;
}

/** How many bins make one round stretch of the axis. */
const binsPerStretch = 4;

/**
 * Bins of any other value over P0.5–P99.5, between round numbers; the rest are tails, said in words.
 *
 * @param previous the bins drawn last, kept while they hold the values and are not much too wide or too coarse.
 */
export function valueBins(sample: SortedSample, previous?: Bins): Bins {
  const finite = countAtMost(sample, Number.MAX_VALUE) / sample.trials;
  const low = finite > 0 ? (quantile(sample, 0.005 * finite) ?? 0) : 0;
  const high = Math.max(low, finite > 0 ? (quantile(sample, 0.995 * finite) ?? low) : 0);
  const spread = high - low || Math.abs(low) || 1;
  if (previous) {
    const within = startOf(previous) < low && high <= endOf(previous);
    const filled = spread / (previous.count * previous.step);
    if (within && filled >= 0.5 && spread / previous.step >= 10) return previous;
  }
  const step = tickStep(0, spread, wishedBins);
  const stretch = step * binsPerStretch;
  // One stretch below when the least value lies on an edge: a bin does not hold its lower edge.
  const firstStretch = Math.ceil(low / stretch - 1e-9) - 1;
  const lastStretch = Math.max(firstStretch + 1, Math.ceil(high / stretch - 1e-9));
  return { first: firstStretch * binsPerStretch, step, count: (lastStretch - firstStretch) * binsPerStretch };
}
