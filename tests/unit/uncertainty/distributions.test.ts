import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Distribution } from '$lib/uncertainty/distribution';
import { gaussLegendre } from '$lib/uncertainty/gaussLegendre';
import { invertIncreasing } from '$lib/uncertainty/invertIncreasing';
import { lognormal } from '$lib/uncertainty/lognormal';
import { normal } from '$lib/uncertainty/normal';
import { normalCdf, normalDensity } from '$lib/uncertainty/normalCdf';
import { pert } from '$lib/uncertainty/pert';
import { point } from '$lib/uncertainty/point';
import { triangular } from '$lib/uncertainty/triangular';
import { truncatedNormal } from '$lib/uncertainty/truncatedNormal';
import { uniform } from '$lib/uncertainty/uniform';

const laws: Record<string, Distribution> = {
  'normal(10, 2)': normal(10, 2),
  'normal(-3, 40)': normal(-3, 40),
  'lognormal(2, 0.2)': lognormal(2, 0.2),
  'lognormal(-1, 1.1)': lognormal(-1, 1.1),
  'uniform(2, 8)': uniform(2, 8),
  'triangular(0, 10, 40)': triangular(0, 10, 40),
  'triangular at its low end': triangular(0, 0, 10),
  'triangular at its high end': triangular(0, 10, 10),
  'pert(0, 10, 40)': pert(0, 10, 40),
  'pert(-5, 3, 4)': pert(-5, 3, 4),
  'pert at its low end': pert(1, 1, 2),
  'pert at its high end': pert(1, 2, 2),
  'truncatedNormal(0, 1, -1, 2)': truncatedNormal(0, 1, -1, 2),
  'truncatedNormal on one side': truncatedNormal(100, 40, 0, null),
  'truncatedNormal on the other': truncatedNormal(0, 1, null, 0.5),
  'truncatedNormal, churn of the template': truncatedNormal(0.1005, 0.01368, 0, 1),
  'truncatedNormal in the upper tail': truncatedNormal(0, 1, 8, null),
  'truncatedNormal in the lower tail': truncatedNormal(5, 0.5, 0, 1),
  'truncatedNormal, thin': truncatedNormal(0, 1, 0.5, 0.5001),
  'truncatedNormal, thin and far': truncatedNormal(0, 1, 30, 30.001),
  'truncatedNormal just this side of the tail': truncatedNormal(0, 1, 4.9, 5.5),
  'truncatedNormal, nearly uncut': truncatedNormal(1, 1, -30, 30),
};

describe.each(Object.entries(laws))('%s', (_, law) => {
  const deviation = Math.sqrt(law.variance);
  const at = (z: number): number => law.quantile(normalCdf(z));

  test('the cdf undoes the quantile, which rises', () => {
    let last = -Infinity;
    for (let i = 0; i < 500; i++) {
      const p = (i + 0.5) / 500;
      const x = law.quantile(p);
      expect(x).toBeGreaterThan(last);
      expect(Math.abs(law.cdf(x) - p)).toBeLessThan(1e-10);
      last = x;
    }
    for (const p of [2 ** -33, 1e-7, 1 - 1e-7, 1 - 2 ** -33]) {
      expect(Math.abs(law.cdf(law.quantile(p)) - p)).toBeLessThan(1e-10);
    }
  });

  test('its mean and variance are the integrals of its quantile', () => {
    const mean = gaussLegendre((z) => at(z) * normalDensity(z), -8.2, 8.2, 60);
    const variance = gaussLegendre((z) => (at(z) - law.mean) ** 2 * normalDensity(z), -8.2, 8.2, 60);
    expect(Math.abs(mean - law.mean) / deviation).toBeLessThan(1e-6);
    expect(Math.abs(variance / law.variance - 1)).toBeLessThan(1e-6);
  });

  test('the cdf runs from 0 to 1 and never leaves them', () => {
    for (const x of [-1e9, law.mean - 100 * deviation]) expect(law.cdf(x)).toBeCloseTo(0, 9);
    for (const x of [1e9, law.mean + 400 * deviation]) expect(law.cdf(x)).toBeCloseTo(1, 6);
    for (let i = -60; i < 60; i++) {
      const p = law.cdf(law.mean + (i / 8) * deviation);
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
    }
  });

  if ('density' in law) {
    test('its density is the slope of its cdf', () => {
      const { density } = law as ReturnType<typeof pert> & { density: (x: number) => number };
      for (const p of [0.05, 0.3, 0.5, 0.8, 0.97]) {
        const x = law.quantile(p);
        const h = deviation * 1e-4;
        expect(((law.cdf(x + h) - law.cdf(x - h)) / (2 * h) / density(x) - 1) * 1).toBeCloseTo(0, 5);
      }
    });
  }
});

test('the worked examples hold', () => {
  expect(normal(10, 2).quantile(0.975)).toBeCloseTo(13.919927969080108, 12);
  expect(lognormal(0, 0.5).mean).toBeCloseTo(1.1331484530668263, 14);
  expect(uniform(2, 8).quantile(0.25)).toBe(3.5);
  expect(triangular(0, 10, 40).quantile(0.01)).toBe(2);
  expect(pert(0, 10, 40).quantile(0.5)).toBeCloseTo(12.5524068182, 9);
  expect(truncatedNormal(0, 1, -1, 2).mean).toBeCloseTo(0.22963717909, 11);
  expect(point(3).quantile(0.1)).toBe(3);
});

