import fc from 'fast-check';
import { expect, test } from 'vitest';
import { irr, irrs } from '$lib/metrics/irr';
import { npv } from '$lib/metrics/npv';

/** Flows whose present value is zero at exactly these rates: the product of (1 − (1+r)·x), x the discount factor. */
function flowsWithRoots(rates: readonly number[], rest: readonly number[] = [1]): number[] {
  return rates.reduce<number[]>(
    (flows, rate) => {
      const next = [...flows, 0];
      flows.forEach((flow, k) => (next[k + 1] = (next[k + 1] ?? 0) - (1 + rate) * flow));
      return next;
    },
    [...rest],
  );
}

/** Distinct rates, whole percents and at least 3 apart, so that rounding cannot merge neighbours. */
const separatedRates = fc
  .uniqueArray(fc.integer({ min: -20, max: 30 }), { minLength: 1, maxLength: 6 })
  .map((steps) => steps.map((step) => (3 * step) / 100).sort((a, b) => a - b));

test('every rate that a polynomial was built from is found, and no other', () => {
  fc.assert(
    fc.property(separatedRates, (rates) => {
      const found = irrs(flowsWithRoots(rates));
      expect(found).toHaveLength(rates.length);
      found.forEach((rate, i) => expect(rate).toBeCloseTo(rates[i] ?? NaN, 7));
    }),
  );
});

test('rates are found in flows of ten years of months', () => {
  const positive = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 118, maxLength: 118 });
  fc.assert(
    fc.property(positive, (rest) => {
      const found = irrs(flowsWithRoots([0.01, 0.03], rest));
      expect(found).toHaveLength(2);
      expect(found[0]).toBeCloseTo(0.01, 9);
      expect(found[1]).toBeCloseTo(0.03, 9);
    }),
    { numRuns: 20 },
  );
});

test('npv at every rate found is zero, as far as rounding lets it', () => {
  const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 40 });
  fc.assert(
    fc.property(flows, (flows) => {
      for (const rate of irrs(flows)) {
        const sizes = flows.map(Math.abs);
        const turnover = npv(rate, sizes);
        if (turnover !== null) expect(Math.abs(npv(rate, flows) ?? NaN) / turnover).toBeLessThan(1e-12);
      }
      expect(irrs(flows).every((rate) => rate > -1 && Number.isFinite(rate))).toBe(true);
    }),
  );
});

test('one change of sign means exactly one rate', () => {
  const receipts = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), receipts, (investment, receipts) => {
      expect(irrs([-investment, ...receipts])).toHaveLength(1);
    }),
  );
});

test.each([
  [[-1.0000000000000024, 999999.9999999987, 999999.999918729, 999999.9999999993]],
  [[-1, 1e6, 1e6, 1e6]],
  [[1e6, 1e6, 1e6, -1]],
])('a rate as far out as rates go is found: %j', (flows) => {
  expect(irrs(flows)).toHaveLength(1);
});

test('irr does not depend on the currency or on who looks at the flows', () => {
  const flows = [-5, 10.5, 1, -8, 1];
  const thousands = flows.map((flow) => -1000 * flow);
  irrs(thousands).forEach((rate, i) => expect(rate).toBeCloseTo(irrs(flows)[i] ?? NaN, 12));
});

test('of several rates the smallest that is not negative is the irr', () => {
  expect(irrs([-5, 10.5, 1, -8, 1])).toHaveLength(3);
  expect(irr([-5, 10.5, 1, -8, 1])).toBeCloseTo(0.08859834, 8);
  expect(irr(flowsWithRoots([0, 0.5]))).toBe(0);
});

test('of negative rates alone the one nearest zero is the irr', () => {
  expect(irr([-100, 100, 0, -7])).toBeCloseTo(-0.0833, 4);
  expect(irr(flowsWithRoots([-0.6, -0.2]))).toBeCloseTo(-0.2, 12);
});

test('a rate at which the value only touches zero is found once', () => {
  expect(irrs(flowsWithRoots([0.1, 0.1]))).toHaveLength(1);
  expect(irr(flowsWithRoots([0.1, 0.1]))).toBeCloseTo(0.1, 9);
  expect(irrs(flowsWithRoots([-0.5, -0.5, 0.2]))).toHaveLength(2);
  expect(irr(flowsWithRoots([0.3, 0.3, 0.3]))).toBeCloseTo(0.3, 9);
});

test('money back without interest is a rate of exactly zero', () => {
  expect(irr([-100, 50, 50])).toBe(0);
  expect(irr([-0.9, 0.3, 0.3, 0.3])).toBe(0);
});

test('waiting before or after the flows does not change the rate', () => {
  expect(irr([0, 0, -100, 110, 0])).toBeCloseTo(0.1, 12);
});

test('there is no rate without both an outlay and a receipt', () => {
  for (const flows of [[], [0, 0], [1, 2, 3], [-1, -2], [-100]]) {
    expect(irrs(flows)).toEqual([]);
    expect(irr(flows)).toBeNull();
  }
});

test('flows whose value never reaches zero have no rate in spite of their signs', () => {
  expect(irr([100, -150, 100])).toBeNull();
});

test('amounts near the limits of a number neither overflow nor lose the rate', () => {
  expect(irrs([-1e308, 1e308, 1e308, -1e308])).toEqual([0]);
  expect(irrs([-1e300, 1e-300])).toEqual([]);
});
