import type { Unit } from '$lib/scenario/drivers';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { moneyScales, toCurrencyStyle } from './currencyStyle';
import { decimalsNeeded, figure, figureWords, fitsInDigits, locales, noBreakSpace, toPercent } from './figure';
import { plural, type Language } from './language';
import { shortScale, spanScale } from './moneyScale';
import { span, type SpanEnd } from './span';
import { toUnitFormats } from './unitFormats';

/**
 * Every number on screen, in one language and one currency. Spaces inside are no-break, minus is U+2212, no zero is negative.
 *
 * No function throws, and none ever writes "NaN" or "∞": what cannot be a number is `ei laskettavissa` / `not computable`,
 * +∞ is `rajaton` / `no limit` (months: `ei koskaan` / `never`), and past 10¹⁵ stands `yli 1 000 bilj. €` / `over €1,000tn`.
 */
export interface Formats {
  readonly language: Language;
  readonly currency: string;
  /** The currency as this language writes it: `€`, `kr`, `SEK`. */
  readonly currencySymbol: string;
  /** Decimals of its smallest coin: 2 for euros, 0 for yen. */
  readonly coins: number;

  /** `1 735`, `7,3` */
  number(x: number, digits?: number): string;
  /** A whole number of things: `4 096`. */
  count(x: number): string;
  /** A plain multiple: `7,3`. */
  ratio(x: number, digits?: number): string;
  /** Whole units: `18 000 000 €`, `€18,000,000`. */
  money(x: number): string;
  /** With cents when it is not whole, for disclosure: `60 392,50 €`. */
  moneyExact(x: number): string;
  /** `200 t€`, `1,4 M€`, `2 mrd €`; sums under 10 000 plain. `digits` overrides the decimals of a scaled sum. */
  moneyShort(x: number, digits?: number): string;
  /** `percent(0.074, 1)` is `7,4 %`. */
  percent(ratio: number, digits?: number): string;
  /** A difference of percentages: `points(0.02)` is `2,0 %-yks.`, `2.0 pp`. */
  points(ratio: number, digits?: number): string;
  /** `3,7 kk`, `3.7 mo` */
  months(x: number, digits?: number): string;
  /** For sentences, whole months without decimals: `3,7 kuukautta`, `1 kuukausi`, `3.7 months`. */
  monthsLong(x: number, digits?: number): string;
  /** For sentences that say within what time: `3,7 kuukaudessa`, `3.7 months`. */
  monthsWithin(x: number, digits?: number): string;

  /** Ranges: one unit for both ends; an end that is `null` or +∞ is in words (`never`, by default as above). */
  numberSpan(low: SpanEnd, high: SpanEnd, digits?: number, never?: string): string;
  /** In one scale: `53–1 425 t€`, `€53–1,425k`. */
  moneySpan(low: SpanEnd, high: SpanEnd, never?: string): string;
  percentSpan(low: SpanEnd, high: SpanEnd, digits?: number, never?: string): string;
  /** Of differences of percentages. */
  pointsSpan(low: SpanEnd, high: SpanEnd, digits?: number): string;
  /** `2,5–11,0 kk`, `2,5 kk – ei koskaan` */
  monthsSpan(low: SpanEnd, high: SpanEnd, digits?: number, never?: string): string;

  /** A driver's value with its unit: `18 000 000 €/v`, `24,3 %`, `7,45 %`, `3,0 kk`, `36 kk`. `whole` drops a fixed decimal. */
  value(unit: Unit, x: number, whole?: boolean): string;
  /** Every decimal it has (up to 6) and no other: what a field holds while it is edited, so that nothing is lost by leaving it. */
  valueExactly(unit: Unit, x: number): string;
  /** A driver's range: `22,4–26,2 %`, `52 100–70 000 €`. */
  valueSpan(unit: Unit, low: number, high: number): string;
  /** A value of any unit with as many decimals as asked for: `valueTo('money', 0.0034, 5)` is `0,00340 €`. */
  valueTo(unit: ValueUnit, x: number, digits: number): string;
  valueSpanTo(unit: ValueUnit, low: SpanEnd, high: SpanEnd, digits: number): string;

  /** `14.02`, `14:02` */
  clockTime(time: Date): string;
  /** `1.6.2026`, `1 Jun 2026` */
  date(day: Date): string;
}

const known = new Map<string, Formats>();

/** The formats of a language and an ISO 4217 currency; made once. A text that is no currency code is shown as it is. */
export function toFormats(language: Language, currency: string): Formats {
  const key = `${language} ${currency}`;
  const formats = known.get(key) ?? makeFormats(language, currency);
  known.set(key, formats);
  return formats;
}

