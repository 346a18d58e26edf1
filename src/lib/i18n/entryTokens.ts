import type { Unit } from '$lib/scenario/drivers';
import { digitsPattern } from './readNumber';
import { unitMeanings, type UnitMeaning } from './unitWords';

export type EntryToken =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'unit'; readonly text: string; readonly meaning: UnitMeaning }
  /** `-` in all its widths: a minus or the dash of a range, as its place tells. */
  | { readonly kind: 'dash' | 'plus' | 'plusMinus' | 'ellipsis' | 'slash' }
  | { readonly kind: 'to' | 'and' | 'between' | 'about' | 'per' };

const signs = [
  ['plusMinus', /±|\+\/?[-−–]/uy],
  ['ellipsis', /…|\.{2,3}/uy],
  ['dash', /[-‐‑‒–—−]/uy],
  ['plus', /\+/uy],
  ['slash', /\//uy],
  ['about', /[~≈]/uy],
] as const;

const grammarWords = new Map(
  Object.entries({
    to: 'to',
    and: 'and ja',
    between: 'between from välillä väliltä',
    about: 'n noin suunnilleen arviolta about around roughly approx approximately ca c circa',
    per: 'per a',
  } as const).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as 'to' | 'and' | 'between' | 'about' | 'per']),
  ),
);

const space = /\s+/uy;
/** A full stop or comma that ends a number ends nothing else: `7,` on the way to `7,4`. */
const strayMark = /[.,](?![.,\d])/uy;
const percentPoints = /%(?:[-‐‑–−]\s?(?:yks\p{L}*\.?|points?|p(?!\p{L}))|\s?yks\p{L}*\.?)/iuy;
const sign = /[%‰]|\p{Sc}/uy;
const word = /\p{L}+(?:\.\p{L})*(?:\.(?!\.))?/uy;

/** Cuts a number field's text into numbers, units and the words between them; `null` at the first thing that is none of these. */
export function toEntryTokens(text: string, unit: Unit, currency: string): readonly EntryToken[] | null {
  const tokens: EntryToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const takeSign = (): boolean => signs.some(([kind, pattern]) => take(pattern) !== null && tokens.push({ kind }));

  while (at < text.length) {
    if (take(space) !== null) continue;
    const digits = take(digitsPattern);
    if (digits !== null) {
      tokens.push({ kind: 'number', text: digits });
      take(strayMark);
      continue;
    }
    const points = take(percentPoints);
    if (points !== null) {
      tokens.push({ kind: 'unit', text: points, meaning: { kind: 'points' } });
      continue;
    }
    if (takeSign()) continue;
    const written = take(sign) ?? take(word);
    if (written === null) return null;
    const grammar = grammarWords.get(written.toLowerCase().replace(/\.$/, ''));
    if (grammar) {
      tokens.push({ kind: grammar });
      continue;
    }
    const meanings =
      written === 'T' && /^\s?\p{Sc}/u.test(text.slice(at))
        ? [{ kind: 'scale', exponent: 3 } as const]
        : unitMeanings(written, unit, currency);
    if (meanings === null) return null;
    tokens.push(...meanings.map((meaning) => ({ kind: 'unit', text: written, meaning }) as const));
  }
  return tokens;
}
