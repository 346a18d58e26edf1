import { locales, noBreakSpace, type Dress } from './figure';
import type { Language } from './language';

/** How a language writes one currency: `€` before, or `€` after a no-break space. */
export interface CurrencyStyle {
  readonly symbol: string;
  /** Decimals of its smallest coin: 2 for euros, 0 for yen. */
  readonly decimals: number;
  readonly dress: Dress;
  /** With a power of a thousand: `200 t€`, `€200k`. */
  readonly dressScaled: (scale: MoneyScale) => Dress;
}

export type MoneyScale = 'one' | 'thousand' | 'million' | 'billion' | 'trillion';

export const moneyScales = {
  one: 1,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
} as const satisfies Record<MoneyScale, number>;

/** Finnish glues t and M to the symbol or code, as its annual reports do (t€, MSEK); mrd and bilj. are words of their own. */
const scaleSigns = {
  fi: { thousand: 't', million: 'M', billion: `mrd${noBreakSpace}`, trillion: `bilj.${noBreakSpace}` },
  en: { thousand: 'k', million: 'M', billion: 'bn', trillion: 'tn' },
} as const satisfies Record<Language, Record<Exclude<MoneyScale, 'one'>, string>>;

export function toCurrencyStyle(language: Language, currency: string): CurrencyStyle {
  const { symbol, gap, before, decimals } = place(language, currency);
  const put = (digits: string, sign: string): string =>
    before ? symbol + gap + digits : digits + (sign ? noBreakSpace + sign : gap) + symbol;
  return {
    symbol,
    decimals,
    dress: (digits) => put(digits, ''),
    dressScaled: (scale) => (digits) => {
      if (scale === 'one') return put(digits, '');
      const sign = scaleSigns[language][scale];
      return before ? put(digits + sign, '') : put(digits, sign);
    },
  };
}

/** Where the symbol goes is `Intl`'s to say; a text that is no currency code stands as it is, where the language puts codes. */
function place(language: Language, currency: string) {
  try {
    const format = new Intl.NumberFormat(locales[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    const parts = format.formatToParts(1);
    const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
    return {
      symbol,
      gap: parts.some((part) => part.type === 'literal') ? noBreakSpace : '',
      before: parts[0]?.type === 'currency',
      decimals: format.resolvedOptions().maximumFractionDigits ?? 2,
    };
  } catch {
    return { symbol: currency, gap: noBreakSpace, before: language === 'en', decimals: 2 };
  }
}
