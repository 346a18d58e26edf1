import { blockTrials, fanBins, groupTrials } from './kernel/layout';
import { fanSeries, type FanBands, type FanSeries } from './result';

/** Blocks that find out where outputs and series lie; computed alike by everybody who takes part in a run. */
export const pilotBlocks = 4;

/** Where the bins of every month lie: two floats (start of the first, bins per unit) per month. */
export type FanGrid = Float32Array;

/** Lowest and highest value of each month of a series so far. */
export interface MonthlyReach {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function emptyReach(horizon: number): MonthlyReach {
  return {
    low: new Float64Array(horizon + 1).fill(Infinity),
    high: new Float64Array(horizon + 1).fill(-Infinity),
  };
}

/** Widens the reach by a block's paths, as the kernel keeps them. */
export function widen({ low, high }: MonthlyReach, paths: Float32Array): void {
  const months = low.length;
  for (let group = 0; group < blockTrials / groupTrials; group++) {
    for (let month = 0; month < months; month++) {
      const at = (group * months + month) * groupTrials;
      for (let i = at; i < at + groupTrials; i++) {
        const value = paths[i]!;
        if (value < low[month]!) low[month] = value;
        if (value > high[month]!) high[month] = value;
      }
    }
  }
}

/** Lays the bins a quarter wider to each side than what the pilot blocks reached. A month without spread has none. */
export function layGrid({ low, high }: MonthlyReach): FanGrid {
  const grid = new Float32Array(2 * low.length);
  for (let month = 0; month < low.length; month++) {
    const margin = (high[month]! - low[month]!) / 4;
    const width = high[month]! - low[month]! + 2 * margin;
    const scale = Math.fround(fanBins / width);
    grid[2 * month] = low[month]! - margin;
    grid[2 * month + 1] = scale < Infinity && scale > 0 ? scale : 0;
  }
  return grid;
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
