import { describe, expect, test } from 'vitest';
import { cutTo } from '$lib/uncertainty/cutTo';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { uniform } from '$lib/uncertainty/uniform';

describe('a distribution that leaves its bounds', () => {
  test('a uniform cut at the top is the uniform up to there', () => {
    const cut = cutTo(uniform(0.8, 1.2), [0, 1]);
    expect(cut.quantile(0.5)).toBeCloseTo(0.9, 12);
    expect(cut.mean).toBeCloseTo(0.9, 12);
    expect(cut.variance).toBeCloseTo((0.2 * 0.2) / 12, 12);
    expect(cut.cdf(0.95)).toBeCloseTo(0.75, 12);
  });

  test('bounds that cut nothing change nothing', () => {
    const whole = uniform(2, 8);
    expect(cutTo(whole, [0, 10])).toBe(whole);
  });

  test('a distribution wholly outside becomes the nearest bound', () => {
    const cut = cutTo(uniform(1.5, 2), [0, 1]);
    expect([cut.quantile(0.1), cut.quantile(0.9), cut.variance]).toEqual([1, 1, 0]);
  });

  test.each([
    { shape: 'uniform', ends: 'minmax', low: 0.8, high: 1.2 },
    { shape: 'triangular', ends: 'minmax', low: 0.5, mode: 1, high: 1.5 },
    { shape: 'pert', ends: 'minmax', low: 0.5, mode: 1, high: 1.5 },
    { shape: 'lognormal', ends: 'p5p95', low: 0.3, high: 0.9 },
    { shape: 'normal', ends: 'p5p95', low: 0.3, high: 1.9 },
  ] as const)('$shape keeps within the limits of its driver, and its cdf inverts its quantile', (range) => {
    const cut = toDistribution(range, [0, 1]);
    for (const probability of [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9]) {
      const x = cut.quantile(probability);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      if (x < 1) expect(cut.cdf(x)).toBeCloseTo(probability, 7);
    }
  });
});
