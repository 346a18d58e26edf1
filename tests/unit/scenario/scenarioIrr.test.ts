import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { evaluateScenario, midMonthFactor } from '$lib/scenario/evaluateScenario';
import { project } from '$lib/scenario/project';
import { scenarioIrr } from '$lib/scenario/scenarioIrr';
import { usualDrivers } from './arbitraries';

const flows = (...net: number[]) => [0, ...net];

describe('one change of sign', () => {
  test('of one payment is the closed form: it arrives half a month from today', () => {
    expect(scenarioIrr(100, flows(101), 1)).toBeCloseTo(1.01 ** 24 - 1, 9);
    expect(scenarioIrr(100, flows(0, 0, 120), 3)).toBeCloseTo(1.2 ** (24 / 5) - 1, 9);
    expect(scenarioIrr(100, flows(50), 1)).toBeCloseTo(0.5 ** 24 - 1, 9);
  });

  test('without an investment, between two months, is the monthly rate compounded', () => {
    expect(scenarioIrr(0, flows(-100, 110), 2)).toBeCloseTo(1.1 ** 12 - 1, 9);
    expect(scenarioIrr(0, flows(100, -110), 2)).toBeCloseTo(1.1 ** 12 - 1, 9);
  });

  test('makes net present value zero', () => {
    const sum = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const out = fc.array(sum, { maxLength: 10 });
    const back = fc.array(sum, { minLength: 1, maxLength: 110 });
    fc.assert(
      fc.property(sum, out, back, (investment, out, back) => {
        const net = flows(...out.map((value) => -value), ...back);
        const rate = scenarioIrr(investment, net, net.length - 1);
        // Nearer to losing everything, 1 + r has lost its digits.
        fc.pre(rate !== null && rate > -0.99);
        const present = net.map((value, k) => (k === 0 ? -investment : value * midMonthFactor(rate!, k)));
        const sum = present.reduce((total, value) => total + value, 0);
        const size = present.reduce((total, value) => total + Math.abs(value), 0);
        expect(Math.abs(sum) / size).toBeLessThan(1e-9);
      }),
    );
  });

  test('is one whatever the size of the months without flows', () => {
    expect(scenarioIrr(100, flows(0, 0, -5, 0, 200, 0), 6)).not.toBeNull();
  });
});

describe('no rate', () => {
  test.each<[string, number, number[]]>([
    ['the flows never turn', 100, [-1, -2]],
    ['nothing is ever paid out', 0, [1, 2]],
    ['nothing flows', 0, [0, 0]],
    ['they turn twice', 100, [300, -150]],
    ['they turn twice without an investment', 0, [-1, 3, -1]],
  ])('is told when %s', (_, investment, net) => {
    expect(scenarioIrr(investment, flows(...net), net.length)).toBeNull();
  });

  test('is told beyond the horizon’s months, whatever follows', () => {
    expect(scenarioIrr(100, flows(-1, 500), 1)).toBeNull();
  });
});

test('a scenario evaluated at its own internal rate is worth nothing', () => {
  const { scenarioIrr: rate } = evaluateScenario(defaultDrivers);
  expect(Math.abs(evaluateScenario({ ...defaultDrivers, discountRate: rate! }).npv)).toBeLessThan(1e-6);
  fc.assert(
    fc.property(usualDrivers, (usual) => {
      // Every month earns something, so that the flows turn once.
      const drivers = { ...usual, investment: usual.investment + 1e4, revenueUplift: 0.1, runningCost: 0 };
      const { scenarioIrr: rate } = evaluateScenario(drivers);
      fc.pre(rate !== null && rate > -0.99);
      const { npv } = evaluateScenario({ ...drivers, discountRate: rate! });
      const { gain } = project(drivers);
      let moved = drivers.investment;
      for (let k = 1; k <= drivers.horizonMonths; k++) moved += Math.abs(gain[k]!) * midMonthFactor(rate!, k);
      expect(Math.abs(npv) / moved).toBeLessThan(1e-9);
    }),
  );
});
