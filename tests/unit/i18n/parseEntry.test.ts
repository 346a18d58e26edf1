import { describe, expect, it } from 'vitest';
import type { Entry, EntryOptions } from '$lib/i18n/entry';
import { languages, type Language } from '$lib/i18n/language';
import { parseEntry } from '$lib/i18n/parseEntry';
import { driverTable, type Unit } from '$lib/scenario/drivers';
import { options } from './entryOptions';

function entry(text: string, unit: Unit, language: Language, more: Partial<EntryOptions> = {}): Entry | string {
  const result = parseEntry(text, options(unit, language, more));
  return result.ok ? result.value : result.problem.tag;
}

const point = (value: number): Entry => ({ kind: 'point', value });
const range = (low: number, high: number): Entry => ({ kind: 'range', low, high, ends: 'p5p95' });
const around = (low: number, centre: number, high: number): Entry => ({
  kind: 'range',
  low,
  high,
  centre,
  ends: 'p5p95',
  shape: 'normal',
});

/** Each text means the same whatever the interface language. */
const points: readonly [text: string, unit: Unit, value: number][] = [
  ['1 000 000', 'money', 1e6],
  ['1\u00a0000\u00a0000', 'money', 1e6],
  ['1\u2009000\u2009000', 'money', 1e6],
  ['1\u202f000\u202f000', 'money', 1e6],
  ['1,000,000', 'money', 1e6],
  ['1.000.000', 'money', 1e6],
  ["1'000'000", 'money', 1e6],
  ['1’000’000', 'money', 1e6],
  ['1 234 567,89', 'money', 1234567.89],
  ['1,234,567.89', 'money', 1234567.89],
  ['1.234,5', 'money', 1234.5],
  ['1,234.5', 'money', 1234.5],
  ['1 735', 'money', 1735],
  ['1.5M', 'money', 1.5e6],
  ['1.5m', 'money', 1.5e6],
  ['1,5 M€', 'money', 1.5e6],
  ['1,5 Me', 'money', 1.5e6],
  ['1,5 MEUR', 'money', 1.5e6],
  ['10k', 'money', 10_000],
  ['10K', 'money', 10_000],
  ['10 t€', 'money', 10_000],
  ['10 T€', 'money', 10_000],
  ['10 TEUR', 'money', 10_000],
  ['10 tuhatta euroa', 'money', 10_000],
  ['2 milj. €', 'money', 2e6],
  ['2 milj.€', 'money', 2e6],
  ['1,5 miljoonaa', 'money', 1.5e6],
  ['1.5 million euros', 'money', 1.5e6],
  ['3 mrd', 'money', 3e9],
  ['3bn', 'money', 3e9],
  ['€1.5M', 'money', 1.5e6],
  ['EUR 1.5M', 'money', 1.5e6],
  ['MEUR 1.5', 'money', 1.5e6],
  ['€ 60,392.50', 'money', 60392.5],
  ['60 392,50 €', 'money', 60392.5],
  ['−€53', 'money', -53],
  ['€-53', 'money', -53],
  ['18 000 000 €/v', 'moneyPerYear', 18e6],
  ['18 000 000 € vuodessa', 'moneyPerYear', 18e6],
  ['18 milj. € / vuosi', 'moneyPerYear', 18e6],
  ['€18,000,000/yr', 'moneyPerYear', 18e6],
  ['€18M a year', 'moneyPerYear', 18e6],
  ['€18M p.a.', 'moneyPerYear', 18e6],
  ['18 M€/a', 'moneyPerYear', 18e6],
  ['18M per annum', 'moneyPerYear', 18e6],
  ['1 500 €/kk', 'moneyPerMonth', 1500],
  ['€500 per month', 'moneyPerMonth', 500],
  ['400', 'count', 400],
  ['400 kpl', 'count', 400],
  ['400 customers', 'count', 400],
  ['1,5k', 'count', 1500],
  ['40/v', 'countPerYear', 40],
  ['40 a year', 'countPerYear', 40],
  ['7,4 %', 'ratio', 0.074],
  ['7.4%', 'ratio', 0.074],
  ['7,4', 'ratio', 0.074],
  ['7.4', 'ratio', 0.074],
  ['+7,4 %', 'ratio', 0.074],
  ['-5 %', 'ratio', -0.05],
  ['−5 %', 'ratio', -0.05],
  ['–5 %', 'ratio', -0.05],
  ['7,4 prosenttia', 'ratio', 0.074],
  ['7.4 per cent', 'ratio', 0.074],
  ['10 % vuodessa', 'ratio', 0.1],
  ['0,125 %', 'ratio', 0.00125],
  ['7,', 'ratio', 0.07],
  [',5 %', 'ratio', 0.005],
  ['2 %-yks.', 'points', 0.02],
  ['2 %-yks', 'points', 0.02],
  ['2 prosenttiyksikköä', 'points', 0.02],
  ['2.0 pp', 'points', 0.02],
  ['2 percentage points', 'points', 0.02],
  ['2', 'points', 0.02],
  ['3,7 kk', 'months', 3.7],
  ['3.7 mo', 'months', 3.7],
  ['3 kuukautta', 'months', 3],
  ['3.7 months', 'months', 3.7],
  ['3,7 kuukaudessa', 'months', 3.7],
  ['3m', 'months', 3],
  ['2 v', 'months', 24],
  ['2 vuotta', 'months', 24],
  ['2 years', 'months', 24],
  ['1,5 vuotta', 'months', 18],
  ['0,125', 'months', 0.125],
  ['0.125', 'months', 0.125],
  ['1234,567', 'months', 1234.567],
  ['-0', 'months', 0],
  ['\u200e7,4\u200e', 'months', 7.4],
];

