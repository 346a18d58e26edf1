/**
 * Standard error of a proportion estimated from independent trials: √(p(1 − p)/n).
 *
 * Convention: the plain (Wald) error of independent draws; low-discrepancy trials do better and are judged by the spread of their
 * scrambles instead.
 *
 * @param proportion estimated share, 0–1.
 * @param trials number of independent trials.
 * @returns ratio, one standard error; 0 at proportions 0 and 1; `null` without trials or outside 0–1.
 * @see Dong & Nakayama, A tutorial on quantile estimation via Monte Carlo.
 * @example proportionError(0.9, 10000) // 0.003
 */
export function proportionError(proportion: number, trials: number): number | null {
  if (!(trials > 0 && proportion >= 0 && proportion <= 1)) return null;
  return Math.sqrt((proportion * (1 - proportion)) / trials);
}
