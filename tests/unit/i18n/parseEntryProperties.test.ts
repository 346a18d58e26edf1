import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFormats } from '$lib/i18n/formats';
import { languages } from '$lib/i18n/language';
import { parseEntry } from '$lib/i18n/parseEntry';
import { driverKeys, driverTable, type Unit } from '$lib/scenario/drivers';
import { options } from './entryOptions';

const units = [...new Set(driverKeys.map((key) => driverTable[key].unit))];
const anyUnit = fc.constantFrom(...units);
const anyLanguage = fc.constantFrom(...languages);
const anyCurrency = fc.constantFrom('EUR', 'SEK', 'USD', 'GBP', 'CHF', 'JPY');
const anyValue = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: -9e12, max: 9e12 }),
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map((x) => x / 1000),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
const isPercent = (unit: Unit) => unit === 'ratio' || unit === 'points';

describe('round trips', () => {
  test('what valueExactly shows is read back as the same number', () => {
    fc.assert(
      fc.property(
        anyUnit,
        anyLanguage,
        anyCurrency,
        fc.integer({ min: -9e10, max: 9e10 }),
        (unit, language, currency, n) => {
          const x = Number(`${n}e${isPercent(unit) ? -6 : -4}`);
          const read = parseEntry(toFormats(language, currency).valueExactly(unit, x), {
            ...options(unit, language),
            currency,
          });
          expect(read).toMatchObject({ ok: true, value: { kind: 'point', value: x || 0 } });
        },
      ),
    );
  });

  test('what value shows is read back to the precision shown', () => {
    fc.assert(
      fc.property(anyUnit, anyLanguage, anyCurrency, anyValue, (unit, language, currency, x) => {
        const formats = toFormats(language, currency);
        const shown = formats.value(unit, x);
        const read = parseEntry(shown, { ...options(unit, language, { limits: [-1e15, 1e15] }), currency });
        if (!read.ok || read.value.kind !== 'point') throw new Error(`not read back: ${shown}`);
        expect(Math.abs(read.value.value - x)).toBeLessThanOrEqual(
          isPercent(unit) ? 0.000501 : unit === 'months' ? 0.0501 : 0.501,
        );
      }),
    );
  });

  test('what valueSpan shows is read back to the precision shown', () => {
    fc.assert(
      fc.property(anyUnit, anyLanguage, anyCurrency, anyValue, anyValue, (unit, language, currency, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const shown = toFormats(language, currency).valueSpan(unit, low, high);
        const read = parseEntry(shown, { ...options(unit, language, { limits: [-1e15, 1e15] }), currency });
        if (!read.ok || read.value.kind === 'auto') throw new Error(`not read back: ${shown}`);
        const ends =
          read.value.kind === 'point' ? [read.value.value, read.value.value] : [read.value.low, read.value.high];
        const error = isPercent(unit) ? 0.000501 : unit === 'months' ? 0.0501 : 0.501;
        expect(Math.abs((ends[0] ?? NaN) - low)).toBeLessThanOrEqual(error);
        expect(Math.abs((ends[1] ?? NaN) - high)).toBeLessThanOrEqual(error);
      }),
    );
  });
});

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    ...'0123456789,. \u00a0-–−+±…/%€$kKmMtT'.split(''),
    ...[
      '1 000',
      'milj.',
      'n.',
      'kk',
      'to',
      'välillä',
      '%-yks.',
      '..',
      'e',
      'NaN',
      'Infinity',
      '\ud800',
      '\u202e',
      '٣',
      '0x',
    ],
  );
  test('never throws, and yields nothing but finite numbers within the limits', () => {
    fc.assert(
      fc.property(
        anyUnit,
        anyLanguage,
        fc.oneof(
          fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        fc.option(anyValue),
        (unit, language, text, value) => {
          const result = parseEntry(text, options(unit, language, { value, limits: [-1e6, 1e6] }));
          const numbers = JSON.stringify(result).match(/"(low|high|value|mode|centre|alternative)":null/);
          if (!result.ok) return;
          expect(numbers).toBeNull();
          if (result.value.kind === 'point') expect(Math.abs(result.value.value)).toBeLessThanOrEqual(1e6);
          if (result.value.kind === 'range') {
            expect(result.value.low).toBeGreaterThanOrEqual(-1e6);
            expect(result.value.high).toBeLessThanOrEqual(1e6);
            expect(result.value.low).toBeLessThan(result.value.high);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
