import type { ValueKind } from '$lib/charts/valueFormat';
import { decimalsNeeded, faint, fitsInDigits } from '$lib/i18n/figure';
import type { Formats } from '$lib/i18n/formats';
import { isMoney, toShown } from '$lib/i18n/unitFormats';
import type { Expression, Operator } from '$lib/notebook/expression/expression';
import { toNotation } from '$lib/notebook/expression/notation';
import { printExpression } from '$lib/notebook/expression/printExpression';
import type { Published } from '$lib/notebook/published';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { quantile } from '$lib/simulation/sortedSample';
import type { SortedSample } from '$lib/simulation/result';
import { messages } from './messages';

/** How a chart writes values of a unit. */
export function valueKindOf(unit: ValueUnit): ValueKind {
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth':
      return 'money';
    case 'ratio':
      return 'percent';
    case 'points':
      return 'points';
    case 'months':
      return 'months';
    case 'count':
    case 'countPerYear':
      return 'count';
    case 'multiple':
      return 'multiple';
  }
}

/** Digits before the decimal mark; 0 for 0.1–0.99 and fewer for less. */
const wholeDigits = (size: number): number => Math.floor(Math.log10(size)) + 1;

/** Sums from here on are written in whole units. */
const wholeFrom = 1000;

/** The decimals that values of this size have when they are neither very small nor very close together. */
function usualDecimals(unit: ValueUnit, size: number, formats: Formats): number {
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth':
      return size < wholeFrom ? formats.coins : 0;
    case 'ratio':
      return size < 10 ? 1 : 0;
    case 'points':
    case 'months':
      return 1;
    case 'count':
    case 'countPerYear':
      return size < 100 ? 1 : 0;
    case 'multiple':
      return Math.max(0, 3 - wholeDigits(size));
  }
}

/** No more decimals than the numbers truly have: none when all are whole, and in a sum those of a coin or none. */
function trueDecimals(unit: ValueUnit, shown: readonly number[], most: number, coins: number): number {
  if (unit === 'count' || unit === 'countPerYear' || unit === 'multiple') return decimalsNeeded(shown, 0, most);
  return isMoney(unit) ? decimalsNeeded(shown, 0, 0, decimalsNeeded(shown, Math.min(coins, most), most)) : most;
}

/**
 * The decimals of a formula's figure, range, sentence and chart alike, from the size of its values: three digits where the
 * usual decimals of the unit would leave less than two, and two digits of the spread where they would leave none.
 * `undefined` for sums that are written in thousands or millions where they need not be written out.
 *
 * @param value the figure; the middle half of the sample gives the size with it, as a tail may be of any size
 */
export function formulaDecimals(
  unit: ValueUnit,
  value: number | null,
  sample: SortedSample | null,
  formats: Formats,
): number | undefined {
  const shown = (xs: readonly (number | null)[]): number[] =>
    xs.filter((x) => x !== null && fitsInDigits(x)).map((x) => toShown(unit, x!));
  const at = (share: number): number | null => sample && quantile(sample, share);
  const middle = shown([value, at(0.25), at(0.75)]);
  const ends = shown([at(0.05), at(0.95)]);
  const size = Math.max(0, ...middle.map(Math.abs));
  const apart = ends.length === 2 ? ends[1]! - ends[0]! : 0;
  // Less is the rounding of the arithmetic itself.
  const spread = apart > 1e-12 * size ? apart : 0;
  if (Math.max(size, spread) < faint) return trueDecimals(unit, [0], usualDecimals(unit, 1, formats), formats.coins);
  if (isMoney(unit) && size >= wholeFrom && (spread === 0 || spread >= size / 1000)) return undefined;

  const usual = usualDecimals(unit, size >= faint ? size : spread, formats);
  const bySize = size >= faint && usual + wholeDigits(size) < 2 ? 3 - wholeDigits(size) : usual;
  const bySpread = spread >= faint && usual + wholeDigits(spread) < 1 ? 2 - wholeDigits(spread) : usual;
  return trueDecimals(unit, [...middle, ...ends], Math.max(bySize, bySpread), formats.coins);
}

/** A computed number with its unit; without `decimals`, as its own size asks for. */
export function formulaFigure(
  unit: ValueUnit,
  value: number,
  formats: Formats,
  decimals = formulaDecimals(unit, value, null, formats),
): string {
  return formats.valueTo(unit, value, decimals ?? 0);
}

const signs: Readonly<Record<Operator, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '^': '^',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};

/** The formula with the figures of the moment in place of its names: "744 025 € − 512 000 €". */
export function liveFormula(
  expression: Expression,
  names: Readonly<Record<string, Published>>,
  formats: Formats,
): string {
  const say = messages[formats.language];
  const figureOf = (path: string): string => {
    const { value, unit, simulated } = names[path] ?? { value: null, unit: 'multiple' };
    if (simulated) return path;
    if (value === null) return say.notDefined;
    const figure = formulaFigure(unit, value, formats);
    return value < 0 ? `(${figure})` : figure;
  };
  return printExpression(expression, toNotation(formats.language), {
    name: figureOf,
    operator: (operator) => signs[operator],
  });
}
