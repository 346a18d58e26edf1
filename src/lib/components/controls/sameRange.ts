import type { Range } from '$lib/uncertainty/range';

/** Whether two ranges say the same; `null` is a point. */
export function sameRange(a: Range | null, b: Range | null): boolean {
  if (a === null || b === null) return a === b;
  return a.shape === b.shape && a.ends === b.ends && a.low === b.low && a.high === b.high && a.mode === b.mode;
}
