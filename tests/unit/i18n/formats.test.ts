import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toFormats, type Formats } from '$lib/i18n/formats';
import { languages } from '$lib/i18n/language';
import type { Unit } from '$lib/scenario/drivers';

/** Expected texts are written with plain spaces; every one of them stands for a no-break space. */
const nb = (text: string): string => text.replaceAll(' ', '\u00a0');
const fi = toFormats('fi', 'EUR');
const en = toFormats('en', 'EUR');

type Case = [what: string, of: (formats: Formats) => string, fi: string, en: string];

describe('figures', () => {
  const cases: Case[] = [
    ['money', (f) => f.money(18e6), '18 000 000 €', '€18,000,000'],
    ['a loss', (f) => f.money(-53), '−53 €', '−€53'],
    ['money rounded to whole units', (f) => f.money(60392.5), '60 393 €', '€60,393'],
    ['money with cents', (f) => f.moneyExact(60392.5), '60 392,50 €', '€60,392.50'],
    ['exact money that is whole', (f) => f.moneyExact(8000), '8 000 €', '€8,000'],
    ['percent', (f) => f.percent(0.074, 1), '7,4 %', '7.4%'],
    ['percent without decimals', (f) => f.percent(3.6896), '369 %', '369%'],
    ['percent free of binary noise', (f) => f.percent(0.285), '29 %', '29%'],
    ['points', (f) => f.points(-0.02), '−2,0 %-yks.', '−2.0 pp'],
    ['months', (f) => f.months(3.739), '3,7 kk', '3.7 mo'],
    ['months in a sentence', (f) => f.monthsLong(3.739), '3,7 kuukautta', '3.7 months'],
    ['one month', (f) => f.monthsLong(1), '1 kuukausi', '1 month'],
    ['one month by rounding', (f) => f.monthsLong(1.04), '1 kuukausi', '1 month'],
    ['whole months in a sentence', (f) => f.monthsLong(36), '36 kuukautta', '36 months'],
    ['within months', (f) => f.monthsWithin(3.739), '3,7 kuukaudessa', '3.7 months'],
    ['within one month', (f) => f.monthsWithin(1), '1 kuukaudessa', '1 month'],
    ['a multiple', (f) => f.ratio(7.34), '7,3', '7.3'],
    ['a count', (f) => f.count(131072), '131 072', '131,072'],
    ['a plain number', (f) => f.number(-1.5, 2), '−1,50', '−1.50'],
    ['zero from below', (f) => f.percent(-0.001), '0 %', '0%'],
    ['zero money from below', (f) => f.money(-0.4), '0 €', '€0'],
  ];
  it.each(cases)('%s', (_, of, finnish, english) => {
    expect(of(fi)).toBe(nb(finnish));
    expect(of(en)).toBe(nb(english));
  });
});

describe('short money', () => {
  const cases: Case[] = [
    ['thousands', (f) => f.moneyShort(200_000), '200 t€', '€200k'],
    ['millions', (f) => f.moneyShort(1_400_000), '1,4 M€', '€1.4M'],
    ['whole millions', (f) => f.moneyShort(2e6), '2 M€', '€2M'],
    ['decimals asked for', (f) => f.moneyShort(2e6, 1), '2,0 M€', '€2.0M'],
    ['milliards', (f) => f.moneyShort(1.5e9), '1,5 mrd €', '€1.5bn'],
    ['small sums', (f) => f.moneyShort(8500), '8 500 €', '€8,500'],
    ['zero', (f) => f.moneyShort(0), '0 €', '€0'],
    ['a loss', (f) => f.moneyShort(-53_000), '−53 t€', '−€53k'],
    ['nearly a million', (f) => f.moneyShort(999_600), '1,0 M€', '€1.0M'],
    ['under that', (f) => f.moneyShort(999_400), '999 t€', '€999k'],
  ];
  it.each(cases)('%s', (_, of, finnish, english) => {
    expect(of(fi)).toBe(nb(finnish));
    expect(of(en)).toBe(nb(english));
  });
});

