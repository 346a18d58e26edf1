import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { usualDrivers } from './arbitraries';

test('more churn never raises the lifetime value where it is finite', () => {
  const churn = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(usualDrivers, churn, churn, (drivers, one, other) => {
      const loyal = evaluateScenario({ ...drivers, annualChurn: Math.min(one, other) });
      const fickle = evaluateScenario({ ...drivers, annualChurn: Math.max(one, other) });
      // A value that diverges (null) is above every finite one, so it may only stand at the lower churn.
      expect(fickle.clv === null ? loyal.clv : null).toBeNull();
      if (loyal.clv !== null) expect(fickle.clv!).toBeLessThanOrEqual(loyal.clv * (1 + 1e-12));
      expect(fickle.clvHorizon).toBeLessThanOrEqual(loyal.clvHorizon * (1 + 1e-12));
    }),
  );
});

test('the lifetime value within the horizon is the whole one without what comes later', () => {
  fc.assert(
    fc.property(usualDrivers, (drivers) => {
      const { clv, clvHorizon } = evaluateScenario(drivers);
      fc.pre(clv !== null);
      // A year shrinks a margin by (1 − churn)(1 + growth)/(1 + discount): model.md 1, rates are annual and effective.
      const year = ((1 - drivers.annualChurn) * (1 + drivers.annualGrowth)) / (1 + drivers.discountRate);
      const kept = clv! * (1 - year ** (drivers.horizonMonths / 12));
      expect(Math.abs(clvHorizon - kept)).toBeLessThanOrEqual(1e-9 * clv!);
    }),
  );
});

test('the programme changes it by the share of its effect that is credited and succeeds, and never the value of today', () => {
  const { clv } = evaluateScenario(defaultDrivers);
  const half = {
    ...defaultDrivers,
    attribution: 0.8,
    successProbability: 0.625,
    revenueUplift: 0.1,
    marginUplift: 0.02,
  };
  const outputs = evaluateScenario(half);
  expect(outputs.clv).toBe(clv);
  // The value is in proportion to the margin: 5 % more revenue at one point more of margin.
  expect(outputs.clvProgramme! / clv!).toBeCloseTo((1.05 * (0.243 + 0.01)) / 0.243, 12);
});
