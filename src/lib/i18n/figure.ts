import type { Language } from './language';

export const noBreakSpace = '\u00a0';
/** U+2212. `Intl` writes a hyphen in English, which is shorter than a digit and breaks at a line's end. */
export const minus = '\u2212';

/** `Intl`'s locale of each language: euros in English as Ireland writes them. */
export const locales = { fi: 'fi-FI', en: 'en-IE' } as const satisfies Record<Language, string>;

/** Past this a double no longer tells units apart, and no case reaches it. */
export const huge = 1e15;

/** Closer to zero than this, as written, values cannot be told apart: it is what is left of numbers that cancel out. */
export const faint = 1e-9;

/** What stands where a number cannot. */
const words = {
  fi: {
    notComputable: 'ei laskettavissa',
    noLimit: 'rajaton',
    never: 'ei koskaan',
    over: 'yli',
    below: 'alle',
    huge: `1${noBreakSpace}000${noBreakSpace}bilj.`,
  },
  en: {
    notComputable: 'not computable',
    noLimit: 'no limit',
    never: 'never',
    over: 'over',
    below: 'below',
    huge: '1,000tn',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function figureWords(language: Language): (typeof words)[Language] {
  return words[language];
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Digits of a finite number without its sign: between `least` and `most` decimals. */
export function unsignedDigits(language: Language, x: number, least: number, most = least): string {
  const key = `${language} ${least} ${most}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[language], { minimumFractionDigits: least, maximumFractionDigits: most });
    numberFormats.set(key, format);
  }
  return format.format(Math.abs(x)).replace(/\s/g, noBreakSpace);
}

/** The sign to set before `digits`: never before a zero, whatever was rounded away. */
export function signOf(x: number, digits: string): string {
  return x < 0 && /[1-9]/.test(digits) ? minus : '';
}

/** Puts the unit to digits: `7,4` → `7,4 %`. The sign comes before all of it: `−€53`. */
export type Dress = (digits: string) => string;

export interface FigureOptions {
  /** Decimals always shown. */
  readonly least?: number;
  /** Decimals shown when they are not zeros. */
  readonly most?: number;
  /** What +∞ and `null` are called. */
  readonly infinite?: string;
}

/**
 * One number with its unit, whatever the number is.
 * NaN and −∞ say "not computable", +∞ its own words, and what exceeds 10¹⁵ says so instead of a row of digits.
 */
export function figure(language: Language, x: number, dress: Dress, options: FigureOptions = {}): string {
  const { least = 0, most = least, infinite = words[language].noLimit } = options;
  const { notComputable, over, below, huge: hugeDigits } = words[language];
  if (Number.isNaN(x) || x === -Infinity) return notComputable;
  if (x === Infinity) return infinite;
  if (Math.abs(x) >= huge) return `${x < 0 ? below : over} ${x < 0 ? minus : ''}${dress(hugeDigits)}`;
  const digits = unsignedDigits(language, x, least, most);
  return signOf(x, digits) + dress(digits);
}

/** Whether both can stand in a range as digits. */
export function fitsInDigits(x: number): boolean {
  return Math.abs(x) < huge;
}

/**
 * The fewest decimals (`least` … `most`) that show every number truly; `otherwise` when none of them does,
 * as for a computed figure, whose further digits would be noise.
 */
export function decimalsNeeded(xs: readonly number[], least: number, most: number, otherwise = most): number {
  for (let decimals = least; decimals <= most; decimals++) {
    if (xs.every((x) => Math.abs(Number(x.toFixed(decimals)) - x) <= 1e-12 * Math.abs(x))) {
      return decimals;
    }
  }
  return otherwise;
}

/** The most decimals anything is written with. */
export const mostDecimals = 6;

/**
 * `usual` decimals, or all that a small number has where they would miss it by more than a tenth: 0.0001 is not 0.000,
 * and not 0.
 */
export function decimalsToTell(x: number, usual: number): number {
  const misses = (decimals: number): boolean => Math.abs(Number(x.toFixed(decimals)) - x) > 0.1 * Math.abs(x);
  return misses(usual) && !misses(mostDecimals) ? decimalsNeeded([x], usual, mostDecimals) : usual;
}

/** Percent of a ratio without the noise of binary fractions: 0.0745 is 7.45, not 7.449999999999999. */
export function toPercent(ratio: number): number {
  return Number((100 * ratio).toPrecision(15));
}
