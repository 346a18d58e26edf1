import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDrivers, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, midMonthFactor, type OutputKey } from '$lib/scenario/evaluateScenario';
import { outputUnits } from '$lib/scenario/outputUnits';
import { project } from '$lib/scenario/project';
import { summarisedOutputs, type SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { usualDrivers } from './arbitraries';

/** How much money moves in a case: rounding is relative to it. */
function turnover(drivers: Drivers): number {
  const { baselineMargin, programmeMargin, horizonMonths } = project(drivers);
  let sum = drivers.investment + drivers.runningCost * horizonMonths;
  for (let k = 1; k <= horizonMonths; k++) sum += Math.abs(baselineMargin[k]!) + Math.abs(programmeMargin[k]!);
  return sum;
}

/** "Never" is later than any month. */
const time = (months: number | null) => months ?? Infinity;

describe('a programme without effect', () => {
  const none = { revenueUplift: 0, marginUplift: 0, churnReduction: 0, acquisitionUplift: 0 };
  test.each<[string, Partial<Drivers>]>([
    ['no uplift at all', none],
    ['nothing credited to it', { attribution: 0 }],
    ['no chance of success', { successProbability: 0 }],
  ])('nets exactly its costs: %s', (_, without) => {
    fc.assert(
      fc.property(usualDrivers, (usual) => {
        const drivers = { ...usual, ...without };
        const { net, gain, baselineMargin, programmeMargin } = project(drivers);
        expect(programmeMargin).toEqual(baselineMargin);
        expect(gain.every((value) => value === 0)).toBe(true);
        expect(net.subarray(1).every((value) => value === 0 - drivers.runningCost)).toBe(true);
        const { netGain, netGain12 } = evaluateScenario(drivers);
        expect(netGain).toBe(0 - (drivers.investment + drivers.horizonMonths * drivers.runningCost));
        expect(netGain12).toBe(0 - (drivers.investment + 12 * drivers.runningCost));
      }),
    );
  });
});

test('net present value without discounting is the net gain', () => {
  fc.assert(
    fc.property(usualDrivers, (usual) => {
      const drivers = { ...usual, discountRate: 0 };
      const { npv, netGain, payback, discountedPayback } = evaluateScenario(drivers);
      expect(Math.abs(npv - netGain)).toBeLessThanOrEqual(1e-12 * turnover(drivers));
      expect(time(discountedPayback)).toBe(time(payback));
    }),
  );
});

test('gross is net plus one: benefit over cost is ROI + 1', () => {
  fc.assert(
    fc.property(usualDrivers, (drivers) => {
      const { gain } = project(drivers);
      const cost = drivers.investment + 12 * drivers.runningCost;
      fc.pre(cost > 1);
      const gross = gain.subarray(1, 13).reduce((sum, value) => sum + value, 0) / cost;
      expect(Math.abs(gross - (evaluateScenario(drivers).roi12! + 1))).toBeLessThanOrEqual(
        1e-12 * (1 + Math.abs(gross)),
      );
    }),
  );
});

test('another currency scales every sum and leaves every ratio and time as it is', () => {
  // A power of two, so that not even rounding differs.
  const scales = fc.integer({ min: -20, max: 20 }).map((power) => 2 ** power);
  fc.assert(
    fc.property(usualDrivers, scales, (drivers, k) => {
      const { annualRevenue, acquisitionCost, investment, runningCost } = drivers;
      const before = evaluateScenario(drivers);
      const after = evaluateScenario({
        ...drivers,
        annualRevenue: k * annualRevenue,
        acquisitionCost: k * acquisitionCost,
        investment: k * investment,
        runningCost: k * runningCost,
      });
      for (const key of Object.keys(before) as OutputKey[]) {
        const isMoney = outputUnits[key] === 'money' || outputUnits[key] === 'moneyPerYear';
        const value = before[key];
        expect(after[key], key).toBe(isMoney && value !== null ? k * value : value);
      }
    }),
  );
});

test('a longer horizon begins with the shorter one, and adds the months after it', () => {
  const months = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(usualDrivers, months, months, (drivers, first, more) => {
      const short = { ...drivers, horizonMonths: first };
      const long = { ...drivers, horizonMonths: first + more };
      const { cumulative, net } = project(long);
      expect(project(short).cumulative.subarray(0, first + 1)).toEqual(cumulative.subarray(0, first + 1));
      const [one, both] = [evaluateScenario(short), evaluateScenario(long)];
      let [gain, present] = [one.netGain, one.npv];
      for (let k = first + 1; k <= first + more; k++) {
        gain += net[k]!;
        present += net[k]! * midMonthFactor(drivers.discountRate, k);
      }
      expect(Math.abs(both.netGain - gain)).toBeLessThanOrEqual(1e-12 * turnover(long));
      expect(Math.abs(both.npv - present)).toBeLessThanOrEqual(1e-12 * turnover(long));
      expect(both.roi12).toBe(one.roi12);
      if (one.payback !== null) expect(both.payback).toBe(one.payback);
    }),
  );
});

