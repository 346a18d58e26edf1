/**
 * First time a cumulative curve reaches zero, in months, linear inside the month (cash arrives evenly).
 * The first crossing counts even when the curve falls below zero again later.
 *
 * @param cumulative value at months 0…n; a start at or above zero has crossed already.
 * @param months how far to look.
 * @returns months, or `null` when zero is not reached.
 * @example crossing([-10, -4, 2], 2) // 1.667
 */
export function crossing(cumulative: ArrayLike<number>, months: number): number | null {
  let before = cumulative[0] ?? 0;
  if (before >= 0) return 0;
  for (let k = 1; k <= months; k++) {
    const after = cumulative[k] ?? before;
    if (after >= 0) return k - 1 + before / (before - after);
    before = after;
  }
  return null;
}

/** Whether a curve that has reached zero falls below it again within `months`: then the reader is told in words. */
export function fallsBelowAgain(cumulative: ArrayLike<number>, months: number): boolean {
  let reached = false;
  for (let k = 0; k <= months; k++) {
    const value = cumulative[k] ?? 0;
    if (reached && value < -1e-9) return true;
    reached ||= value >= 0;
  }
  return false;
}
