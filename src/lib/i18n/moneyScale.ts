import { moneyScales, type MoneyScale } from './currencyStyle';
import { decimalsNeeded } from './figure';

const descending = ['trillion', 'billion', 'million', 'thousand'] as const satisfies readonly MoneyScale[];

/** Sums under this are short enough to be written out. */
const plainBelow = 10_000;

/**
 * The power of a thousand to write a sum in, and its decimals: whole thousands, and millions with one decimal unless whole.
 * Chosen by the rounded sum, so that 999 600 is 1 M€ and not 1 000 t€.
 */
export function shortScale(x: number): { scale: MoneyScale; decimals: number } {
  const size = Math.abs(x);
  if (Math.round(size) < plainBelow) return { scale: 'one', decimals: 0 };
  const scale = descending.find((name) => size >= moneyScales[name] * (name === 'thousand' ? 0.5 : 0.9995)) ?? 'one';
  return { scale, decimals: scale === 'thousand' ? 0 : decimalsNeeded([size / moneyScales[scale]], 0, 1) };
}

/**
 * One scale for both ends of a range, chosen by the larger: `53–1 425 t€` stays in thousands up to two million.
 * A decimal more where the smaller end would lose its meaning, and up to three where the two would look the same.
 */
export function spanScale(low: number, high: number): { scale: MoneyScale; decimals: number } {
  const sizes = [Math.abs(low), Math.abs(high)];
  const largest = Math.max(...sizes);
  if (largest < plainBelow) return { scale: 'one', decimals: 0 };
  const scale =
    descending.find((name) => largest >= moneyScales[name] * (name === 'thousand' ? 1 : 2)) ?? ('thousand' as const);
  const unit = moneyScales[scale];
  const smallest = Math.min(...sizes.filter((size) => size > 0)) / unit;
  let decimals = scale === 'thousand' && smallest >= 10 ? 0 : decimalsNeeded([low / unit, high / unit], 0, 1);
  while (decimals < 3 && low !== high && (low / unit).toFixed(decimals) === (high / unit).toFixed(decimals)) decimals++;
  return { scale, decimals };
}
