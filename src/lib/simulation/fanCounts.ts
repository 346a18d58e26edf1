import { blockTrials } from './kernel/kernel';
import { fanSeries, type FanBands, type FanSeries } from './result';

/** Bins of one month: fine enough that a percentile is off by far less than its sampling error. */
const bins = 512;

/** Blocks that find out where a series lies; computed alike by everybody who takes part in a run. */
export const pilotBlocks = 4;

/** Where the bins of every series and month lie: two numbers (start, width of a bin) per month. */
export type FanGrid = Readonly<Record<FanSeries, Float64Array>>;

/** Trials per bin, month after month; integers, so that adding them up in any order gives the same. */
export type FanCounts = Readonly<Record<FanSeries, Uint32Array>>;

type Paths = Readonly<Record<FanSeries, Float64Array>>;

function forEachSeries<T>(make: (series: FanSeries) => T): Record<FanSeries, T> {
  return Object.fromEntries(fanSeries.map((series) => [series, make(series)])) as Record<FanSeries, T>;
}

/** Lays the bins from the paths of the pilot blocks: a quarter wider to each side than what they reached. */
export function layGrid(pilots: readonly Paths[], horizon: number): FanGrid {
  return forEachSeries((series) => {
    const grid = new Float64Array(2 * (horizon + 1));
    for (let month = 0; month <= horizon; month++) {
      let low = Infinity;
      let high = -Infinity;
      for (const pilot of pilots) {
        const path = pilot[series];
        for (let at = month * blockTrials; at < (month + 1) * blockTrials; at++) {
          const value = path[at]!;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      }
      const margin = (high - low) / 4;
      grid[2 * month] = low - margin;
      grid[2 * month + 1] = (high - low + 2 * margin) / bins;
    }
    return grid;
  });
}

export function emptyCounts(horizon: number): FanCounts {
  return forEachSeries(() => new Uint32Array((horizon + 1) * bins));
}

/** Counts one block's paths; what lies outside the bins counts in the outermost. */
export function countPaths(paths: Paths, grid: FanGrid, counts: FanCounts, horizon: number): void {
  for (const series of fanSeries) {
    const path = paths[series];
    const count = counts[series];
    for (let month = 0; month <= horizon; month++) {
      const start = grid[series][2 * month]!;
      const width = grid[series][2 * month + 1]!;
      const scale = width > 0 ? 1 / width : 0;
      for (let at = month * blockTrials; at < (month + 1) * blockTrials; at++) {
        const bin = Math.floor((path[at]! - start) * scale);
        count[month * bins + (bin < 0 ? 0 : bin < bins ? bin : bins - 1)]!++;
      }
    }
  }
}

/** Percentiles of every month, linear inside a bin. */
export function toFan(
  grid: FanGrid,
  parts: readonly FanCounts[],
  trials: number,
  horizon: number,
): Record<FanSeries, FanBands> {
  return forEachSeries((series) => {
    const at = (probability: number) => {
      const line = new Float64Array(horizon + 1);
      for (let month = 0; month <= horizon; month++) {
        const start = grid[series][2 * month]!;
        const width = grid[series][2 * month + 1]!;
        const wanted = probability * trials;
        let below = 0;
        for (let bin = 0; bin < bins; bin++) {
          let here = 0;
          for (const part of parts) here += part[series][month * bins + bin]!;
          if (here > 0 && below + here >= wanted) {
            line[month] = start + width * (bin + (wanted - below) / here);
            break;
          }
          below += here;
        }
      }
      return line;
    };
    return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
  });
}
