import fc from 'fast-check';
import { quantile as type6, quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import type { SortedSample } from '$lib/simulation/result';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';

/** A sample cut into parts of arbitrary, also no, length. */
function sampleOf(values: readonly number[], cuts: readonly number[] = []): SortedSample {
  const ends = [...cuts.map((cut) => cut % (values.length + 1)), values.length].sort((a, b) => a - b);
  const parts = ends.map((end, i) => Float64Array.from(values.slice(i > 0 ? ends[i - 1] : 0, end)).sort());
  return { parts, trials: values.length, never: 0, mean: null, deviation: null };
}

/** Hyndman & Fan (1996), definition 7, written from its formula over the whole sorted sample. */
function typeSeven(values: readonly number[], probability: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(h)]!;
  return below + (h - Math.floor(h)) * (sorted[Math.ceil(h)]! - below);
}

describe('quantile', () => {
  it("is R's default and numpy's: quantile(c(1, 2, 3, 4, 10), c(.1, .25, .9))", () => {
    const sample = sampleOf([10, 2, 4, 1, 3], [2]);
    expect(quantile(sample, 0.1)).toBeCloseTo(1.4, 14);
    expect(quantile(sample, 0.25)).toBe(2);
    expect(quantile(sample, 0.9)).toBeCloseTo(7.6, 14);
  });

  it('is the definition, however the sample is cut into parts', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, cuts, probability) => {
          expect(quantile(sampleOf(values, cuts), probability)).toBeCloseTo(typeSeven(values, probability), 6);
        },
      ),
    );
  });

  it('agrees with simple-statistics where the definitions meet: the median, and the ends', () => {
    const values = [5, 1, 9, 9, 2, 7];
    const sample = sampleOf(values, [1, 4]);
    expect(quantile(sample, 0.5)).toBe(type6(values, 0.5));
    expect(quantile(sample, 0)).toBe(quantileSorted([1, 9], 0));
    expect(quantile(sample, 1)).toBe(9);
  });

  it('is null where the rank is "never", which is last', () => {
    const sample = sampleOf([3, Infinity, 1, 2, Infinity], [3]);
    expect(quantile(sample, 0.5)).toBe(3);
    expect(quantile(sample, 0.51)).toBeNull();
    expect(quantile(sample, 1)).toBeNull();
  });
});

describe('countAtMost', () => {
  it('counts ties in and what is above out', () => {
    const sample = sampleOf([1, 2, 2, 3, Infinity], [2, 3]);
    expect([0.9, 1, 2, 2.5, 3, 1e9].map((x) => countAtMost(sample, x))).toEqual([0, 1, 3, 3, 4, 4]);
  });

  it('is the plain count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
        fc.array(fc.nat()),
        fc.nat(10),
        (values, cuts, x) => {
          expect(countAtMost(sampleOf(values, cuts), x)).toBe(values.filter((value) => value <= x).length);
        },
      ),
    );
  });
});
