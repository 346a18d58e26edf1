import type { Unit } from '$lib/scenario/drivers';
import { moneyScales, type MoneyScale } from './currencyStyle';
import { decimalsNeeded, locales, mostDecimals, toPercent } from './figure';
import type { Formats } from './formats';
import { defineMessages } from './language';
import { spanMark } from './span';

const words = defineMessages({
  fi: {
    between: ({ low, mark, high }: { low: string; mark: string; high: string }) => low + mark + high,
    million: ' miljoonaa',
    billion: ' miljardia',
    trillion: ' biljoonaa',
    perYear: ' vuodessa',
    perMonth: ' kuukaudessa',
    points: ' prosenttiyksikköä',
    months: ' kuukautta',
  },
  en: {
    between: ({ low, high }) => `between ${low} and ${high}`,
    million: ' million',
    billion: ' billion',
    trillion: ' trillion',
    perYear: ' a year',
    perMonth: ' a month',
    points: ' percentage points',
    months: ' months',
  },
});

/**
 * A range as it is said, with every decimal that was typed: `1,5–2,5 miljoonaa euroa vuodessa`,
 * `between 1.5 and 2.5 million euros a year`, `5–10 %`, `between 5% and 10%`.
 */
export function spanInWords(unit: Unit, low: number, high: number, formats: Formats): string {
  const say = words[formats.language];
  const both = (a: number, b: number, after: string): string => {
    const [from, to] = [formats.number(a, decimals(a, b)), formats.number(b, decimals(b, a))];
    return say.between({ low: from, mark: spanMark(a, b), high: to }) + after;
  };
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth': {
      const scale = sayableScale(low, high);
      const size = moneyScales[scale];
      const per = unit === 'money' ? '' : unit === 'moneyPerYear' ? say.perYear : say.perMonth;
      return both(low / size, high / size, `${scale === 'one' ? '' : say[scale]} ${currencyName(formats)}${per}`);
    }
    case 'count':
      return both(low, high, '');
    case 'countPerYear':
      return both(low, high, say.perYear);
    case 'points':
      return both(toPercent(low), toPercent(high), say.points);
    case 'months':
      return both(low, high, say.months);
    case 'ratio': {
      const [from, to] = [toPercent(low), toPercent(high)];
      const last = formats.percent(high, decimals(to, from));
      if (formats.language === 'en')
        return say.between({ low: formats.percent(low, decimals(from, to)), mark: '', high: last });
      return low === high ? last : formats.number(from, decimals(from, to)) + spanMark(low, high) + last;
    }
  }
}

/** As many as the other end has, unless they would be a row of noughts: `between 0.0001% and 20%`. */
function decimals(x: number, other: number): number {
  const own = decimalsNeeded([x], 0, mostDecimals);
  const most = Math.max(own, decimalsNeeded([other], 0, mostDecimals));
  return most - own > 2 ? own : most;
}

/** Millions only when both ends are short in them: 50 000–1 000 000 is clearer in full. */
function sayableScale(low: number, high: number): Exclude<MoneyScale, 'thousand'> {
  const ends = [low, high].filter((x) => x !== 0);
  const fits = (scale: MoneyScale): boolean =>
    ends.some((x) => Math.abs(x) >= moneyScales[scale]) &&
    ends.every((x) => Math.abs(x) >= moneyScales[scale] / 10) &&
    decimalsNeeded(
      ends.map((x) => x / moneyScales[scale]),
      0,
      2,
      3,
    ) < 3;
  return (['trillion', 'billion', 'million'] as const).find(fits) ?? 'one';
}

/** `euroa`, `euros`: the plural that follows a number. */
function currencyName({ language, currency, currencySymbol }: Formats): string {
  try {
    const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency, currencyDisplay: 'name' });
    return format.formatToParts(2).find((part) => part.type === 'currency')?.value ?? currencySymbol;
  } catch {
    return currencySymbol;
  }
}
