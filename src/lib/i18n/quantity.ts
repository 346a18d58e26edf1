import type { Unit } from '$lib/scenario/drivers';
import type { Reading } from './entry';
import type { EntryToken } from './entryTokens';
import { readNumber, type NumberReadings } from './readNumber';
import type { UnitMeaning } from './unitWords';

type UnitToken = { readonly text: string; readonly meaning: UnitMeaning };

/** One number of the text with what stands around it: `−€1.5M/yr`. */
export interface Quantity {
  readonly negative: boolean;
  readonly digits: NumberReadings;
  readonly units: readonly UnitToken[];
  /** Has its own currency after it (`50 000 € – 1 M€`), so a later multiplier is not also its own. */
  readonly closed: boolean;
}

/** Walks the tokens once. */
export interface Cursor {
  readonly tokens: readonly EntryToken[];
  at: number;
}

export function peek(cursor: Cursor, ahead = 0): EntryToken | undefined {
  return cursor.tokens[cursor.at + ahead];
}

export function takeKind(cursor: Cursor, ...kinds: readonly EntryToken['kind'][]): EntryToken['kind'] | null {
  const kind = peek(cursor)?.kind;
  if (kind === undefined || !kinds.includes(kind)) return null;
  cursor.at++;
  return kind;
}

/** Reads sign, currency, digits and units; `null` if they are not there, `'grouping'` if the digits are parted irregularly. */
export function takeQuantity(cursor: Cursor): Quantity | 'grouping' | null {
  let sign = takeKind(cursor, 'dash', 'plus');
  const units: UnitToken[] = [];
  for (let token = peek(cursor); token?.kind === 'unit'; token = peek(cursor)) {
    units.push(token);
    cursor.at++;
  }
  const prefix = units.at(-1)?.meaning.kind;
  // A currency, also with its multiplier (MEUR 1.5), or one of another notebook; never a multiplier alone.
  if (prefix !== undefined && prefix !== 'currency' && prefix !== 'other') return null;
  if (prefix) sign ??= takeKind(cursor, 'dash', 'plus');
  const number = peek(cursor);
  if (number?.kind !== 'number') return null;
  cursor.at++;
  const digits = readNumber(number.text);
  if (!digits) return 'grouping';
  const suffix = takeUnits(cursor);
  units.push(...suffix);
  return {
    negative: sign === 'dash',
    digits,
    units,
    closed: suffix.some(({ meaning }) => meaning.kind === 'currency'),
  };
}

function takeUnits(cursor: Cursor): UnitToken[] {
  const units: UnitToken[] = [];
  for (;;) {
    const token = peek(cursor);
    if (token?.kind === 'unit') {
      units.push(token);
      cursor.at++;
      continue;
    }
    const per = takePer(cursor);
    if (!per) return units;
    units.push(per);
  }
}

/** `/v`, `/a`, `per month`, `a year`, `per cent`. A slash before anything else parts three numbers. */
function takePer(cursor: Cursor): UnitToken | null {
  const [first, second] = [peek(cursor)?.kind, peek(cursor, 1)];
  if (first !== 'slash' && first !== 'per') return null;
  // Per annum: the only unit that is also a grammar word.
  if (first === 'slash' && second?.kind === 'per') {
    cursor.at += 2;
    return { text: '/a', meaning: { kind: 'perYear' } };
  }
  if (second?.kind !== 'unit') return null;
  const meaning = perMeaning(second.meaning);
  if (!meaning) return null;
  cursor.at += 2;
  return { text: first === 'slash' ? `/${second.text}` : second.text, meaning };
}

function perMeaning(meaning: UnitMeaning): UnitMeaning | null {
  switch (meaning.kind) {
    case 'month':
    case 'perMonth':
      return { kind: 'perMonth' };
    case 'year':
    case 'perYear':
      return { kind: 'perYear' };
    case 'percent':
    case 'other':
      return meaning;
    default:
      return null;
  }
}

export function has(quantity: Quantity, ...kinds: readonly UnitMeaning['kind'][]): boolean {
  return quantity.units.some(({ meaning }) => kinds.includes(meaning.kind));
}

const fitting: Readonly<Record<Unit, readonly UnitMeaning['kind'][]>> = {
  money: ['scale', 'currency'],
  moneyPerYear: ['scale', 'currency', 'perYear'],
  moneyPerMonth: ['scale', 'currency', 'perMonth'],
  count: ['scale', 'things'],
  countPerYear: ['scale', 'things', 'perYear'],
  ratio: ['percent', 'perYear'],
  points: ['percent', 'points'],
  months: ['month', 'year'],
};

/** The unit that does not belong in such a field, as written; `null` when all do. */
export function unfitting(quantity: Quantity, unit: Unit): string | null {
  return quantity.units.find(({ meaning }) => !fitting[unit].includes(meaning.kind))?.text ?? null;
}

/** Whether a kind of unit is said twice, `5 k M` or `2 kk v`. */
export function repeats(quantity: Quantity): boolean {
  const kinds = quantity.units.map(({ meaning }) => (meaning.kind === 'month' ? 'year' : meaning.kind));
  return new Set(kinds).size < kinds.length;
}

/** Units that `5–10 M€` and `1–2 v` say once for both ends. */
export function borrowed(from: Quantity, kinds: readonly UnitMeaning['kind'][]): readonly UnitToken[] {
  return from.units.filter(({ meaning }) => kinds.includes(meaning.kind));
}

/**
 * The number in the field's own unit. Powers of ten are joined to the digits before they become a number, so 7,4 % is exactly 0.074.
 *
 * @param shift a further power of ten, −2 where percent is written
 */
export function toNumber(quantity: Quantity, reading: (mark: ',' | '.') => Reading, shift: number): number {
  const { digits, negative, units } = quantity;
  const plain = digits.ambiguous ? digits[reading(digits.mark)] : digits.plain;
  const scale = units.reduce((sum, { meaning }) => sum + (meaning.kind === 'scale' ? meaning.exponent : 0), shift);
  const size = Number(`${plain}e${scale}`) * (has(quantity, 'year') ? 12 : 1);
  return negative && size !== 0 ? -size : size;
}
