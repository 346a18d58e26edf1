import { describe, expect, test } from 'vitest';
import { varianceSharesHeight, varianceSharesOptions, type Contributions } from '$lib/charts/varianceShares';
import type { Language } from '$lib/i18n/language';
import { context, draw, isSound } from './drawn';

const around = (value: number, reach: number) => ({ value, low: Math.max(value - reach, -1), high: value + reach });
const shares: Contributions = {
  kind: 'shares',
  rows: [
    { name: 'Liikevaihdon lisäys', first: around(0.75, 0.05), total: around(0.875, 0.02) },
    { name: 'Vaikutuksen nousuaika', first: around(0.125, 0.01), total: around(0.25, 0.01) },
    { name: 'Investointi', first: { value: 0, low: 0, high: 0.01 }, total: { value: 0.001, low: 0, high: 0.01 } },
  ],
};
const correlations: Contributions = {
  kind: 'correlations',
  rows: [
    { name: 'Liikevaihdon lisäys', rank: around(0.9, 0.02) },
    { name: 'Investointi', rank: around(-0.45, 0.02) },
  ],
};
const drawn = (data: Contributions, width = 800, language: Language = 'fi') =>
  draw(varianceSharesOptions(data, context(language, width, varianceSharesHeight(data.kind, data.rows.length, width))));

describe('bars', () => {
  test('run from nothing to their share, alone above and in all below', () => {
    const chart = drawn(shares);
    const bars = chart.rects('.bar');
    const perUnit = bars[0]!.width / 0.75;
    expect(bars.map(({ width }) => width / perUnit)).toEqual(
      [0.75, 0.875, 0.125, 0.25, 0, 0.001].map((share) => expect.closeTo(share, 6)),
    );
    const zero = Number(chart.svg.querySelector('.zero line')!.getAttribute('x1'));
    for (const { x } of bars) expect(x).toBeCloseTo(zero, 3);
    expect(bars[1]!.y).toBeGreaterThan(bars[0]!.y + bars[0]!.height);
    expect(bars[2]!.y).toBeGreaterThan(bars[1]!.y + bars[1]!.height);
  });

  test('alone is filled, in all outlined', () => {
    const fills = [...drawn(shares).svg.querySelectorAll('.bar rect')].map((bar) => bar.getAttribute('fill'));
    expect(fills).toEqual(Array(3).fill(['var(--accent)', 'var(--accent-soft)']).flat());
  });

  test('have whiskers from end to end of their intervals', () => {
    const { svg, rects } = drawn(shares);
    const bar = rects('.bar')[0]!;
    const x = (share: number) => bar.x + (bar.width / 0.75) * share;
    const whisker = svg.querySelectorAll('.whisker')[1]!.querySelector('line')!;
    expect(Number(whisker.getAttribute('x1'))).toBeCloseTo(x(0.7), 2);
    expect(Number(whisker.getAttribute('x2'))).toBeCloseTo(x(0.8), 2);
  });

  test('of a negative correlation run to the left', () => {
    const [up, down] = drawn(correlations).rects('.bar');
    expect(down!.x + down!.width).toBeCloseTo(up!.x, 3);
    expect(down!.width / up!.width).toBeCloseTo(0.5, 6);
  });
});

test.each([
  ['fi', ['yksin 75 %', 'kaikkiaan 88 %', '13 %', '25 %', '0 %', 'alle 1 %']],
  ['en', ['alone 75%', 'in all 88%', '13%', '25%', '0%', 'under 1%']],
] as const)('the first row says which bar is which, in %s', (language, labels) => {
  const texts = drawn(shares, 800, language)
    .texts('.share')
    .map(({ text }) => text);
  expect([...texts].sort()).toEqual([...labels].sort());
});

test('names stand at the left, and above the bars on a phone; nothing leaves the chart or lies on another', () => {
  const full: Contributions = {
    kind: 'shares',
    rows: [
      { name: 'Uusasiakas\u00adhankinnan lisäys', first: around(0.999, 0.001), total: { value: 1, low: 1, high: 1 } },
    ],
  };
  for (const width of [290, 540, 860]) {
    for (const language of ['fi', 'en'] as const) {
      for (const data of [shares, correlations, full, { ...shares, rows: [] }]) {
        const chart = drawn(data, width, language);
        expect(isSound(chart.svg)).toBe(true);
        const height = varianceSharesHeight(data.kind, data.rows.length, width);
        const texts = chart.texts();
        for (const text of texts) {
          expect(text.x).toBeGreaterThanOrEqual(-0.5);
          expect(text.x + text.width).toBeLessThanOrEqual(width + 0.5);
          expect(text.y + text.height).toBeLessThanOrEqual(height + 0.5);
        }
        const labels = chart.texts('.share');
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1))
            expect(a.y + a.height <= b.y + 4 || b.y + b.height <= a.y + 4).toBe(true);
      }
    }
    const chart = drawn(shares, width);
    const [name] = chart.texts('.name');
    const [bar] = chart.rects('.bar');
    if (width < 520) expect(name!.y + name!.height).toBeLessThanOrEqual(bar!.y + 1);
    else expect(name!.x + name!.width).toBeLessThan(bar!.x);
  }
});