describe.each(['revenueUplift', 'marginUplift'] as const)('more %s', (driver) => {
  test('never lengthens payback at a margin that is not negative', () => {
    const [min, max] = driver === 'revenueUplift' ? [-0.3, 1] : [0, 0.1];
    const uplift = fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(usualDrivers, uplift, uplift, (drivers, one, other) => {
        const less = evaluateScenario({ ...drivers, [driver]: Math.min(one, other) });
        const more = evaluateScenario({ ...drivers, [driver]: Math.max(one, other) });
        // Interpolation divides by the month's net: rounding shows where hardly anything is earned.
        expect(time(more.payback)).toBeLessThanOrEqual(time(less.payback) + 1e-6);
      }),
    );
  });
});

test('outputs that are defined by others agree with them', () => {
  fc.assert(
    fc.property(usualDrivers, (drivers) => {
      const outputs = evaluateScenario(drivers);
      const { clv, clvProgramme, npv } = outputs;
      const { customers, acquisitionCost, investment, annualChurn, annualGrowth } = drivers;
      expect(outputs.customerEquity).toBe(clv === null ? null : customers * clv);
      expect(outputs.ltvToCac).toBe(clv === null || acquisitionCost === 0 ? null : clv / acquisitionCost);
      expect(outputs.ltvToCacProgramme).toBe(
        clvProgramme === null || acquisitionCost === 0 ? null : clvProgramme / acquisitionCost,
      );
      expect(outputs.profitabilityIndex).toBe(investment === 0 ? null : 1 + npv / investment);
      expect(outputs.netRevenueRetention).toBe((1 - annualChurn) * (1 + annualGrowth));
    }),
  );
});

test('a horizon of 12 months makes the two returns one', () => {
  fc.assert(
    fc.property(usualDrivers, (drivers) => {
      const { roi12, roiHorizon, netGain, netGain12 } = evaluateScenario({ ...drivers, horizonMonths: 12 });
      expect([roiHorizon, netGain]).toEqual([roi12, netGain12]);
    }),
  );
});

test('where no month loses money, discounting never shortens the payback', () => {
  fc.assert(
    fc.property(usualDrivers, (usual) => {
      const drivers = { ...usual, runningCost: 0, acquisitionCost: 0, revenueUplift: Math.abs(usual.revenueUplift) };
      const { payback, discountedPayback } = evaluateScenario(drivers);
      expect(time(discountedPayback)).toBeGreaterThanOrEqual(time(payback) - 1e-9);
    }),
  );
});

test('the paired difference of a scenario with itself is exactly zero in every future', () => {
  const request: SimulationRequest = {
    drivers: { ...defaultDrivers, successProbability: 0.8, monthlyVolatility: 0.05 },
    ranges: {
      grossMargin: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 },
      annualChurn: { shape: 'pert', ends: 'minmax', low: 0.05, high: 0.2, mode: 0.1 },
      investment: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 },
    },
    seed: 7,
    trials: 1024,
  };
  // The same case, written down a second time: nothing is shared but the seed.
  const [one, other] = [simulate(request), simulate(structuredClone(request))];
  for (const output of summarisedOutputs) expect(other.outputs[output].parts).toEqual(one.outputs[output].parts);
  expect(other.fan).toEqual(one.fan);
});
