import { expect, test } from 'vitest';
import { fanChartOptions } from '$lib/charts/fanChart';
import { context, draw, isSound } from './drawn';

const flat = (value: number) => Float64Array.from({ length: 37 }, () => value);

test('customers are counted, zero is in the domain, and the line ends at the estimate', () => {
  const bands = { p5: flat(380), p25: flat(390), p50: flat(400), p75: flat(410), p95: flat(420) };
  const chart = draw(fanChartOptions({ series: 'customers', bands, point: flat(400), lastMonth: 36 }, context('en', 540, 310))); // prettier-ignore
  expect(chart.corners('.estimate').at(-1)!.y).toBeCloseTo(chart.y(400), 3);
  expect(chart.y(0)).toBeCloseTo(310 - 28, 3);
  expect(chart.texts().map(({ text }) => text)).toEqual(expect.arrayContaining(['0', '200', '400', '36 mo']));
});

test('bands alone, and a line alone, draw', () => {
  const bands = { p5: flat(1e12), p25: flat(1e12), p50: flat(1e12), p75: flat(1e12), p95: flat(1e12) };
  for (const data of [
    { series: 'revenue', bands, point: null, lastMonth: 1 },
    { series: 'cumulative', bands: null, point: flat(-5), lastMonth: 36 },
  ] as const) {
    expect(isSound(draw(fanChartOptions(data, context('fi', 290, 260))).svg)).toBe(true);
  }
});
