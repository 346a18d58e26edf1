import type { Unit } from '$lib/scenario/drivers';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { decimalsNeeded, decimalsToTell, figure, figureWords, mostDecimals, toPercent, type Dress } from './figure';
import type { Language } from './language';
import { span } from './span';
import type { Formats } from './formats';

const perYear = { fi: '/v', en: '/yr' } as const;
const perMonth = { fi: '/kk', en: '/mo' } as const;

type Dresses = Readonly<Record<'money' | 'percent' | 'points' | 'months', Dress>>;

/** A driver's value and range as text, by its unit. `coins` are the decimals of the currency's smallest coin. */
export function toUnitFormats(
  language: Language,
  dresses: Dresses,
  coins: number,
): Pick<Formats, 'value' | 'valueExactly' | 'valueSpan' | 'valueTo' | 'valueSpanTo'> {
  const { money, percent, points, months } = dresses;
  const dressOf: Readonly<Record<ValueUnit, Dress>> = {
    money,
    moneyPerYear: (digits) => money(digits) + perYear[language],
    moneyPerMonth: (digits) => money(digits) + perMonth[language],
    count: (digits) => digits,
    countPerYear: (digits) => digits + perYear[language],
    ratio: percent,
    points,
    months,
    multiple: (digits) => digits,
  };
  const infinite = (unit: ValueUnit): string => figureWords(language)[unit === 'months' ? 'never' : 'noLimit'];

  return {
    value: (unit, x, whole = false) => {
      const shown = toShown(unit, x);
      return figure(language, shown, dressOf[unit], {
        least: decimalsOfValue(unit, shown, whole, coins),
        infinite: infinite(unit),
      });
    },
    valueExactly: (unit, x) => {
      const shown = toShown(unit, x);
      const decimals = decimalsNeeded([shown], 0, mostDecimals);
      // Half a coin is written as one writes coins: 60 392,50, not 60 392,5.
      const least = isMoney(unit) && decimals > 0 ? Math.max(decimals, coins) : decimals;
      return figure(language, shown, dressOf[unit], { least, infinite: infinite(unit) });
    },
    valueSpan: (unit, low, high) => {
      const ends = [toShown(unit, low), toShown(unit, high)] as const;
      const usual = decimalsOfSpan(unit, ends, coins);
      const most = Number.isFinite(low + high) ? Math.max(...ends.map((x) => decimalsToTell(x, usual))) : usual;
      return span(language, ...ends, dressOf[unit], {
        // An end that is told in many decimals does not give the other a row of noughts: 0.0001–20%.
        least: most > usual ? 0 : usual,
        most,
        infinite: infinite(unit),
      });
    },
    valueTo: (unit, x, digits) =>
      figure(language, toShown(unit, x), dressOf[unit], { least: digits, infinite: infinite(unit) }),
    valueSpanTo: (unit, low, high, digits) =>
      span(language, low && toShown(unit, low), high && toShown(unit, high), dressOf[unit], {
        least: digits,
        infinite: infinite(unit),
      }),
  };
}

export function isMoney(unit: ValueUnit): boolean {
  return unit === 'money' || unit === 'moneyPerYear' || unit === 'moneyPerMonth';
}

/** Percent exists only where text is made. */
export function toShown(unit: ValueUnit, x: number): number {
  return unit === 'ratio' || unit === 'points' ? toPercent(x) : x;
}

function decimalsOfValue(unit: Unit, x: number, whole: boolean, coins: number): number {
  return Number.isFinite(x) && !whole ? decimalsToTell(x, usualDecimals(unit, x, coins)) : 0;
}

function usualDecimals(unit: Unit, x: number, coins: number): number {
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth':
      // Cents matter in a price, and are noise in a sum.
      return Math.abs(x) < 1000 && !Number.isInteger(Number(x.toFixed(coins))) ? coins : 0;
    case 'count':
    case 'countPerYear':
      return decimalsNeeded([x], 0, 2);
    case 'ratio':
    case 'points':
      return decimalsNeeded([x], 1, Math.abs(x) < 1 ? 3 : 2);
    case 'months':
      // A slider of a few months keeps its decimal, so that the figure does not jump; a horizon has none.
      return Math.abs(x) >= 12 ? decimalsNeeded([x], 0, 2, 1) : decimalsNeeded([x], 1, 2, 1);
  }
}

/** Ends that were typed are shown as typed, computed ones with one decimal; more if they would look the same. */
function decimalsOfSpan(unit: Unit, ends: readonly [number, number], coins: number): number {
  if (!ends.every(Number.isFinite)) return 0;
  if (isMoney(unit)) return Math.max(...ends.map((x) => usualDecimals(unit, x, coins)));
  const decimals = decimalsNeeded(ends, 0, 3, 1);
  return ends[0].toFixed(decimals) === ends[1].toFixed(decimals) ? decimalsNeeded(ends, 0, 3) : decimals;
}