const ranges: readonly [text: string, unit: Unit, low: number, high: number][] = [
  ['5-10 %', 'ratio', 0.05, 0.1],
  ['5–10 %', 'ratio', 0.05, 0.1],
  ['5−10 %', 'ratio', 0.05, 0.1],
  ['5%-10%', 'ratio', 0.05, 0.1],
  ['5 % – 10 %', 'ratio', 0.05, 0.1],
  ['5 to 10', 'ratio', 0.05, 0.1],
  ['5to10', 'ratio', 0.05, 0.1],
  ['5 … 10', 'ratio', 0.05, 0.1],
  ['5…10', 'ratio', 0.05, 0.1],
  ['5..10', 'ratio', 0.05, 0.1],
  ['5...10', 'ratio', 0.05, 0.1],
  ['5 - 10', 'ratio', 0.05, 0.1],
  ['-5…10', 'ratio', -0.05, 0.1],
  ['-5-10 %', 'ratio', -0.05, 0.1],
  ['−5 – −2', 'ratio', -0.05, -0.02],
  ['-5--2', 'ratio', -0.05, -0.02],
  ['−5…−2 %', 'ratio', -0.05, -0.02],
  ['+5…+10 %', 'ratio', 0.05, 0.1],
  ['välillä 5-10', 'ratio', 0.05, 0.1],
  ['välillä 5 ja 10', 'ratio', 0.05, 0.1],
  ['5 ja 10 välillä', 'ratio', 0.05, 0.1],
  ['between 5-10', 'ratio', 0.05, 0.1],
  ['between 5 and 10', 'ratio', 0.05, 0.1],
  ['from 5 to 10 percent', 'ratio', 0.05, 0.1],
  ['1-3 pp', 'points', 0.01, 0.03],
  ['1.5-2.5M', 'money', 1.5e6, 2.5e6],
  ['1,5–2,5 M€', 'money', 1.5e6, 2.5e6],
  ['€1.5–2.5M', 'money', 1.5e6, 2.5e6],
  ['€1.5M–€2.5M', 'money', 1.5e6, 2.5e6],
  ['1,5 milj. – 2,5 milj. €', 'money', 1.5e6, 2.5e6],
  ['500k–1.5M', 'money', 5e5, 1.5e6],
  ['53–1 425 t€', 'money', 53e3, 1425e3],
  ['0–1M', 'money', 0, 1e6],
  ['−€53…425k', 'money', -53e3, 425e3],
  ['50 000 € – 1 M€', 'money', 5e4, 1e6],
  ['50 000 – 1 M€', 'money', 5e4, 1e6],
  ['1,5M – 2,5', 'money', 1.5e6, 2.5e6],
  ['1 000–2 000 €/kk', 'moneyPerMonth', 1000, 2000],
  ['30-50/v', 'countPerYear', 30, 50],
  ['2–4,5 kk', 'months', 2, 4.5],
  ['1–2 v', 'months', 12, 24],
  ['6 kk – 1 v', 'months', 6, 12],
];

