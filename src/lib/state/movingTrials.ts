import { median } from 'simple-statistics';

/**
 * What may go by while a worker computes: two frames. Twice the trials in every other frame cost the page less than half of them in
 * each, and no eye follows ranges that move faster; the figures themselves do not wait for them.
 */
const budgetMs = 32;
/** A step up must leave so much of it. */
const spareShare = 0.1;
/** Powers of two and what lies between them. */
const levels = [4096, 6144, 8192, 12_288, 16_384, 24_576, 32_768, 49_152, 65_536, 98_304, 131_072];
const first = levels.indexOf(65_536);

/** How many trials a run gets while a hand moves: as many as this machine computes within two frames. */
export interface MovingTrials {
  /** Never more than the run at rest will have. */
  readonly of: (most: number) => number;
  /** Tells how long a run of so many was computed. */
  readonly took: (trials: number, ms: number) => void;
}

/** Answers by whose middle one a level is judged: some may fall into a busy spell of the machine. */
const judged = 5;

/** Down to what is in time when the middle of the last answers took too long, and a level up when more trials would still be in time. */
export function createMovingTrials(): MovingTrials {
  let level = first;
  let times: number[] = [];
  return {
    of: (most) => Math.min(levels[level]!, most),
    took(trials, ms) {
      if (trials !== levels[level]) return;
      times = [...times, ms].slice(-judged);
      if (times.length < judged) return;
      const middle = median(times);
      const more = levels[level + 1];
      const inTime = levels.findLastIndex((count) => (middle * count) / trials <= budgetMs);
      if (middle > budgetMs && level > 0) level = Math.max(0, inTime);
      else if (more && (middle * more) / trials < (1 - spareShare) * budgetMs) level++;
      else return;
      times = [];
    },
  };
}
