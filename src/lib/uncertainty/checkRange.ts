import type { Range } from './range';

/** What is wrong with a range somebody typed. Worded in `i18n`. */
export type RangeProblem =
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'lowAboveHigh'; readonly low: number; readonly high: number }
  | { readonly kind: 'lowNotPositive'; readonly low: number }
  | { readonly kind: 'modeOutside'; readonly mode: number; readonly low: number; readonly high: number }
  | { readonly kind: 'endsDoNotFit'; readonly shape: Range['shape']; readonly ends: Range['ends'] };

/** Beyond this a variance would overflow; no business figure comes near. */
const LARGEST = 1e150;

/**
 * What makes a range impossible, or null when nothing does: a person's mistake, told rather than thrown.
 * Ends must be numbers with low ≤ high (equal is certainty, and fine); a lognormal is positive; a mode lies between the
 * ends; lognormal and normal are stated by percentiles, PERT, triangular and uniform by the least and the most possible.
 *
 * @example checkRange({ shape: 'normal', ends: 'p5p95', low: 2, high: 1 }) // { kind: 'lowAboveHigh', low: 2, high: 1 }
 */
export function checkRange(range: Range): RangeProblem | null {
  const { shape, ends, low, high } = range;
  const mode = shape === 'pert' || shape === 'triangular' ? range.mode : undefined;
  const numbers = mode === undefined ? [low, high] : [low, high, mode];
  if (!numbers.every(Number.isFinite)) return { kind: 'notANumber' };
  if (numbers.some((x) => Math.abs(x) > LARGEST)) return { kind: 'tooLarge' };
  if (low > high) return { kind: 'lowAboveHigh', low, high };
  if (shape === 'lognormal' && low <= 0) return { kind: 'lowNotPositive', low };
  if (mode !== undefined && (mode < low || mode > high)) return { kind: 'modeOutside', mode, low, high };
  const byPercentiles = shape === 'lognormal' || shape === 'normal';
  if (byPercentiles === (ends === 'minmax')) return { kind: 'endsDoNotFit', shape, ends };
  return null;
}
