import type { Reading } from './entry';

/** A mark that parts thousands in one language and decimals in the other. */
export type Mark = ',' | '.';

/**
 * Digits as written, put as JavaScript writes numbers (`1234.5`), so that a power of ten can be joined without rounding.
 * Two readings only for a single mark before exactly three digits.
 */
export type NumberReadings =
  | { readonly ambiguous: false; readonly plain: string; readonly decimalMark?: Mark; readonly groupMark?: Mark }
  | { readonly ambiguous: true; readonly mark: Mark; readonly decimal: string; readonly thousands: string };

/** Separators inside a number: the spaces of either language's typography, apostrophes, comma and point. Never tab or newline. */
export const digitsPattern = /(?:\d+(?:[ \u00a0\u2002-\u200a\u202f'’.,]\d+)*|[.,]\d+)/uy;

/**
 * Reads digits with their separators, whatever the language: `1 000 000`, `1,000,000`, `1.000.000`, `1'000'000`, `1.234,5`, `,5`.
 * `null` when thousands are not parted regularly (`12 34`, `1,00,000`): nothing may be silently off by a thousand.
 */
export function readNumber(text: string): NumberReadings | null {
  const written = text.replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ').replace(/’/g, "'");
  if (/^\d+$/.test(written)) return { ambiguous: false, plain: written };

  // Thousands: groups of three parted by one and the same mark, then perhaps decimals after another.
  const grouped = /^([1-9]\d{0,2}(?:([ ',.])\d{3})(?:\2\d{3})*)(?:(?!\2)([.,])(\d+))?$/.exec(written);
  const decimal = /^(\d*)([.,])(\d+)$/.exec(written);
  if (grouped && decimal) {
    const [, whole = '', mark = '', decimals = ''] = decimal;
    return {
      ambiguous: true,
      mark: mark as Mark,
      decimal: `${whole}.${decimals}`,
      thousands: whole + decimals,
    };
  }
  if (grouped) {
    const [, digits = '', groupMark = '', decimalMark, decimals] = grouped;
    return {
      ambiguous: false,
      plain: digits.replace(/\D/g, '') + (decimals ? `.${decimals}` : ''),
      ...(decimalMark && { decimalMark: decimalMark as Mark }),
      ...(/[,.]/.test(groupMark) && { groupMark: groupMark as Mark }),
    };
  }
  if (decimal) {
    const [, whole = '', mark = '', decimals = ''] = decimal;
    return { ambiguous: false, plain: `${whole || '0'}.${decimals}`, decimalMark: mark as Mark };
  }
  return null;
}

/**
 * How to read an ambiguous mark. What the other numbers of the same text prove goes first, then the language:
 * a comma is decimal in Finnish and parts thousands in English; a point the other way round.
 */
export function preferredReading(
  mark: Mark,
  numbers: readonly NumberReadings[],
  fallback: 'comma' | 'point' | 'neither',
): Reading {
  const other = mark === ',' ? '.' : ',';
  const sure = numbers.filter((number) => !number.ambiguous);
  const provenDecimal = sure.some(({ decimalMark, groupMark }) => decimalMark === mark || groupMark === other);
  const provenThousands = sure.some(({ decimalMark, groupMark }) => groupMark === mark || decimalMark === other);
  if (provenDecimal !== provenThousands) return provenDecimal ? 'decimal' : 'thousands';
  return fallback === (mark === ',' ? 'comma' : 'point') ? 'decimal' : 'thousands';
}