const monthWords = {
  fi: { sign: 'kk', one: 'kuukausi', other: 'kuukautta', within: { one: 'kuukaudessa', other: 'kuukaudessa' } },
  en: { sign: 'mo', one: 'month', other: 'months', within: { one: 'month', other: 'months' } },
} as const;

function makeFormats(language: Language, currency: string): Formats {
  const { dress: moneyDress, dressScaled, decimals: coins, symbol } = toCurrencyStyle(language, currency);
  const { never: neverWord, noLimit } = figureWords(language);
  const month = monthWords[language];
  const bare = (digits: string): string => digits;
  const percentDress = (digits: string): string => digits + (language === 'fi' ? noBreakSpace : '') + '%';
  const pointsDress = (digits: string): string => digits + noBreakSpace + (language === 'fi' ? '%-yks.' : 'pp');
  const monthsDress = (digits: string): string => digits + noBreakSpace + month.sign;

  const number = (x: number, digits = 0): string => figure(language, x, bare, { least: digits });
  const inMonths = (x: number, digits: number, forms: { readonly one: string; readonly other: string }): string => {
    const rounded = Number(Number.isFinite(x) ? x.toFixed(digits) : x);
    const dress = (text: string): string => text + noBreakSpace + plural(language, rounded, forms);
    return figure(language, x, dress, { most: digits, infinite: neverWord });
  };

  return {
    language,
    currency,
    currencySymbol: symbol,
    coins,
    number,
    count: (x) => number(x),
    ratio: (x, digits = 1) => number(x, digits),
    money: (x) => figure(language, x, moneyDress),
    moneyExact: (x) => figure(language, x, moneyDress, { least: decimalsNeeded([x], 0, 0, coins) }),
    moneyShort: (x, digits) => {
      if (!fitsInDigits(x)) return figure(language, x, moneyDress);
      const { scale, decimals } = shortScale(x);
      const least = scale === 'one' ? 0 : (digits ?? decimals);
      return figure(language, x / moneyScales[scale], dressScaled(scale), { least });
    },
    percent: (ratio, digits = 0) => figure(language, toPercent(ratio), percentDress, { least: digits }),
    points: (ratio, digits = 1) => figure(language, toPercent(ratio), pointsDress, { least: digits }),
    months: (x, digits = 1) => figure(language, x, monthsDress, { least: digits, infinite: neverWord }),
    monthsLong: (x, digits = 1) => inMonths(x, digits, month),
    monthsWithin: (x, digits = 1) => inMonths(x, digits, month.within),

    numberSpan: (low, high, digits = 0, never = noLimit) =>
      span(language, low, high, bare, { least: digits, infinite: never }),
    moneySpan: (low, high, never = noLimit) => {
      // What exceeds every scale says so in words, in which a scale of the other end has no place.
      const exceeds = [low, high].some((x) => x !== null && Number.isFinite(x) && !fitsInDigits(x));
      if (exceeds) return span(language, low, high, moneyDress, { infinite: never });
      const ends = [low, high].filter((x) => x !== null && fitsInDigits(x)) as number[];
      const { scale, decimals } = spanScale(ends[0] ?? 0, ends.at(-1) ?? 0);
      const scaled = (x: SpanEnd): SpanEnd => x && x / moneyScales[scale];
      return span(language, scaled(low), scaled(high), dressScaled(scale), { least: decimals, infinite: never });
    },
    percentSpan: (low, high, digits = 0, never = noLimit) =>
      span(language, low && toPercent(low), high && toPercent(high), percentDress, { least: digits, infinite: never }),
    pointsSpan: (low, high, digits = 0) =>
      span(language, low && toPercent(low), high && toPercent(high), pointsDress, { least: digits, infinite: noLimit }),
    monthsSpan: (low, high, digits = 1, never = neverWord) =>
      span(language, low, high, monthsDress, { least: digits, infinite: never }),

    ...toUnitFormats(
      language,
      { money: moneyDress, percent: percentDress, points: pointsDress, months: monthsDress },
      coins,
    ),

    clockTime: (time) => moment(language, time, { hour: language === 'fi' ? 'numeric' : '2-digit', minute: '2-digit' }),
    date: (day) => moment(language, day, { dateStyle: 'medium' }),
  };
}

const unknownMoment = { fi: 'ei tiedossa', en: 'not known' } as const;

/** By language and options: an engine takes milliseconds to make one. */
const momentFormats = new Map<string, Intl.DateTimeFormat>();

function moment(language: Language, time: Date, options: Intl.DateTimeFormatOptions): string {
  if (Number.isNaN(time.getTime())) return unknownMoment[language];
  const key = JSON.stringify([language, options]);
  const format =
    momentFormats.get(key) ??
    new Intl.DateTimeFormat(locales[language], { ...options, ...(options.hour && { hourCycle: 'h23' }) });
  momentFormats.set(key, format);
  return format.format(time);
}
