import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clv } from '$lib/metrics/clv';
import { sbgLifetime, sbgResidualLifetime, sbgRetention, sbgSurvival } from '$lib/metrics/survivalSbg';

const positive = fc.double({ min: 0.05, max: 50, noNaN: true });
const parameters = fc.record({ alpha: positive, beta: positive });
const discountRate = fc.double({ min: 0.05, max: 0.5, noNaN: true });

/** Σ S(t)·zᵗ term by term: at these rates 2000 terms leave nothing. */
function summed(survival: readonly number[], discountRate: number): number {
  return survival.reduceRight((sum, alive) => alive + sum / (1 + discountRate), 0);
}

test('survival starts with everybody and shrinks by each retention rate', () => {
  fc.assert(
    fc.property(parameters, (parameters) => {
      const survival = sbgSurvival(parameters, 24);
      expect(survival).toHaveLength(25);
      expect(survival[0]).toBe(1);
      for (let t = 1; t <= 24; t++) {
        expect(survival[t]).toBeCloseTo((survival[t - 1] ?? NaN) * sbgRetention(parameters, t), 12);
      }
    }),
  );
});

test('the retention of a cohort rises though no customer changes', () => {
  fc.assert(
    fc.property(parameters, fc.integer({ min: 1, max: 100 }), (parameters, t) => {
      expect(sbgRetention(parameters, t + 1)).toBeGreaterThan(sbgRetention(parameters, t));
    }),
  );
});

test('lifetimes equal the sum of the discounted survival curve', () => {
  fc.assert(
    fc.property(parameters, discountRate, fc.integer({ min: 1, max: 12 }), (parameters, discountRate, n) => {
      const survival = sbgSurvival(parameters, 2000);
      const lifetime = summed(survival, discountRate);
      expect((sbgLifetime(parameters, discountRate) ?? NaN) / lifetime).toBeCloseTo(1, 10);
      const residual = summed(survival.slice(n), discountRate) / (survival[n - 1] ?? NaN);
      expect((sbgResidualLifetime(parameters, discountRate, n) ?? NaN) / residual).toBeCloseTo(1, 10);
    }),
    { numRuns: 30 },
  );
});

test('at a small rate and a small alpha, where millions of terms count, the sum is still right', () => {
  // mpmath: hyp2f1(1, 0.267, 0.334, 1/1.0001) and hyp2f1(1, 0.01, 0.51, 1/1.000001)
  expect((sbgLifetime({ alpha: 0.067, beta: 0.267 }, 1e-4) ?? NaN) / 4450.27557470799).toBeCloseTo(1, 10);
  expect((sbgLifetime({ alpha: 0.5, beta: 0.01 }, 1e-6) ?? NaN) / 31.9684381497361).toBeCloseTo(1, 9);
});

test('undiscounted, the lifetime is (α+β−1)/(α−1), and without end when alpha is not above 1', () => {
  expect(sbgLifetime({ alpha: 3, beta: 8 }, 0)).toBeCloseTo(5, 12);
  expect(sbgLifetime({ alpha: 1, beta: 8 }, 0)).toBeNull();
  expect(sbgResidualLifetime({ alpha: 0.7, beta: 1.2 }, 0, 3)).toBeNull();
  expect(sbgLifetime({ alpha: 3, beta: 8 }, -0.1)).toBeNull();
  expect(sbgLifetime({ alpha: 3, beta: 8 }, -1)).toBeNull();
});

test('a tiny rate continues the undiscounted lifetime without a jump', () => {
  expect(sbgLifetime({ alpha: 3, beta: 8 }, 1e-9)).toBeCloseTo(5, 6);
});

test('customers who differ are worth at least what their average churn says', () => {
  fc.assert(
    fc.property(parameters, discountRate, fc.integer({ min: 1, max: 10 }), (parameters, discountRate, n) => {
      const retention = sbgRetention(parameters, 1);
      const alike = clv({ margin: 1, retention, discountRate, timing: 'immediate' }) ?? NaN;
      expect(sbgLifetime(parameters, discountRate)).toBeGreaterThanOrEqual(alike * (1 - 1e-12));
      const residualAlike = retention * alike;
      expect(sbgResidualLifetime(parameters, discountRate, n)).toBeGreaterThanOrEqual(residualAlike * (1 - 1e-12));
    }),
  );
});

test('customers who hardly differ are worth what constant churn says', () => {
  const alike = clv({ margin: 1, retention: 0.8, discountRate: 0.1, timing: 'immediate' }) ?? NaN;
  expect(sbgLifetime({ alpha: 2e6, beta: 8e6 }, 0.1)).toBeCloseTo(alike, 5);
});

test('the longer a customer has stayed, the longer it will', () => {
  const residuals = [1, 2, 5, 20].map((n) => sbgResidualLifetime({ alpha: 0.668, beta: 3.806 }, 0.1, n) ?? NaN);
  expect(residuals).toEqual([...residuals].sort((a, b) => a - b));
});

test('without churn the lifetime is a perpetuity; when nobody renews it is one period', () => {
  expect(sbgLifetime({ alpha: 0, beta: 2 }, 0.1)).toBeCloseTo(11, 9);
  expect(sbgLifetime({ alpha: 2, beta: 0 }, 0.1)).toBe(1);
  expect(sbgResidualLifetime({ alpha: 2, beta: 0 }, 0.1, 1)).toBe(0);
  expect(sbgSurvival({ alpha: 2, beta: 0 }, 2)).toEqual([1, 0, 0]);
});

test('parameters that are no beta distribution, and a period before the first, are mistakes of the caller', () => {
  expect(() => sbgRetention({ alpha: 0, beta: 0 }, 1)).toThrow('not positive: 0, 0');
  expect(() => sbgSurvival({ alpha: -1, beta: 3 }, 1)).toThrow('not positive: -1, 3');
  expect(() => sbgResidualLifetime({ alpha: 1, beta: 3 }, 0.1, 0)).toThrow('period before the first: 0');
});
