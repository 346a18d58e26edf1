import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { project, rampArea, rampInMonth } from '$lib/scenario/project';
import { usualDrivers } from './arbitraries';

const months = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the ramp', () => {
  test('of three months has the means 1/6, 3/6, 5/6, 1 (model.md 1)', () => {
    const means = [1, 2, 3, 4, 5].map((k) => rampInMonth(k, 0, 3));
    [1 / 6, 3 / 6, 5 / 6, 1, 1].forEach((mean, i) => expect(means[i]).toBeCloseTo(mean, 14));
  });

  test('is the integral of the line: its mean over a month is a midpoint sum of it', () => {
    const line = (t: number, ramp: number) => (t <= 0 ? 0 : Math.min(1, t / ramp));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), months(0, 20), months(0.5, 20), (k, delay, ramp) => {
        const slices = 2000;
        let sum = 0;
        for (let i = 0; i < slices; i++) sum += line(k - 1 + (i + 0.5) / slices - delay, ramp) / slices;
        expect(rampInMonth(k, delay, ramp)).toBeCloseTo(sum, 5);
      }),
      { numRuns: 50 },
    );
  });

  test('loses half of its own length of benefit, and all of the delay', () => {
    fc.assert(
      fc.property(months(0, 60), months(0, 60), (delay, ramp) => {
        expect(rampArea(120 - delay, ramp)).toBeCloseTo(120 - delay - ramp / 2, 9);
      }),
    );
  });

  test('is continuous where it has a corner, also for parts of a month', () => {
    const near = 1e-7;
    for (const delay of [0, 0.5, 2, 2.25])
      for (const ramp of [0, 0.25, 1, 3]) {
        for (let k = 1; k <= 8; k++) {
          expect(rampInMonth(k, delay + near, ramp)).toBeCloseTo(rampInMonth(k, delay, ramp), 6);
          expect(rampInMonth(k, delay, ramp + near)).toBeCloseTo(rampInMonth(k, delay, ramp), 6);
        }
      }
  });

  test('of no length is the full effect from the end of the delay: with no delay, from day one', () => {
    fc.assert(
      fc.property(usualDrivers, (usual) => {
        const atOnce = { ...usual, rampMonths: 0, delayMonths: 0, fadePerYear: 0 };
        const full = usual.attribution * usual.successProbability;
        expect(
          project(atOnce)
            .effect.subarray(1)
            .every((value) => value === full),
        ).toBe(true);
        const hardly = evaluateScenario({ ...atOnce, rampMonths: 1e-9 });
        const { npv, netGain } = evaluateScenario(atOnce);
        const close = 1e-7 * usual.annualRevenue * (1 + usual.customers) * 10;
        expect(Math.abs(hardly.npv - npv)).toBeLessThan(close);
        expect(Math.abs(hardly.netGain - netGain)).toBeLessThan(close);
      }),
    );
  });
});

test('the effect fades by its share a year, from the moment it is full', () => {
  const { effect } = project({ ...defaultDrivers, rampMonths: 0, fadePerYear: 0.2, horizonMonths: 48 });
  expect(effect[13]! / effect[1]!).toBeCloseTo(0.8, 12);
  expect(effect[25]! / effect[1]!).toBeCloseTo(0.64, 12);
  expect(
    project({ ...defaultDrivers, fadePerYear: 1 })
      .effect.subarray(5)
      .every((value) => value === 0),
  ).toBe(true);
});

describe('customers', () => {
  test('stay as many as they are when new ones follow those who leave', () => {
    fc.assert(
      fc.property(usualDrivers, (usual) => {
        const { baselineCustomers } = project({ ...usual, newCustomersPerYear: null });
        for (const count of baselineCustomers) expect(Math.abs(count / usual.customers - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  test('shrink by the annual churn in 12 months when none are new', () => {
    fc.assert(
      fc.property(usualDrivers, (usual) => {
        const { baselineCustomers } = project({ ...usual, newCustomersPerYear: 0 });
        const left = usual.customers * (1 - usual.annualChurn);
        expect(Math.abs(baselineCustomers[12]! - left)).toBeLessThan(1e-9 * usual.customers);
      }),
    );
  });

  test('as many new ones as leave is the same as typing that number', () => {
    const leaving = 12 * 400 * (1 - 0.9 ** (1 / 12));
    const typed = evaluateScenario({ ...defaultDrivers, churnReduction: 0.2, newCustomersPerYear: leaving });
    const automatic = evaluateScenario({ ...defaultDrivers, churnReduction: 0.2 });
    expect(typed.npv).toBeCloseTo(automatic.npv, 3);
    expect(typed.customersAtHorizon).toBeCloseTo(automatic.customersAtHorizon, 6);
  });

  test('are all kept by a programme that removes all churn: only the new are added', () => {
    const { programmeCustomers } = project({
      ...defaultDrivers,
      churnReduction: 1,
      rampMonths: 0,
      newCustomersPerYear: 12,
    });
    expect(programmeCustomers[12]).toBeCloseTo(412, 9);
  });
});

test('revenue grows by the annual growth, from the middle of each month', () => {
  const { baselineRevenue } = project({ ...defaultDrivers, annualGrowth: 0.1 });
  expect(baselineRevenue[1]).toBeCloseTo(1_500_000 * 1.1 ** (0.5 / 12), 4);
  expect(baselineRevenue[13]! / baselineRevenue[1]!).toBeCloseTo(1.1, 12);
});

test('the arrays reach month 12 although the horizon is shorter, because ROI is always told over 12 months', () => {
  const short = { ...defaultDrivers, horizonMonths: 2 };
  expect(project(short).gain).toHaveLength(13);
  expect(evaluateScenario(short).roi12).toBe(evaluateScenario(defaultDrivers).roi12);
  expect(evaluateScenario(short).payback).toBeNull();
});

test('more new customers cost their acquisition, whatever they bring', () => {
  const worthless = { grossMargin: 0, revenueUplift: 0, newCustomersPerYear: 60, acquisitionUplift: 0.2 };
  const { gain } = project({ ...defaultDrivers, ...worthless, rampMonths: 0 });
  // One more a month, 8 000 € each.
  for (let k = 1; k <= 36; k++) expect(gain[k]).toBeCloseTo(-8000, 9);
});

test('discounted payback is reached on the discounted curve, inside its month', () => {
  const month = (18_000_000 / 12) * 0.074 * 0.243;
  const drivers = { ...defaultDrivers, rampMonths: 0, investment: 2 * month, discountRate: 0.5 };
  const [first, second, third] = [0.5, 1.5, 2.5].map((k) => 1.5 ** (-k / 12)) as [number, number, number];
  const { payback, discountedPayback } = evaluateScenario(drivers);
  expect(payback).toBeCloseTo(2, 9);
  expect(discountedPayback).toBeCloseTo(2 + (2 - first - second) / third, 9);
});