describe.each(languages)('in %s', (language) => {
  it.each(points)('%s (%s) is a value', (text, unit, value) => {
    expect(entry(text, unit, language)).toEqual(point(value));
  });

  it.each(ranges)('%s (%s) is a range', (text, unit, low, high) => {
    expect(entry(text, unit, language)).toEqual(range(low, high));
  });

  it('takes ±10 % of the current value as P5–P95 about it', () => {
    expect(entry('±10 %', 'money', language, { value: 200 })).toEqual(around(180, 200, 220));
    expect(entry('±10%', 'ratio', language, { value: 0.2 })).toEqual(around(0.18, 0.2, 0.22));
    expect(entry('+/-10 %', 'months', language, { value: 3 })).toEqual(around(2.7, 3, 3.3));
    expect(entry('+-10 %', 'ratio', language, { value: -0.2 })).toEqual(around(-0.22, -0.2, -0.18));
  });

  it('takes ±2 points as points, not as a share', () => {
    for (const text of ['±2 yks', '±2 yks.', '±2 %-yks', '±2 pp', '±2']) {
      expect(entry(text, 'ratio', language, { value: 0.1 })).toEqual(around(0.08, 0.1, 0.12));
    }
  });

  it('takes a middle and what it may differ by', () => {
    expect(entry('100 ± 10', 'money', language)).toEqual(around(90, 100, 110));
    expect(entry('100 ± 10 %', 'money', language)).toEqual(around(90, 100, 110));
    expect(entry('7,4 ± 2', 'ratio', language)).toEqual(around(0.054, 0.074, 0.094));
    expect(entry('7,4 % ± 2 pp', 'ratio', language)).toEqual(around(0.054, 0.074, 0.094));
    expect(entry('1,5 ± 0,2 M€', 'money', language)).toEqual(around(1.3e6, 1.5e6, 1.7e6));
  });

  it('asks which was meant where a spread could be relative or points, scaled or not', () => {
    expect(entry('20 ± 5 %', 'ratio', language)).toEqual({
      ...around(0.19, 0.2, 0.21),
      alternative: { low: 0.15, centre: 0.2, high: 0.25 },
    });
    expect(entry('100 t€ ± 10', 'money', language)).toEqual({
      ...around(90e3, 100e3, 110e3),
      alternative: { low: 99990, centre: 100e3, high: 100010 },
    });
    expect(entry('-5k…10', 'money', language)).toEqual({
      ...range(-5000, 10),
      alternative: { low: -5000, high: 10e3 },
    });
  });

  it('takes "about" as ten per cent either way', () => {
    for (const text of ['n. 20', 'n.20', 'noin 20', 'about 20', '~20', 'ca 20', 'ca. 20', 'approx. 20']) {
      expect(entry(text, 'count', language)).toEqual(around(18, 20, 22));
    }
    expect(entry('n. 20 %', 'ratio', language)).toEqual(around(0.18, 0.2, 0.22));
  });

  it('takes three numbers as least, most likely and most', () => {
    const pert = { kind: 'range', low: 50, mode: 60, high: 75, ends: 'minmax', shape: 'pert' };
    for (const text of ['50 / 60 / 75', '50/60/75', '50-60-75', '50 – 60 – 75']) {
      expect(entry(text, 'count', language)).toEqual(pert);
    }
    expect(entry('50/60/75 t€', 'money', language)).toEqual({ ...pert, low: 50e3, mode: 60e3, high: 75e3 });
    expect(entry('50 / 40 / 75', 'count', language)).toBe('lowAboveHigh');
  });

  it('takes equal ends as a value', () => {
    expect(entry('5–5 %', 'ratio', language)).toEqual(point(0.05));
  });

  it('offers 7,4 % when a percent field is given 0,074', () => {
    expect(entry('0,074', 'ratio', language)).toEqual({ kind: 'point', value: 0.00074, alternative: 0.074 });
    expect(entry('0.05-0.1', 'ratio', language)).toEqual({
      ...range(0.0005, 0.001),
      alternative: { low: 0.05, high: 0.1 },
    });
    expect(entry('0,074 %', 'ratio', language)).toEqual(point(0.00074));
    expect(entry('0', 'ratio', language)).toEqual(point(0));
  });

  it('fills new customers in from an empty field, where that is allowed', () => {
    for (const text of ['', '  ', 'yhtä monta kuin lähtee', 'As many as leave']) {
      expect(entry(text, 'countPerYear', language, { allowsAuto: true })).toEqual({ kind: 'auto' });
    }
    expect(entry('', 'countPerYear', language)).toBe('empty');
    expect(entry('as many as leave', 'countPerYear', language)).toBe('notNumber');
  });
});

