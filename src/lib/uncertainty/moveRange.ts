import type { Range } from './range';

/**
 * The range that goes along when the value of a driver moves: a positive range is scaled (its ends keep their ratio to
 * the value), any other is shifted (its ends keep their distance). Moving back returns the first range within rounding,
 * as long as a shift has not carried the range across zero; keep the range a drag began with when that matters.
 *
 * @param range as before the move
 * @param from the driver's value before, in its unit
 * @param to and after
 * @returns null when a positive range would be scaled by a factor ≤ 0 (or one that is no number): no spread is left
 *
 * @example moveRange({ shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 }, 7, 14) // low 10, high 20
 */
export function moveRange(range: Range, from: number, to: number): Range | null {
  if (from === to) return range;
  if (range.low > 0) {
    const factor = to / from;
    return factor > 0 ? moved(range, (x) => x * factor) : null;
  }
  return moved(range, (x) => x + (to - from));
}

function moved(range: Range, move: (x: number) => number): Range | null {
  const low = move(range.low);
  const high = move(range.high);
  if (!Number.isFinite(low) || !Number.isFinite(high) || (range.low > 0 && low === 0)) return null;
  return { ...range, low, high, ...(range.mode === undefined ? {} : { mode: move(range.mode) }) };
}
