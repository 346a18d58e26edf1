import { expect, test } from 'vitest';
import { compareCashOptions, tableOfCompareCash, type CashLine } from '$lib/charts/compareCash';
import { context, draw } from './drawn';

const line = (name: string, accent: number, slope: number, months = 36): CashLine => ({
  name,
  colour: `var(--scenario-${accent})`,
  cash: Float64Array.from({ length: months + 1 }, (_, month) => -60_000 + slope * month),
});
const lines = [line('base', 1, 20_000), line('b', 2, 20_500), line('kolmas', 3, 5000, 24)];
const chart = (width = 540) => draw(compareCashOptions(lines, context('fi', width, 260)));
const paths = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll<SVGPathElement>('.cash path, path.cash')].map((path) =>
    [...path.getAttribute('d')!.matchAll(/[ML](-?[\d.e-]+),(-?[\d.e-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
  );

test('every scenario has its line, over the same axes and as long as its own horizon', () => {
  const { svg, y } = chart();
  const drawn = paths(svg);
  expect(drawn.map((points) => points.length)).toEqual([37, 37, 25]);
  drawn.forEach((points, i) => {
    const { cash } = lines[i]!;
    expect(points[0]![1]).toBeCloseTo(y(cash[0]!), 0);
    expect(points.at(-1)![1]).toBeCloseTo(y(cash[cash.length - 1]!), 0);
  });
  expect(drawn[2]!.at(-1)![0]).toBeCloseTo(drawn[0]![24]![0]!, 0);
});

test('its name stands at its end, none over another, and the third has a dash too', () => {
  for (const width of [320, 540]) {
    const { svg, texts } = chart(width);
    const names = texts('.end');
    expect(names.map(({ text }) => text)).toEqual(['base', 'b', 'kolmas']);
    const [base, b] = names;
    expect(Math.abs(base!.y - b!.y)).toBeGreaterThanOrEqual(15);
    for (const { x, width: own } of names) expect(x + own).toBeLessThanOrEqual(width + 1);
    const dashes = [...svg.querySelectorAll('.cash')].map((mark) => mark.getAttribute('stroke-dasharray') ?? '');
    expect(dashes).toEqual(['', '', '6 3']);
  }
});

test('the table has a column for each, and nothing past a horizon', () => {
  const { formats, words } = context('fi', 540, 260);
  const { columns, rows } = tableOfCompareCash(lines, formats, words);
  expect(columns.map(({ name }) => name)).toEqual(['Kuukausi', 'base', 'b', 'kolmas']);
  expect(rows).toHaveLength(37);
  expect(rows[24]).toEqual([24, 420_000, 432_000, 60_000]);
  expect(rows[36]!.at(-1)).toBe('');
});
