import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileRanks } from '$lib/metrics/quantileRanks';

/** P(B ≤ k) by the binomial's own definition; only for n small enough not to overflow. */
function cumulativeBinomial(n: number, p: number, k: number): number {
  let term = Math.pow(1 - p, n);
  let sum = 0;
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

test('each side misses the quantile at most as often as promised, and the next rank would miss more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 99 }), (n, percent) => {
      const p = percent / 100;
      const ranks = quantileRanks(n, p);
      const below = (ranks?.lower ?? 0) - 1;
      expect(cumulativeBinomial(n, p, below)).toBeLessThanOrEqual(0.025 + 1e-12);
      expect(cumulativeBinomial(n, p, below + 1)).toBeGreaterThan(0.025 - 1e-12);
      const upper = ranks?.upper ?? n + 1;
      expect(1 - cumulativeBinomial(n, p, upper - 1)).toBeLessThanOrEqual(0.025 + 1e-12);
      expect(1 - cumulativeBinomial(n, p, upper - 2)).toBeGreaterThan(0.025 - 1e-12);
    }),
  );
});

// scipy.stats.binom.ppf(0.025, n, p) and ppf(0.975, n, p) + 1
test.each([
  [10_000, 0.5, 4902, 5099],
  [10_000, 0.95, 9457, 9543],
  [1000, 0.05, 37, 65],
  [131_072, 0.05, 6399, 6710],
  [131_072, 0.95, 124_363, 124_674],
  [100, 0.5, 40, 61],
])('of %i draws the %f-quantile lies between ranks %i and %i', (draws, probability, lower, upper) => {
  expect(quantileRanks(draws, probability)).toEqual({ lower, upper });
});

test('counting from the other end mirrors the ranks', () => {
  const low = quantileRanks(5000, 0.1);
  const high = quantileRanks(5000, 0.9);
  expect(high?.lower).toBe(5001 - (low?.upper ?? NaN));
  expect(high?.upper).toBe(5001 - (low?.lower ?? NaN));
});

test('more confidence takes a wider interval', () => {
  const usual = quantileRanks(1000, 0.5);
  const surer = quantileRanks(1000, 0.5, 0.99);
  expect(surer?.lower).toBeLessThan(usual?.lower ?? NaN);
  expect(surer?.upper).toBeGreaterThan(usual?.upper ?? NaN);
});

test('too few draws leave the quantile open on its side', () => {
  expect(quantileRanks(59, 0.05)).toEqual({ lower: null, upper: 8 });
  expect(quantileRanks(59, 0.95)).toEqual({ lower: 52, upper: null });
});

test('without draws, or at the ends of the distribution, there are no ranks', () => {
  expect(quantileRanks(0, 0.5)).toBeNull();
  expect(quantileRanks(100, 0)).toBeNull();
  expect(quantileRanks(100, 1)).toBeNull();
});
