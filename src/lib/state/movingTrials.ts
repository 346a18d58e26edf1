import { median } from 'simple-statistics';

/**
 * What may go by while a worker computes: less than a frame, so that a picture is ready for the next. Where two workers share two
 * cores with the page, more of it would give hardly more trials, and cost frames.
 */
const budgetMs = 12;
/** An answer in so much of it leaves room for twice as many trials. */
const quickShare = 0.45;
const least = 4096;
const first = 32_768;

/** How many trials a run gets while a hand moves: as many as this machine computes within a frame. */
export interface MovingTrials {
  /** Never more than the run at rest will have. */
  readonly of: (most: number) => number;
  /** Tells how long a run of so many was computed. */
  readonly took: (trials: number, ms: number) => void;
}

/** Answers by whose middle one a level is judged: some may fall into a busy spell of the machine. */
const judged = 5;

/** Halves when the middle of the last answers took too long, and doubles when twice as many would still be in time. */
export function createMovingTrials(): MovingTrials {
  let level = first;
  let times: number[] = [];
  return {
    of: (most) => Math.min(level, most),
    took(trials, ms) {
      if (trials !== level) return;
      times = [...times, ms].slice(-judged);
      if (times.length < judged) return;
      const middle = median(times);
      if (middle > budgetMs && level > least) level /= 2;
      else if (middle < quickShare * budgetMs) level *= 2;
      else return;
      times = [];
    },
  };
}