describe('moments by closed form', () => {
  test('PERT: mean (a + 4m + b)/6 and the exact variance, not ((b − a)/6)²', () => {
    const law = pert(0, 10, 40);
    expect(law.mean).toBeCloseTo(80 / 6, 13);
    expect(law.variance).toBeCloseTo(((80 / 6) * (40 - 80 / 6)) / 7, 12);
  });
  test('a PERT with its mode at an end is a beta(1, 5): quantile 1 − (1 − p)^(1/5)', () => {
    for (const p of [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9]) {
      expect(Math.abs(pert(0, 0, 1).quantile(p) / -Math.expm1(Math.log1p(-p) / 5) - 1)).toBeLessThan(1e-13);
      expect(Math.abs(pert(0, 1, 1).quantile(p) / Math.pow(p, 1 / 5) - 1)).toBeLessThan(1e-13);
    }
  });
  test('a symmetric PERT is a beta(3, 3): cdf x³(10 − 15x + 6x²)', () => {
    for (const x of [1e-4, 0.1, 0.5, 0.7, 0.999]) {
      expect(Math.abs(pert(0, 0.5, 1).cdf(x) / (x ** 3 * (10 - 15 * x + 6 * x * x)) - 1)).toBeLessThan(1e-13);
    }
  });
  test('triangular: (a² + b² + c² − ab − ac − bc)/18', () => {
    const [a, b, c] = [2, 10, 3];
    expect(triangular(a, c, b).variance).toBeCloseTo((a * a + b * b + c * c - a * b - a * c - b * c) / 18, 13);
  });
  test('truncated normal in the far tail, where differences of Φ are all 0', () => {
    // mpmath, 40 digits: mean, variance and median of the excess over the bound, standard normal above 20 and 300.
    for (const [bound, mean, variance, median] of [
      [20, 0.04975306852785054, 0.002463261615052064, 0.03454167651402209],
      [300, 0.003333259263374147, 1.111037043894958e-5, 0.002310456033790269],
    ] as const) {
      const law = truncatedNormal(-bound, 1, 0, null);
      expect(Math.abs(law.mean / mean - 1)).toBeLessThan(1e-13);
      expect(Math.abs(law.variance / variance - 1)).toBeLessThan(1e-13);
      expect(Math.abs(law.quantile(0.5) / median - 1)).toBeLessThan(1e-13);
    }
  });
});

describe('truncatedNormal', () => {
  test('stays inside its bounds and gives finite figures whatever they are', () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.double({ min: -1e4, max: 1e4, noNaN: true }),
          fc.double({ min: 1e-6, max: 1e4, noNaN: true }),
          fc.double({ min: -1e3, max: 1e3, noNaN: true }),
          fc.double({ min: 0, max: 1e3, noNaN: true }),
          fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }),
          (mean, deviation, min, width, p) => {
            const law = truncatedNormal(mean, deviation, min, min + width);
            const x = law.quantile(p);
            return (
              x >= min &&
              x <= min + width &&
              law.mean >= min &&
              law.mean <= min + width &&
              law.variance >= 0 &&
              law.variance < 1e12 &&
              law.cdf(x) >= 0 &&
              law.cdf(x) <= 1
            );
          },
        ),
        { numRuns: 500, seed: 1 },
      ),
    ).not.toThrow();
    expect(truncatedNormal(0, 1, 1e8, null).quantile(0.5)).toBeGreaterThanOrEqual(1e8);
  });
  test('mirrors exactly', () => {
    const law = truncatedNormal(0.3, 1.1, -1, 4);
    const mirror = truncatedNormal(-0.3, 1.1, -4, 1);
    for (const p of [0.125, 0.25, 0.5, 0.75]) expect(mirror.quantile(1 - p)).toBe(-law.quantile(p));
    expect(mirror.variance).toBe(law.variance);
  });
  test('is the whole normal when open on both sides', () => {
    const law = truncatedNormal(3, 2, null, null);
    expect(law.quantile(0.9)).toBeCloseTo(normal(3, 2).quantile(0.9), 13);
    expect(law.mean).toBeCloseTo(3, 13);
    expect(law.variance).toBeCloseTo(4, 12);
  });
  test('is a point when the deviation is 0 or the bounds meet, and refuses crossed bounds', () => {
    expect(truncatedNormal(5, 0, 0, 1)).toMatchObject({ mean: 1, variance: 0 });
    expect(truncatedNormal(5, 3, 2, 2)).toMatchObject({ mean: 2, variance: 0 });
    expect(() => truncatedNormal(0, 1, 2, 1)).toThrow('impossible bounds: 2 > 1');
  });
});

test('a degenerate range is a point: constant quantile, a step for a cdf, variance 0', () => {
  for (const law of [uniform(3, 3), triangular(3, 3, 3), pert(3, 3, 3), normal(3, 0), point(3)]) {
    expect([law.quantile(0.01), law.quantile(0.99), law.mean, law.variance]).toEqual([3, 3, 3, 0]);
    expect([law.cdf(2.999), law.cdf(3), law.cdf(4)]).toEqual([0, 1, 1]);
  }
  expect(lognormal(0, 0).quantile(0.3)).toBe(1);
});

test('a lognormal too wide for a double gives the largest double, not Infinity', () => {
  const law = lognormal(600, 50);
  expect([law.mean, law.variance, law.quantile(0.9999)]).toEqual(new Array(3).fill(Number.MAX_VALUE));
  expect(law.cdf(-1)).toBe(0);
});

test('gaussLegendre integrates a polynomial exactly', () => {
  expect(gaussLegendre((x) => x * x, 0, 3, 1)).toBeCloseTo(9, 14);
  expect(gaussLegendre((x) => x ** 31, 0, 1, 2)).toBeCloseTo(1 / 32, 15);
});

test('invertIncreasing finds the root from any start', () => {
  for (const start of [1, 0, 5, 1e-9, 1.9999]) {
    const root = invertIncreasing(
      (x) => x * x,
      (x) => 2 * x,
      2,
      2,
      start,
    );
    expect(root).toBeCloseTo(Math.SQRT2, 15);
  }
});
