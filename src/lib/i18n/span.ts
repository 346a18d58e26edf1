import { figure, fitsInDigits, noBreakSpace, signOf, unsignedDigits, type Dress, type FigureOptions } from './figure';
import type { Language } from './language';

/** An end of a range; `null` or +∞ is "never", or "no limit". */
export type SpanEnd = number | null;

/** Negative numbers and an en dash read as one long row of strokes, so an ellipsis stands between them. */
export function spanMark(low: number, high: number): '–' | '…' {
  return low < 0 || high < 0 ? '…' : '–';
}

/**
 * A range with one unit for both ends: `5–10 %`, `−34…790 %`, `€53–1,425k`.
 * Ends that look the same are written once. A `null` or infinite high end is put in words, `2,5 kk – ei koskaan`;
 * when both are, the words stand alone.
 */
export function span(
  language: Language,
  low: SpanEnd,
  high: SpanEnd,
  dress: Dress,
  options: FigureOptions = {},
): string {
  const { least = 0, most = least } = options;
  const one = (x: SpanEnd): string => figure(language, x ?? Infinity, dress, options);
  if (one(low) === one(high)) return one(low);
  if (low === null || high === null || !fitsInDigits(low) || !fitsInDigits(high)) {
    return `${one(low)}${noBreakSpace}– ${one(high)}`;
  }
  const [from, to] = [low, high].map((x) => unsignedDigits(language, x, least, most)) as [string, string];
  return signOf(low, from) + dress(`${from}${spanMark(low, high)}${signOf(high, to)}${to}`);
}
