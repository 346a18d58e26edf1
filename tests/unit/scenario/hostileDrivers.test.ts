import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDrivers, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, type ScenarioOutputs } from '$lib/scenario/evaluateScenario';
import { outputUnits } from '$lib/scenario/outputUnits';
import { project } from '$lib/scenario/project';
import { allowedDrivers } from './arbitraries';

const notNumbers = (outputs: ScenarioOutputs) =>
  Object.entries(outputs).filter(([, value]) => value !== null && !Number.isFinite(value));

describe('whatever the hard limits let in', () => {
  test('every output is a finite number or null, and there is one of each', () => {
    fc.assert(
      fc.property(allowedDrivers, (drivers) => {
        const outputs = evaluateScenario(drivers);
        expect(Object.keys(outputs).sort()).toEqual(Object.keys(outputUnits).sort());
        expect(notNumbers(outputs)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('every month of the projection is a finite number', () => {
    fc.assert(
      fc.property(allowedDrivers, (drivers) => {
        const { horizonMonths, monthlyChurn, ...series } = project(drivers);
        expect([horizonMonths, monthlyChurn].every(Number.isFinite)).toBe(true);
        for (const [name, values] of Object.entries(series))
          expect([name, values.every(Number.isFinite)]).toEqual([name, true]);
      }),
      { numRuns: 1000 },
    );
  });

  test('payback lies within the horizon and is zero only when nothing is owed', () => {
    fc.assert(
      fc.property(allowedDrivers, (drivers) => {
        const { payback, discountedPayback } = evaluateScenario(drivers);
        for (const months of [payback, discountedPayback]) {
          if (months === null) continue;
          expect(months).toBeGreaterThanOrEqual(0);
          expect(months).toBeLessThanOrEqual(drivers.horizonMonths);
        }
        if (drivers.investment === 0) expect([payback, discountedPayback]).toEqual([0, 0]);
      }),
    );
  });
});

describe('one extreme at a time', () => {
  const at = (extreme: Partial<Drivers>) => evaluateScenario({ ...defaultDrivers, ...extreme });

  test.each<Partial<Drivers>>([
    { annualRevenue: 0 },
    { annualRevenue: 1e15 },
    { customers: 1 },
    { grossMargin: 0 },
    { grossMargin: -1 },
    { annualChurn: 0 },
    { annualChurn: 1 },
    { annualGrowth: -0.99 },
    { annualGrowth: 10 },
    { investment: 0 },
    { investment: 1e15 },
    { horizonMonths: 1 },
    { horizonMonths: 120 },
    { discountRate: -0.99 },
    { discountRate: 10 },
    { acquisitionCost: 0 },
    { acquisitionCost: 5e-324 },
    { investment: 5e-324 },
    { annualChurn: 5e-324 },
    { annualRevenue: 5e-324 },
  ])('%o gives numbers or null', (extreme) => {
    expect(notNumbers(at(extreme))).toEqual([]);
  });

  test('no revenue brings nothing: the programme never pays back, and a customer is worth nothing', () => {
    const outputs = at({ annualRevenue: 0 });
    expect(outputs.payback).toBeNull();
    expect(outputs.roi12).toBe(-1);
    expect(outputs.clv).toBe(0);
    expect(outputs.cacPayback).toBeNull();
  });

  test('no investment is paid back at once, and there is nothing to divide the return by', () => {
    const outputs = at({ investment: 0 });
    expect([outputs.payback, outputs.roi12, outputs.roiHorizon, outputs.profitabilityIndex]).toEqual([
      0,
      null,
      null,
      null,
    ]);
  });

  test('nobody leaving makes a lifetime without end, and its value a perpetuity', () => {
    const { lifetimeMonths, clv } = at({ annualChurn: 0 });
    expect(lifetimeMonths).toBeNull();
    // A month's margin for ever, from the middle of the first month: m·√(1+d)/d.
    const d = 1.1 ** (1 / 12) - 1;
    expect(clv).toBeCloseTo(((18_000_000 / 12 / 400) * 0.243 * Math.sqrt(1 + d)) / d, 4);
  });

  test('everybody leaving within the year leaves one month’s margin', () => {
    const { clv, lifetimeMonths } = at({ annualChurn: 1 });
    expect(clv).toBeCloseTo(((18_000_000 / 12 / 400) * 0.243) / 1.1 ** (0.5 / 12), 6);
    expect(lifetimeMonths).toBe(1);
  });

  test('growth past churn and discounting together diverges, and only over an endless horizon', () => {
    // (1 − 0.1)·(1 + g) reaches 1 + 0.1 at g = 22.2 %.
    expect(at({ annualGrowth: 0.222 }).clv).not.toBeNull();
    const outputs = at({ annualGrowth: 0.223 });
    expect([outputs.clv, outputs.customerEquity, outputs.ltvToCac]).toEqual([null, null, null]);
    expect(outputs.clvHorizon).toBeGreaterThan(0);
  });
});