describe('ranges have one unit for both ends', () => {
  const cases: Case[] = [
    ['percent', (f) => f.percentSpan(0.05, 0.1), '5–10 %', '5–10%'],
    ['percentage points', (f) => f.pointsSpan(0.05, 0.1), '5–10 %-yks.', '5–10 pp'],
    ['an end below zero', (f) => f.percentSpan(-0.34, 7.9), '−34…790 %', '−34…790%'],
    ['money', (f) => f.moneySpan(53e3, 1425e3), '53–1 425 t€', '€53–1,425k'],
    ['money below zero', (f) => f.moneySpan(-53e3, 1425e3), '−53…1 425 t€', '−€53…1,425k'],
    ['both below zero', (f) => f.moneySpan(-90e3, -20e3), '−90…−20 t€', '−€90…−20k'],
    ['millions', (f) => f.moneySpan(0.6e6, 2.4e6), '0,6–2,4 M€', '€0.6–2.4M'],
    ['small sums', (f) => f.moneySpan(120, 9500), '120–9 500 €', '€120–9,500'],
    ['a small end keeps its meaning', (f) => f.moneySpan(1200, 15_000), '1,2–15,0 t€', '€1.2–15.0k'],
    ['ends that would look the same', (f) => f.moneySpan(53_100, 53_400), '53,1–53,4 t€', '€53.1–53.4k'],
    [
      'an end past every scale',
      (f) => f.moneySpan(5e6, 1e300),
      '5 000 000 € – yli 1 000 bilj. €',
      '€5,000,000 – over €1,000tn',
    ],
    ['equal ends', (f) => f.percentSpan(0.05, 0.05), '5 %', '5%'],
    ['decimals asked for', (f) => f.valueSpanTo('money', 0.0026, 0.0044, 5), '0,00260–0,00440 €', '€0.00260–0.00440'],
    ['months', (f) => f.monthsSpan(2.5, 11), '2,5–11,0 kk', '2.5–11.0 mo'],
    ['an end that is never', (f) => f.monthsSpan(2.5, null), '2,5 kk – ei koskaan', '2.5 mo – never'],
    ['both never', (f) => f.monthsSpan(null, Infinity), 'ei koskaan', 'never'],
    ['no limit', (f) => f.moneySpan(12_000, null), '12 t€ – rajaton', '€12k – no limit'],
    ['zero is not never', (f) => f.percentSpan(0, 0.1), '0–10 %', '0–10%'],
    ['plain', (f) => f.numberSpan(7.31, 9.06, 1), '7,3–9,1', '7.3–9.1'],
  ];
  it.each(cases)('%s', (_, of, finnish, english) => {
    expect(of(fi).replaceAll(' ', '\u00a0')).toBe(nb(finnish));
    expect(of(en).replaceAll(' ', '\u00a0')).toBe(nb(english));
  });

  it('may call never by another name', () => {
    expect(fi.monthsSpan(2.5, null, 1, 'ei 36 kuukaudessa')).toBe('2,5\u00a0kk\u00a0– ei 36 kuukaudessa');
  });
});

describe('drivers', () => {
  const cases: [unit: Unit, x: number, fi: string, en: string][] = [
    ['moneyPerYear', 18e6, '18 000 000 €/v', '€18,000,000/yr'],
    ['moneyPerMonth', 1500, '1 500 €/kk', '€1,500/mo'],
    ['money', 60392.5, '60 393 €', '€60,393'],
    ['money', 12.5, '12,50 €', '€12.50'],
    ['count', 400, '400', '400'],
    ['countPerYear', 40, '40/v', '40/yr'],
    ['ratio', 0.243, '24,3 %', '24.3%'],
    ['ratio', 0.07, '7,0 %', '7.0%'],
    ['ratio', 0.0745, '7,45 %', '7.45%'],
    ['ratio', 0.00074, '0,074 %', '0.074%'],
    ['ratio', 0.000001, '0,0001 %', '0.0001%'],
    ['ratio', 0.000014, '0,0014 %', '0.0014%'],
    ['ratio', 0, '0,0 %', '0.0%'],
    ['ratio', 1e-17, '0,000 %', '0.000%'],
    ['ratio', 1, '100,0 %', '100.0%'],
    ['points', 0.02, '2,0 %-yks.', '2.0 pp'],
    ['months', 3, '3,0 kk', '3.0 mo'],
    ['months', 0.001, '0,001 kk', '0.001 mo'],
    ['months', 36, '36 kk', '36 mo'],
  ];
  it.each(cases)('%s %f', (unit, x, finnish, english) => {
    expect(fi.value(unit, x)).toBe(nb(finnish));
    expect(en.value(unit, x)).toBe(nb(english));
  });

  it('drops the decimal of whole months when told they are whole', () => {
    expect(fi.value('months', 6, true)).toBe(nb('6 kk'));
  });

  it('has every decimal while edited', () => {
    expect(fi.valueExactly('money', 60392.5)).toBe(nb('60 392,50 €'));
    expect(fi.valueExactly('ratio', 0.0743216)).toBe(nb('7,43216 %'));
    expect(fi.valueExactly('ratio', 0.07)).toBe(nb('7 %'));
    expect(en.valueExactly('months', 3.25)).toBe(nb('3.25 mo'));
  });

  it('shows ranges as they were typed, and computed ones with one decimal', () => {
    expect(fi.valueSpan('ratio', 0.224, 0.262)).toBe(nb('22,4–26,2 %'));
    expect(fi.valueSpan('ratio', 0.05, 0.1)).toBe(nb('5–10 %'));
    expect(fi.valueSpan('ratio', 0.0512345, 0.1098765)).toBe(nb('5,1–11,0 %'));
    expect(fi.valueSpan('months', 2, 4.5)).toBe(nb('2,0–4,5 kk'));
    expect(fi.valueSpan('money', 52100, 70000)).toBe(nb('52 100–70 000 €'));
    expect(en.valueSpan('moneyPerYear', 15e6, 20e6)).toBe('€15,000,000–20,000,000/yr');
    expect(en.valueSpan('ratio', -0.05, 0.1)).toBe('−5…10%');
    expect(en.valueSpan('ratio', 0.000001, 0.2)).toBe('0.0001–20%');
    expect(fi.valueSpan('ratio', 0, 0.2)).toBe(nb('0–20 %'));
  });
});

