import { expect, test } from 'vitest';
import { binCounts, edgesOf, endOf, paybackBins, startOf, valueBins, type Bins } from '$lib/charts/bins';
import { evenly, sampleOf } from './sampleOf';

test('a bin holds its upper edge and not its lower', () => {
  expect(binCounts(sampleOf([1, 1.5, 2, 2, 3, Infinity]), [0, 1, 2, 3])).toEqual([1, 3, 1]);
});

test('edges at infinity take in the tails, and "never" belongs to no finite bin', () => {
  expect(binCounts(sampleOf([-5, 0, 5, Infinity]), [-Infinity, 0, Number.MAX_VALUE])).toEqual([2, 1]);
});

test('a payback that mostly comes within a year has half-month bins to 12', () => {
  const bins = paybackBins(sampleOf([...evenly(2, 11, 90), ...evenly(13, 30, 8), Infinity, Infinity]), 36);
  expect([startOf(bins), endOf(bins), bins.step]).toEqual([0, 12, 0.5]);
});

test('a slow payback gets a longer axis, a short horizon a shorter one', () => {
  expect(endOf(paybackBins(sampleOf(evenly(14, 34, 100)), 36))).toBe(36);
  expect(endOf(paybackBins(sampleOf(evenly(8, 22, 100)), 36))).toBe(24);
  expect(endOf(paybackBins(sampleOf(evenly(0, 1, 100)), 1))).toBe(1);
  expect(endOf(paybackBins(sampleOf([Infinity, Infinity]), 120))).toBe(12);
});

test('the bins of other values are round, hold P0.5–P99.5, and number about two dozen', () => {
  const values = evenly(-0.34, 7.9, 1000);
  const bins = valueBins(sampleOf(values));
  const edges = edgesOf(bins);
  expect(edges[0]).toBeLessThan(-0.33);
  expect(edges.at(-1)).toBeGreaterThanOrEqual(7.85);
  expect(bins.count).toBeGreaterThanOrEqual(12);
  expect(bins.count).toBeLessThanOrEqual(48);
  for (const edge of edges) expect(Math.abs(edge * 20 - Math.round(edge * 20))).toBeLessThan(1e-9);
});

test('a value on the lowest edge is inside: every trial is in a bin when all are equal', () => {
  for (const value of [0, -1, 369, 1e12, -0.5]) {
    const bins = valueBins(sampleOf([value, value, value]));
    expect(binCounts(sampleOf([value, value, value]), edgesOf(bins)).reduce((sum, count) => sum + count)).toBe(3);
  }
});

test('edges carry no noise of binary fractions', () => {
  expect(edgesOf({ first: 1, step: 0.1, count: 2 })).toEqual([0.1, 0.2, 0.3]);
});

/** How often the bins change while a slider sweeps there and back in small steps. */
function changes(of: (shift: number, previous?: Bins) => Bins): number {
  let previous: Bins | undefined;
  let count = 0;
  for (let i = 0; i <= 400; i++) {
    const shift = i <= 200 ? i / 200 : (400 - i) / 200;
    const bins = of(shift, previous);
    if (previous && bins !== previous) count++;
    previous = bins;
  }
  return count;
}

test('while a slider moves, bins change seldom and never flicker', () => {
  const wobble = (shift: number) => Math.sin(shift * 500) * 0.02;
  expect(
    changes((shift, previous) => paybackBins(sampleOf(evenly(2, 8 + 20 * shift + wobble(shift), 200)), 36, previous)),
  ).toBeLessThanOrEqual(4);
  expect(
    changes((shift, previous) => valueBins(sampleOf(evenly(-0.3, 2 + 6 * shift + wobble(shift), 200)), previous)),
  ).toBeLessThanOrEqual(12);
});

test('bins of one horizon do not outlive it', () => {
  const sample = sampleOf(evenly(1, 5, 50));
  const before = paybackBins(sample, 36);
  expect(endOf(paybackBins(sample, 6, before))).toBe(6);
});
