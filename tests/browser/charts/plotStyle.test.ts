import * as Plot from '@observablehq/plot';
import { expect, test } from 'vitest';
import { plotClassName, plotStyleHash } from '$lib/charts/plotStyleHash.js';

async function styleHashes(chart: Element): Promise<string[]> {
  const texts = [...chart.querySelectorAll('style')].map((style) => style.textContent);
  return Promise.all(
    texts.map(async (text) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    }),
  );
}

test("the policy's hash is that of the style Plot writes", async () => {
  const chart = Plot.plot({ className: plotClassName, marks: [Plot.lineY([1, 3, 2])] });
  expect(await styleHashes(chart)).toEqual([plotStyleHash]);
});

test('marks, facets, scales, captions and tips add no other style', async () => {
  const data = [
    { month: 1, cash: -2, kind: 'base' },
    { month: 2, cash: 5, kind: 'more' },
  ];
  const chart = Plot.plot({
    className: plotClassName,
    caption: 'Cumulative cash',
    width: 300,
    color: { scheme: 'blues' },
    marks: [
      Plot.barY(data, { x: 'month', y: 'cash', fill: 'cash', fx: 'kind', tip: true }),
      Plot.ruleY([0]),
      Plot.text(data, { x: 'month', y: 'cash', text: 'kind' }),
    ],
  });
  expect(await styleHashes(chart)).toEqual([plotStyleHash]);
});

test('a chart without the class name would be refused', async () => {
  expect(await styleHashes(Plot.plot({ marks: [Plot.lineY([1, 3, 2])] }))).not.toEqual([plotStyleHash]);
});
