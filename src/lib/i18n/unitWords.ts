import type { Unit } from '$lib/scenario/drivers';
import { toCurrencyStyle } from './currencyStyle';
import { languages } from './language';

/** What a word or sign after a number says. */
export type UnitMeaning =
  | { readonly kind: 'scale'; readonly exponent: 3 | 6 | 9 | 12 }
  | {
      readonly kind: 'currency' | 'percent' | 'points' | 'month' | 'year' | 'perMonth' | 'perYear' | 'things' | 'other';
    };

type Kind = Exclude<UnitMeaning['kind'], 'scale'>;

const scales: Readonly<Record<3 | 6 | 9 | 12, string>> = {
  3: 'k t tuh tuhat tuhatta thousand thousands',
  6: 'm mm mn mio milj miljoona miljoonaa million millions',
  9: 'b bn mrd miljardi miljardia billion billions',
  12: 'tn bilj biljoona biljoonaa trillion trillions',
};

/** `other` is known, and fits no field: better "weeks do not go here" than "not a number". */
const kinds: Readonly<Record<Exclude<Kind, 'currency'>, string>> = {
  percent: '% prosentti prosenttia pros percent pct cent',
  points: 'prosenttiyksikkö prosenttiyksikköä pp pps ppt yks yksikkö yksikköä piste pistettä point points pt pts',
  month: 'kk kuukausi kuukautta kuukauden mo mos mon mth mths month months',
  year: 'v vuosi vuotta vuoden y yr yrs year years',
  perMonth: 'kuukaudessa monthly',
  perYear: 'vuodessa annually yearly pa p.a annum',
  things: 'kpl asiakas asiakasta asiakkaita customer customers pcs',
  other: '‰ promille promillea bps viikko viikkoa vk week weeks päivä päivää pv day days tunti tuntia h hours',
};

/** Names of the currencies met in these parts; the notebook's own code and symbol are added to them. */
const currencyNames: Readonly<Record<string, string>> = {
  EUR: '€ eur e euro euroa euros',
  USD: '$ usd dollari dollaria dollar dollars',
  GBP: '£ gbp punta puntaa pound pounds',
  SEK: 'sek kr kruunu kruunua krona kronor',
  NOK: 'nok kr kruunu kruunua krone kroner',
  DKK: 'dkk kr kruunu kruunua krone kroner',
  CHF: 'chf frangi frangia franc francs',
};

const meanings = new Map<string, UnitMeaning>();
for (const [exponent, words] of Object.entries(scales)) {
  for (const word of words.split(' ')) {
    meanings.set(word, { kind: 'scale', exponent: Number(exponent) as 3 | 6 | 9 | 12 });
  }
}
for (const [kind, words] of Object.entries(kinds)) {
  for (const word of words.split(' ')) meanings.set(word, { kind: kind as Kind });
}

function namesOf(currency: string): readonly string[] {
  const symbols = languages.map((language) => toCurrencyStyle(language, currency).symbol);
  return [currency, ...symbols, ...(currencyNames[currency]?.split(' ') ?? [])].map((name) => name.toLowerCase());
}

const foreignNames = new Set(Object.values(currencyNames).flatMap((names) => names.split(' ')));

/**
 * What a word or sign means in a field of this unit; several meanings for `t€` written as one (`meur`, `tsek`).
 * `null` when it is no unit. `m` is a million, or a month where months are asked.
 */
export function unitMeanings(word: string, unit: Unit, currency: string): readonly UnitMeaning[] | null {
  const name = word.toLowerCase().replace(/\.$/, '');
  if (unit === 'months') {
    if (name === 'm' || name === 'kuukaudessa') return [{ kind: 'month' }];
    if (name === 'vuodessa') return [{ kind: 'year' }];
  }
  // In Finnish T is a thousand, in English a trillion: alone it is neither. With a currency (T€, TEUR) only the first is in use.
  if (word === 'T') return null;
  if (name === 'percentage') return [];

  const own = namesOf(currency);
  if (own.includes(name)) return [{ kind: 'currency' }];
  const known = meanings.get(name);
  if (known) return [known];
  if (foreignNames.has(name) || /^\p{Sc}$/u.test(name)) return [{ kind: 'other' }];

  const scaled = /^(k|t|m|mn|mrd|bn)(\p{L}+)$/u.exec(name);
  const [, scaleName = '', currencyName = ''] = scaled ?? [];
  const scale = meanings.get(scaleName);
  if (!scale || currencyName === '') return null;
  if (own.includes(currencyName)) return [scale, { kind: 'currency' }];
  return foreignNames.has(currencyName) ? [{ kind: 'other' }] : null;
}