describe('other currencies stand where the language puts them', () => {
  it.each([
    ['fi', 'SEK', '18 000 000 SEK', '200 tSEK', '1,4 MSEK', '1,5 mrd SEK'],
    ['fi', 'USD', '18 000 000 $', '200 t$', '1,4 M$', '1,5 mrd $'],
    ['fi', 'GBP', '18 000 000 £', '200 t£', '1,4 M£', '1,5 mrd £'],
    ['en', 'SEK', 'kr 18,000,000', 'kr 200k', 'kr 1.4M', 'kr 1.5bn'],
    ['en', 'USD', '$18,000,000', '$200k', '$1.4M', '$1.5bn'],
    ['en', 'CHF', 'CHF 18,000,000', 'CHF 200k', 'CHF 1.4M', 'CHF 1.5bn'],
  ] as const)('%s %s', (language, currency, whole, thousands, millions, milliards) => {
    const formats = toFormats(language, currency);
    expect(formats.money(18e6)).toBe(nb(whole));
    expect(formats.moneyShort(200e3)).toBe(nb(thousands));
    expect(formats.moneyShort(1.4e6)).toBe(nb(millions));
    expect(formats.moneyShort(1.5e9)).toBe(nb(milliards));
  });

  it('counts cents as the currency does', () => {
    expect(toFormats('en', 'JPY').moneyExact(12.5)).toBe('¥13');
  });

  it('shows a text that is no currency code as it is', () => {
    expect(toFormats('fi', 'pisteet').money(1000)).toBe(nb('1 000 pisteet'));
  });
});

describe('what is no number', () => {
  it('is said in words', () => {
    expect([fi.money(NaN), en.percent(-Infinity)]).toEqual(['ei laskettavissa', 'not computable']);
    expect([fi.money(Infinity), en.ratio(Infinity)]).toEqual(['rajaton', 'no limit']);
    expect([fi.months(Infinity), en.monthsLong(Infinity)]).toEqual(['ei koskaan', 'never']);
    expect(fi.money(1e18)).toBe('yli 1\u00a0000\u00a0bilj.\u00a0€');
    expect(en.moneyShort(-1e18)).toBe('below −€1,000tn');
  });

  const of: Record<string, (formats: Formats, x: number, y: number) => string> = {
    number: (f, x) => f.number(x, 2),
    count: (f, x) => f.count(x),
    ratio: (f, x) => f.ratio(x),
    money: (f, x) => f.money(x),
    moneyExact: (f, x) => f.moneyExact(x),
    moneyShort: (f, x) => f.moneyShort(x),
    percent: (f, x) => f.percent(x),
    points: (f, x) => f.points(x),
    months: (f, x) => f.months(x),
    monthsLong: (f, x) => f.monthsLong(x),
    monthsWithin: (f, x) => f.monthsWithin(x),
    numberSpan: (f, x, y) => f.numberSpan(x, y),
    moneySpan: (f, x, y) => f.moneySpan(x, y),
    percentSpan: (f, x, y) => f.percentSpan(x, y),
    monthsSpan: (f, x, y) => f.monthsSpan(x, y),
    value: (f, x) => f.value('ratio', x) + f.value('months', x) + f.value('money', x) + f.value('count', x),
    valueExactly: (f, x) => f.valueExactly('ratio', x) + f.valueExactly('money', x),
    valueSpan: (f, x, y) => f.valueSpan('ratio', x, y) + f.valueSpan('moneyPerMonth', x, y),
    clockTime: (f, x) => f.clockTime(new Date(x)),
    date: (f, x) => f.date(new Date(x)),
  };
  const anything = fc.oneof(
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, -0, 5e-324, Number.MAX_VALUE, 999_499.5, 1e15),
  );
  test.each(Object.keys(of))('%s never writes NaN, ∞, a hyphen or a negative zero', (name) => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), anything, anything, (language, x, y) => {
        const text = of[name]?.(toFormats(language, 'EUR'), x, y) ?? '';
        expect(text).not.toMatch(/NaN|∞|Infinity|undefined|null|E\d|(?<!%)-/);
        expect(text).not.toMatch(/−€?0([.,]0*)?(?![\d.,])/);
        expect(text).not.toBe('');
      }),
    );
  });
});

describe('the time of saving', () => {
  it('is written as each language writes it', () => {
    const time = new Date(2026, 5, 1, 9, 2);
    expect([fi.clockTime(time), en.clockTime(time)]).toEqual(['9.02', '09:02']);
    expect([fi.date(time), en.date(time)]).toEqual(['1.6.2026', '1 Jun 2026']);
    expect([fi.date(new Date(NaN)), en.clockTime(new Date(NaN))]).toEqual(['ei tiedossa', 'not known']);
  });
});
