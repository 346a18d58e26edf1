import { describe, expect, test } from 'vitest';
import type { Range } from '$lib/uncertainty/range';
import { toSampler } from '$lib/uncertainty/sampler';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';

type Limits = readonly [number, number];
const pert = (low: number, mode: number, high: number): [Range, undefined] => [
  { shape: 'pert', ends: 'minmax', low, mode, high },
  undefined,
];
const cut = (low: number, high: number, limits: Limits = [0, 1]): [Range, Limits] => [
  { shape: 'normal', ends: 'p5p95', low, high },
  limits,
];

/** Even ones, and ones that crowd to both ends as far as 32-bit draws go. */
const uniforms = Float64Array.from({ length: 30_000 }, (_, i) => {
  if (i % 3 === 0) return (i + 0.5) / 30_000;
  const tail = 2 ** (-33 * ((i + 0.5) / 30_000));
  return i % 3 === 1 ? tail : 1 - Math.min(tail, 0.5);
}).sort();

describe('a tabulated law', () => {
  const cases: [Range, Limits | undefined][] = [
    pert(0, 10, 40),
    pert(0, 0, 1),
    pert(0, 1, 1),
    pert(0, 0.001, 1),
    pert(-5, 3.99, 4),
    cut(0.078, 0.123),
    cut(0.05, 0.15),
    cut(-1, 1),
    cut(0.9, 1.2),
    cut(1.5, 1.7),
    cut(-3, -1),
    cut(-100, 100),
    cut(-300, -200, [0, Infinity]),
  ];
  test.each(cases)(
    '%j within %j: the table keeps to the quantile within 1e-7 of the width, and rises',
    (range, limits) => {
      const { distribution, fill } = toSampler(range, limits);
      expect('density' in distribution).toBe(true);
      const out = new Float64Array(uniforms.length);
      fill(uniforms, out);
      const width = distribution.quantile(0.95) - distribution.quantile(0.05);
      let worst = 0;
      let falls = 0;
      out.forEach((x, i) => {
        worst = Math.max(worst, Math.abs(x - distribution.quantile(uniforms[i]!)));
        if (i > 0 && x < out[i - 1]!) falls++;
      });
      expect(worst / width).toBeLessThan(1e-7);
      expect(falls).toBe(0);
    },
  );
  test('a range so thin that its ends round together gives draws between them', () => {
    for (const [range, limits] of [
      pert(1e6, 1e6, 1e6 + 1e-9),
      pert(1e6, 1e6 + 1e-9, 1e6 + 2e-9),
      cut(1e6, 2e6, [7, 7 + 1e-14]),
    ]) {
      const out = new Float64Array(uniforms.length);
      toSampler(range, limits).fill(uniforms, out);
      const [low, high] = limits ?? [range.low, range.high];
      expect(out.every((x) => x >= low && x <= high)).toBe(true);
    }
  });
  test('draws beyond the table fall back on the quantile', () => {
    const { distribution, fill } = toSampler(...pert(0, 10, 40));
    const out = new Float64Array(2);
    fill(Float64Array.of(1e-15, 1 - 1e-13), out);
    expect(Array.from(out)).toEqual([distribution.quantile(1e-15), distribution.quantile(1 - 1e-13)]);
  });
});

test('closed forms are exactly the quantile', () => {
  const ranges: Range[] = [
    { shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 },
    { shape: 'normal', ends: 'p10p90', low: -5, high: 10 },
    { shape: 'triangular', ends: 'minmax', low: 0, mode: 1, high: 10 },
    { shape: 'uniform', ends: 'minmax', low: 2, high: 8 },
    { shape: 'pert', ends: 'minmax', low: 2, high: 2 },
  ];
  const block = new Float64Array(256);
  fillUniforms(1, 1, 0, block);
  for (const range of ranges) {
    const out = new Float64Array(256);
    toSampler(range).fill(block, out);
    expect(Array.from(out)).toEqual(Array.from(block, toDistribution(range).quantile));
  }
  const one = new Float64Array(1);
  toSampler(ranges[3]!).fill(Float64Array.of(0.25), one);
  expect(one[0]).toBe(3.5);
});

test('the same range gets the same sampler, a changed one another; order of asking changes nothing', () => {
  const first = toSampler(...cut(0.078, 0.123));
  expect(toSampler(...cut(0.078, 0.123))).toBe(first);
  expect(toSampler(...cut(0.078, 0.123, [0, 0.5]))).not.toBe(first);
  const out = new Float64Array(256);
  fillUniforms(1, 1, 0, out);
  const again = out.slice();
  first.fill(out, out);
  for (let i = 0; i < 100; i++) toSampler({ shape: 'uniform', ends: 'minmax', low: 0, high: i + 1 });
  const rebuilt = toSampler(...cut(0.078, 0.123));
  expect(rebuilt).not.toBe(first);
  rebuilt.fill(again, again);
  expect(again).toEqual(out);
});
