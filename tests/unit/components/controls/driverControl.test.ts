import { beforeAll, describe, expect, test } from 'vitest';
import { toDriverControl, type Figures } from '$lib/components/controls/driverControl';
import { loadEntryReader } from '$lib/components/controls/entryReader.svelte';
import { startingRange } from '$lib/components/controls/startingRange';
import { toFormats } from '$lib/i18n/formats';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { checkRange } from '$lib/uncertainty/checkRange';

const control = (driver: DriverKey, language: 'fi' | 'en' = 'fi') =>
  toDriverControl(driver, { language, formats: toFormats(language, 'EUR'), currency: 'EUR' });

beforeAll(loadEntryReader);

function meaning(driver: DriverKey, text: string, present: Figures): Figures {
  const reading = control(driver).read(present)(text);
  if (reading.kind !== 'understood') throw new Error(reading.words);
  return reading.meaning;
}

describe('a figure typed over the present ones', () => {
  const point = { value: 60_000, range: null };

  test('a range typed alone takes the value to its median', () => {
    // The median of a lognormal is the geometric mean of its ends.
    const { value, range } = meaning('investment', '40k–90k', point);
    expect(range).toEqual({ shape: 'lognormal', ends: 'p5p95', low: 40_000, high: 90_000 });
    expect(value).toBeCloseTo(60_000, 6);
  });

  test('what is typed in the middle is the value', () => {
    expect(meaning('investment', '±10 %', point)).toEqual({
      value: 60_000,
      range: { shape: 'normal', ends: 'p5p95', low: 54_000, high: 66_000 },
    });
    expect(meaning('investment', '50k / 60k / 80k', point).range).toEqual({
      shape: 'pert',
      ends: 'minmax',
      low: 50_000,
      mode: 60_000,
      high: 80_000,
    });
  });

  test('a point takes a positive range along in proportion', () => {
    const range = { shape: 'lognormal', ends: 'p5p95', low: 40_000, high: 90_000 } as const;
    expect(meaning('investment', '120 000', { value: 60_000, range }).range).toEqual({
      ...range,
      low: 80_000,
      high: 180_000,
    });
  });

  test('the other reading of an ambiguous figure is a whole meaning of its own', () => {
    const reading = control('investment').read(point)('1,735');
    expect(reading.kind === 'understood' && reading.meaning.value).toBe(1.735);
    expect(reading.kind === 'understood' && reading.other?.meaning.value).toBe(1735);
  });
});

test('ends that moved along are written in three digits, stated ones as they were stated', () => {
  const range = { shape: 'lognormal', ends: 'p5p95', low: 52_531.36, high: 70_580.04 } as const;
  expect(control('investment').rangeText(range)).toBe('52\u00a0531–70\u00a0580\u00a0€');
  const factor = 60_893 / 60_392.5;
  const moved = { ...range, low: 52_100 * factor, high: 70_000 * factor };
  expect(control('investment').rangeText(moved)).toBe('52\u00a0500–70\u00a0600\u00a0€');
});

describe('the range that a point begins from', () => {
  const uncertain = driverKeys.filter((key) => driverTable[key].uncertain);

  test.each(uncertain)('%s: is possible, inside the limits and around the value', (key) => {
    const { step, limits, default: value } = driverTable[key];
    const range = startingRange(value ?? 40, { step, hard: limits });
    expect(checkRange(range)).toBeNull();
    expect(range.low).toBeGreaterThanOrEqual(limits[0]);
    expect(range.high).toBeLessThanOrEqual(limits[1]);
    expect(range.low).toBeLessThanOrEqual(value ?? 40);
    expect(range.high).toBeGreaterThanOrEqual(value ?? 40);
    expect(range.low).toBeLessThan(range.high);
  });

  test('leaves a positive sum the median of its range', () => {
    expect(control('investment').stated(startingRange(8000, { step: 100, hard: [0, 1e9] })).value).toBeCloseTo(8000, 6);
  });
});