describe('a single mark before exactly three digits', () => {
  const read = (value: number, alternative: number, reading: 'decimal' | 'thousands') => ({
    kind: 'point',
    value,
    alternative,
    reading,
  });

  it('follows the language and carries the other reading', () => {
    expect(entry('1,735', 'money', 'fi')).toEqual(read(1.735, 1735, 'decimal'));
    expect(entry('1.735', 'money', 'fi')).toEqual(read(1735, 1.735, 'thousands'));
    expect(entry('1,735', 'money', 'en')).toEqual(read(1735, 1.735, 'thousands'));
    expect(entry('1.735', 'money', 'en')).toEqual(read(1.735, 1735, 'decimal'));
    expect(entry('1,735 M€', 'money', 'fi')).toEqual(read(1.735e6, 1735e6, 'decimal'));
  });

  it('is whole in a field of whole numbers, with nothing else to offer', () => {
    const whole = { whole: true, limits: [1, 1e9] as const };
    for (const language of languages) {
      for (const text of ['1,735', '1.735']) {
        expect(entry(text, 'count', language, whole)).toEqual({ kind: 'point', value: 1735, reading: 'thousands' });
      }
    }
    expect(entry('1.735.000', 'count', 'en', whole)).toEqual(point(1735000));
  });

  it('takes the only reading within the limits, and says which it took', () => {
    const limits = [0, 1] as const;
    expect(entry('1.735', 'ratio', 'fi', { limits: [0, 0.5] })).toEqual({
      kind: 'point',
      value: 0.01735,
      reading: 'decimal',
    });
    expect(entry('1,735', 'ratio', 'en', { limits })).toEqual({ kind: 'point', value: 0.01735, reading: 'decimal' });
  });

  it('is one reading for both ends, and what one end proves holds for the other', () => {
    expect(entry('1,735–2,500', 'money', 'fi')).toEqual({
      ...range(1.735, 2.5),
      reading: 'decimal',
      alternative: { low: 1735, high: 2500 },
    });
    expect(entry('1,5–1,735', 'money', 'en')).toEqual({
      ...range(1.5, 1.735),
      reading: 'decimal',
      alternative: { low: 1.5, high: 1735 },
    });
    expect(entry('900–1,735', 'money', 'fi')).toEqual({ ...range(900, 1735), reading: 'thousands' });
  });

  it('is not guessed when the two ends contradict each other', () => {
    expect(entry('1,735–2.500', 'money', 'fi')).toBe('grouping');
  });
});

