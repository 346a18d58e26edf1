import { describe, expect, test } from 'vitest';
import { paybackBins, valueBins } from '$lib/charts/bins';
import { cumulativeShareOptions } from '$lib/charts/cumulativeShare';
import type { Distribution } from '$lib/charts/distribution';
import { histogramOptions } from '$lib/charts/histogram';
import { evenly, sampleOf } from '../../unit/charts/sampleOf';
import { context, draw, isSound } from './drawn';

/** 100 trials: 80 between 2 and 4 months (20 to a bin), 10 between 4 and 4.5, 6 later than a year, 4 never. */
const values = [...evenly(2, 4, 80), ...evenly(4, 4.5, 10), ...evenly(13, 30, 6), ...Array<number>(4).fill(Infinity)];
const sample = sampleOf(values);
const payback: Distribution = {
  name: 'takaisinmaksuaika',
  sample,
  kind: 'months',
  bins: paybackBins(sample, 36),
  horizonMonths: 36,
  threshold: 3,
  asked: 'atMost',
};
const drawn = (data: Distribution, width = 800, language: 'fi' | 'en' = 'fi') =>
  draw(histogramOptions(data, context(language, width, 260)));

/** At 800 px two bars of 80 px stand apart after a gap of 16: the scale runs from 4 to 624 px over 12 months. */
const xOf = (months: number) => 4 + ((800 - 160 - 16 - 4) * months) / 12;

describe('bars', () => {
  test('are filled up to the threshold and outlined after it', () => {
    const chart = drawn(payback);
    expect(chart.rects('.filled').map(({ x }) => Math.round(x - 0.75))).toEqual([2, 2.5].map((m) => Math.round(xOf(m)))); // prettier-ignore
    expect(chart.rects('.outlined')).toHaveLength(4); // 3–3.5, 3.5–4, 4–4.5, and 12–36
  });

  test('are as high as their counts', () => {
    const heights = [...drawn(payback).rects('.filled'), ...drawn(payback).rects('.outlined')].map(({ height }) => height); // prettier-ignore
    const [first, second, third, fourth, half, late] = heights as [number, number, number, number, number, number];
    for (const full of [second, third, fourth]) expect(full).toBeCloseTo(first, 5);
    expect(half / first).toBeCloseTo(10 / 20, 5);
    expect(late / first).toBeCloseTo(6 / 20, 5);
    expect(drawn(payback).rects('.never')[0]!.height / first).toBeCloseTo(4 / 20, 5);
  });

  test('the one the threshold lies in is cut there', () => {
    const chart = drawn({ ...payback, threshold: 2.25 });
    const [cut] = chart.rects('.filled');
    expect(cut!.x).toBeCloseTo(xOf(2) + 0.75, 3);
    expect(cut!.x + cut!.width).toBeCloseTo(xOf(2.25) - 0.75, 3);
    expect(chart.rects('.outlined')[0]!.height).toBeCloseTo(cut!.height, 5);
  });

  test('"12–36" and "never" stand apart with their shares', () => {
    const chart = drawn(payback);
    expect(chart.texts('.share').map(({ text }) => text)).toEqual(['6 %', '4 %']);
    expect(chart.rects('.never')[0]!.x).toBeGreaterThan(xOf(12) + 16);
    const labels = [...chart.svg.querySelectorAll('.apart text')].map((text) =>
      [...text.querySelectorAll('tspan')].map((line) => line.textContent),
    );
    expect(labels).toEqual([
      ['12–36', 'kk'],
      ['ei', 'koskaan'],
    ]);
  });

  test('all never: one bar, and its word', () => {
    const never = sampleOf([Infinity, Infinity]);
    const chart = drawn({ ...payback, sample: never, bins: paybackBins(never, 36) }, 290, 'en');
    expect(chart.rects('.filled')).toHaveLength(0);
    expect(chart.rects('.never')).toHaveLength(1);
    expect(chart.texts('.share').map(({ text }) => text)).toEqual(['0%', '100%']);
    expect(isSound(chart.svg)).toBe(true);
  });
});

test('the threshold stands at its value, with its label inside the scale', () => {
  for (const threshold of [1, 6, 12]) {
    const chart = drawn({ ...payback, threshold });
    expect(Number(chart.svg.querySelector('.threshold line')!.getAttribute('x1'))).toBeCloseTo(xOf(threshold), 3);
    const label = chart.texts('.say').find(({ text }) => text === `${threshold} kk`)!;
    expect(label.x).toBeGreaterThanOrEqual(0);
    expect(label.x + label.width).toBeLessThan(xOf(12) + 20);
  }
});

describe('any other value', () => {
  const roi = sampleOf(evenly(-1, 3, 1000));
  const data: Distribution = { name: 'ROI', sample: roi, kind: 'percent', bins: valueBins(roi), horizonMonths: null, threshold: 0, asked: 'atLeast' }; // prettier-ignore

  test('is filled from the threshold on when "at least" is asked', () => {
    const chart = drawn(data);
    const zero = Number(chart.svg.querySelector('.threshold line')!.getAttribute('x1'));
    for (const { x } of chart.rects('.filled')) expect(x).toBeGreaterThan(zero);
    for (const { x, width } of chart.rects('.outlined')) expect(x + width).toBeLessThan(zero);
    expect(chart.count('.never')).toBe(0);
  });

  test('says what lies beyond its ends in words', () => {
    const tailed = sampleOf([...evenly(-1, 3, 997), 50, 60, 70]);
    const fi = drawn({ ...data, sample: tailed, bins: valueBins(tailed) });
    expect(fi.texts('.tail').map(({ text }) => text)).toEqual([expect.stringMatching(/^yli \d+ %: 0,3 %$/)]);
    const en = drawn({ ...data, sample: tailed, bins: valueBins(tailed) }, 540, 'en');
    expect(en.texts('.tail').map(({ text }) => text)).toEqual([expect.stringMatching(/^above \d+%: 0\.3%$/)]);
  });

  test('keeps every label inside a phone', () => {
    for (const scale of [1, 1e5, 1e12]) {
      const money = sampleOf(evenly(-scale, 3 * scale, 500));
      const chart = drawn({ ...data, kind: 'money', sample: money, bins: valueBins(money) }, 290);
      expect(isSound(chart.svg)).toBe(true);
      for (const { x, width } of chart.texts()) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x + width).toBeLessThanOrEqual(291);
      }
    }
  });
});

test('the cumulative curve rises from 0 to the share that is ever reached, and reads off the threshold', () => {
  const chart = draw(cumulativeShareOptions({ ...payback, threshold: 4 }, context('fi', 540, 260)));
  const line = chart.corners('.estimate');
  expect(line[0]!.y).toBeCloseTo(chart.y(0), 1);
  expect(line.at(-1)!.y).toBeCloseTo(chart.y(0.96), 1);
  for (let i = 1; i < line.length; i++) expect(line[i]!.y).toBeLessThanOrEqual(line[i - 1]!.y);
  expect(Math.abs(chart.circle('.reading').y - chart.y(0.8))).toBeLessThanOrEqual(0.6);
  expect(chart.texts('.share').map(({ text }) => text)).toEqual(['80 %']);
  expect(chart.texts('.end').map(({ text }) => text)).toEqual(['96 %']);
});
