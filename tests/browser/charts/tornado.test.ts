import { describe, expect, test } from 'vitest';
import { tornadoHeight, tornadoOptions, type Tornado, type TornadoRow } from '$lib/charts/tornado';
import { context, draw, isSound } from './drawn';

const row = (name: string, low: number | null, high: number | null): TornadoRow => ({
  name,
  low: { output: low, driverText: '52 100 €' },
  high: { output: high, driverText: '70 000 €' },
  swing: low === null || high === null ? null : Math.abs(high - low),
});
const tornado: Tornado = {
  outputName: 'ROI',
  kind: 'percent',
  base: 3.69,
  rows: [row('Liikevaihdon lisäys', 0.58, 6.8), row('Investointi', 4.2, 3.2), row('Poistuma', 3.69, 3.69)],
};
const drawn = (data: Tornado, width = 800) =>
  draw(tornadoOptions(data, context('fi', width, tornadoHeight(data.rows.length, width))));

describe('bars', () => {
  test('run from the base to the output, in proportion', () => {
    const chart = drawn(tornado);
    const base = Number(chart.svg.querySelector('.zero line')!.getAttribute('x1'));
    const [low, high] = chart.rects('.bar').filter(({ width }) => width > 0);
    const perUnit = low!.width / (3.69 - 0.58);
    expect(low!.x + low!.width).toBeCloseTo(base, 3);
    expect(high!.x).toBeCloseTo(base, 3);
    expect(high!.width).toBeCloseTo(perUnit * (6.8 - 3.69), 3);
  });

  test('P10 is outlined, P90 filled', () => {
    const fills = [...drawn(tornado).svg.querySelectorAll('.bar rect')].map((bar) => bar.getAttribute('fill'));
    expect(fills.filter((fill) => fill === 'var(--accent)')).toHaveLength(3);
    expect(fills.filter((fill) => fill === 'var(--accent-soft)')).toHaveLength(3);
  });

  test('the first row says which end is which', () => {
    const drivers = drawn(tornado)
      .texts('.driver')
      .map(({ text }) => text);
    expect(drivers).toContain('P10 52 100 €');
    expect(drivers).toContain('P90 70 000 €');
    expect(drivers.filter((text) => text.startsWith('P'))).toHaveLength(2);
  });
});

test('an end that is never runs past all others and says so', () => {
  const chart = drawn({ ...tornado, kind: 'months', rows: [row('Lisäys', null, 2), row('Investointi', 3, 5)] });
  const right = chart.rects('.bar').map(({ x, width }) => x + width);
  expect(Math.max(...right)).toBe(right[0]! > right[1]! ? right[0] : right[1]);
  const [word] = chart.texts('.say').filter(({ text }) => text === 'ei koskaan');
  expect(word!.x).toBeGreaterThan(Math.max(...right));
  expect(word!.x + word!.width).toBeLessThanOrEqual(800);
});

test('names stand at the left, and above the bars on a phone; nothing leaves the chart', () => {
  for (const width of [290, 540, 860]) {
    for (const data of [tornado, { ...tornado, base: null, rows: [row('A', null, null)] }, { ...tornado, rows: [] }]) {
      const chart = drawn(data, width);
      expect(isSound(chart.svg)).toBe(true);
      for (const { x, width: wide } of chart.texts()) {
        expect(x).toBeGreaterThanOrEqual(-0.5);
        expect(x + wide).toBeLessThanOrEqual(width + 0.5);
      }
    }
    const chart = drawn(tornado, width);
    const [name] = chart.texts('.name');
    const [bar] = chart.rects('.bar');
    if (width < 520) expect(name!.y + name!.height).toBeLessThanOrEqual(bar!.y + 1);
    else expect(name!.x + name!.width).toBeLessThan(bar!.x);
  }
});