describe('what is not understood is a problem with a name', () => {
  it.each([
    ['12 34', 'count', 'grouping'],
    ['1,00,000', 'count', 'grouping'],
    ['1.234.56', 'count', 'grouping'],
    ['1 000.000,5', 'count', 'grouping'],
    ['0 500', 'count', 'grouping'],
    ['1,5 000', 'count', 'grouping'],
    ['5 10', 'count', 'grouping'],
    ['100\n200', 'count', 'notNumber'],
    ['abc', 'ratio', 'notNumber'],
    ['5,5,5', 'ratio', 'grouping'],
    ['--5', 'ratio', 'notNumber'],
    ['1e3', 'count', 'notNumber'],
    ['1e400', 'money', 'notNumber'],
    ['1e3', 'money', 'notNumber'],
    ['0x10', 'money', 'notNumber'],
    ['Infinity', 'money', 'notNumber'],
    ['-Infinity', 'money', 'notNumber'],
    ['NaN', 'money', 'notNumber'],
    ['∞', 'money', 'notNumber'],
    ['½', 'money', 'notNumber'],
    ['5²', 'money', 'notNumber'],
    ['１２', 'money', 'notNumber'],
    ['٣', 'money', 'notNumber'],
    ['(5)', 'money', 'notNumber'],
    ['1/2', 'money', 'notNumber'],
    ['5 and 10', 'money', 'notNumber'],
    ['10T', 'money', 'notNumber'],
    ['5 k M', 'money', 'notNumber'],
    ['M 5', 'money', 'notNumber'],
    ['5-', 'money', 'notNumber'],
    ['±', 'money', 'notNumber'],
    ['100 ± -5', 'money', 'notNumber'],
    ['5–10–', 'money', 'notNumber'],
    ['5 kk', 'money', 'wrongUnit'],
    ['5 %', 'money', 'wrongUnit'],
    ['$5', 'money', 'wrongUnit'],
    ['5 MSEK', 'money', 'wrongUnit'],
    ['1 500 €/kk', 'moneyPerYear', 'wrongUnit'],
    ['1 500 €/v', 'moneyPerMonth', 'wrongUnit'],
    ['1 500 €/v', 'money', 'wrongUnit'],
    ['5 €', 'ratio', 'wrongUnit'],
    ['2 % kuukaudessa', 'ratio', 'wrongUnit'],
    ['2 pp', 'ratio', 'wrongUnit'],
    ['5 %', 'months', 'wrongUnit'],
    ['3 viikkoa', 'months', 'wrongUnit'],
    ['100 ± 2 pp', 'money', 'wrongUnit'],
    ['10-5', 'money', 'lowAboveHigh'],
    ['1M-2k', 'money', 'lowAboveHigh'],
    ['±10 %', 'money', 'noCentre'],
    ['9'.repeat(400), 'money', 'notNumber'],
    ['9'.repeat(90), 'money', 'aboveLimit'],
    ['5 '.repeat(5000), 'money', 'notNumber'],
  ] as const)('%s (%s): %s', (text, unit, tag) => {
    expect(entry(text, unit, 'fi')).toBe(tag);
    expect(entry(text, unit, 'en')).toBe(tag);
  });

  it('names the limit', () => {
    const churn = options('ratio', 'fi', { limits: [0, 1] });
    expect(parseEntry('120 %', churn)).toEqual({ ok: false, problem: { tag: 'aboveLimit', limit: 1 } });
    expect(parseEntry('-5 %', churn)).toEqual({ ok: false, problem: { tag: 'belowLimit', limit: 0 } });
    expect(parseEntry('-5…10 %', churn)).toEqual({ ok: false, problem: { tag: 'belowLimit', limit: 0 } });
  });

  it('wants whole customers, and no range where none is offered', () => {
    const customers = { ...driverTable.customers, language: 'fi', currency: 'EUR', value: 400 } as const;
    expect(parseEntry('40,5', customers)).toEqual({ ok: false, problem: { tag: 'notWhole' } });
    expect(parseEntry('350–450', customers)).toEqual({ ok: false, problem: { tag: 'rangeNotOffered' } });
    expect(parseEntry('0', customers)).toEqual({ ok: false, problem: { tag: 'belowLimit', limit: 1 } });
  });

  it('names the unit that does not fit', () => {
    expect(parseEntry('5 viikkoa', options('money', 'fi'))).toEqual({
      ok: false,
      problem: { tag: 'wrongUnit', written: 'viikkoa' },
    });
  });

  it('knows the currency of the notebook', () => {
    expect(entry('200 tSEK', 'money', 'fi', { currency: 'SEK' })).toEqual(point(200e3));
    expect(entry('kr 200k', 'money', 'en', { currency: 'SEK' })).toEqual(point(200e3));
    expect(entry('200 tkr', 'money', 'en', { currency: 'SEK' })).toEqual(point(200e3));
    expect(entry('$1.5M', 'money', 'en', { currency: 'USD' })).toEqual(point(1.5e6));
    expect(entry('€5', 'money', 'en', { currency: 'USD' })).toBe('wrongUnit');
  });
});
