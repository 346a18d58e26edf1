/**
 * What may go by while a worker computes: a frame, so that the picture of one is ready for the next. The page draws meanwhile,
 * and keeps its frames even where it shares two cores with two workers: it is measured by `npm run bench`.
 */
const budgetMs = 16;
const least = 4096;
const first = 32_768;

/** How many trials a run gets while a hand moves: as many as this machine computes within a frame. */
export interface MovingTrials {
  /** Never more than the run at rest will have. */
  readonly of: (most: number) => number;
  /** Tells how long a run of so many was computed. */
  readonly took: (trials: number, ms: number) => void;
}

/** Halves after three slow answers in a row, for one or two may be a busy spell, and doubles after several quick ones. */
export function createMovingTrials(): MovingTrials {
  let level = first;
  let slow = 0;
  let quick = 0;
  return {
    of: (most) => Math.min(level, most),
    took(trials, ms) {
      slow = ms > budgetMs ? slow + 1 : 0;
      quick = ms < 0.45 * budgetMs ? quick + 1 : 0;
      if (trials !== level) return;
      if (slow >= 3) level = Math.max(least, level / 2);
      else if (quick >= 4) level *= 2;
      else return;
      slow = quick = 0;
    },
  };
}
