import { blockTrials, fanBins } from './kernel/layout';
import { fanSeries, type FanBands, type FanSeries } from './result';

/** Blocks that find out where outputs and series lie; computed alike by everybody who takes part in a run. */
export const pilotBlocks = 4;

/** Where the bins of every month lie: two floats (start of the first, bins per unit) per month. */
export type FanGrid = Float32Array;

/** Lays the bins a quarter wider to each side than what the pilot blocks reached: lowest and highest of each month. A month without spread has none. */
export function layGrid(reach: Float32Array): FanGrid {
  const grid = new Float32Array(reach.length);
  for (let at = 0; at < reach.length; at += 2) {
    const [low, high] = [reach[at]!, reach[at + 1]!];
    const margin = (high - low) / 4;
    const width = high - low + 2 * margin;
    const scale = Math.fround(fanBins / width);
    grid[at] = low - margin;
    grid[at + 1] = scale < Infinity && scale > 0 ? scale : 0;
  }
  return grid;
}

/** Beyond these shares of the pilot trials, below and above, a month's trials are its tails. */
const tail = 0.03;
/** Of the bins, at least so many are for what lies between the tails. */
const leastBetween = fanBins / 4;

/**
 * Lays the bins of months anew, in place, where a few far trials have made them so wide that most trials share a handful: around
 * what lies between the tails. The outermost bins take in what lies beyond, as they always do.
 *
 * @param reach lowest and highest of each month, floats
 * @param counts of the pilot trials in the bins as they are
 * @returns whether there was such a month; its bins may still be too wide
 */
export function narrowGrid(grid: FanGrid, reach: Float32Array, counts: Uint32Array): boolean {
  let narrowed = false;
  const trials = pilotBlocks * blockTrials;
  for (let month = 0; month < grid.length / 2; month++) {
    const [start, scale] = [grid[2 * month]!, grid[2 * month + 1]!];
    if (scale === 0) continue;
    // The first and the last bin between the tails.
    let first = 0;
    let last = fanBins - 1;
    for (let below = 0; first < last && (below += counts[month * fanBins + first]!) < tail * trials; first++);
    for (let above = 0; last > first && (above += counts[month * fanBins + last]!) < tail * trials; last--);
    if (last - first + 1 >= leastBetween) continue;
    const margin = (last - first + 1) / 4 / scale;
    const low = Math.max(reach[2 * month]!, start + first / scale - margin);
    const high = Math.min(reach[2 * month + 1]!, start + (last + 1) / scale + margin);
    const finer = Math.fround(fanBins / (high - low));
    // Where floats stand no finer, bins do not either.
    if (!(finer > scale && finer < Infinity)) continue;
    grid[2 * month] = low;
    grid[2 * month + 1] = finer;
    narrowed = true;
  }
  return narrowed;
}

/** Shares of the trials below the five lines. */
const bandShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Percentiles of every month, linear inside a bin, from the counts of all parts; without counts, of no month. */
function toBands(grid: FanGrid, parts: readonly Uint32Array[], trials: number): FanBands {
  const months = grid.length / 2;
  const lines = bandShares.map(() => new Float64Array(months));
  const all = parts.length === 1 ? parts[0]! : new Uint32Array(months * fanBins);
  if (parts.length > 1) for (const counts of parts) for (let i = 0; i < all.length; i++) all[i]! += counts[i]!;
  for (let month = 0; month < months; month++) {
    const start = grid[2 * month]!;
    const width = grid[2 * month + 1]! > 0 ? 1 / grid[2 * month + 1]! : 0;
    let below = 0;
    let next = 0;
    let wanted = bandShares[0] * trials;
    for (let bin = 0; bin < fanBins && next < lines.length; bin++) {
      const here = all[month * fanBins + bin]!;
      while (here > 0 && next < lines.length && below + here >= wanted) {
        lines[next]![month] = start + width * (bin + (wanted - below) / here);
        wanted = (bandShares[++next] ?? 1) * trials;
      }
      below += here;
    }
  }
  const [p5, p25, p50, p75, p95] = lines as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return { p5, p25, p50, p75, p95 };
}

/** The fan of every series that was counted; the others' bands are empty. */
export function toFan(
  grids: Readonly<Record<FanSeries, FanGrid>>,
  parts: readonly Readonly<Record<FanSeries, Uint32Array>>[],
  trials: number,
): Record<FanSeries, FanBands> {
  return Object.fromEntries(
    fanSeries.map((series) => [
      series,
      toBands(
        grids[series],
        parts.map((part) => part[series]),
        trials,
      ),
    ]),
  ) as Record<FanSeries, FanBands>;
}
