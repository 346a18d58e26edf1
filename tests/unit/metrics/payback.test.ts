import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discountedPayback, payback } from '$lib/metrics/payback';

test('payback is interpolated inside the period that reaches zero', () => {
  expect(payback([-50000, 14500, 14500, 30000])).toBeCloseTo(2.7, 12);
});

test('an even receipt pays back after investment / receipt periods', () => {
  const money = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(money, fc.double({ min: 0.1, max: 40, noNaN: true }), (receipt, periods) => {
      const flows = [-receipt * periods, ...new Array<number>(41).fill(receipt)];
      expect(payback(flows)).toBeCloseTo(periods, 9);
    }),
  );
});

test('payback is null when the cumulative never gets back to zero', () => {
  expect(payback([-100, 30, 30])).toBeNull();
  expect(payback([-100])).toBeNull();
  expect(payback([-100, -10, 5])).toBeNull();
});

test('payback is 0 when nothing is invested', () => {
  expect(payback([0, 10])).toBe(0);
  expect(payback([50, -20])).toBe(0);
  expect(payback([])).toBe(0);
  expect(discountedPayback([], 0.1)).toBe(0);
});

test('the first crossing counts, though the cumulative falls below zero again', () => {
  expect(payback([-100, 200, -300])).toBeCloseTo(0.5, 12);
});

test('thirds that binary cannot hold still pay back in exactly three periods', () => {
  expect(payback([-0.9, 0.3, 0.3, 0.3])).toBeCloseTo(3, 12);
});

test('discounting happens at the end of the period, interpolation after it', () => {
  expect(discountedPayback([-200, 50, 60, 70, 200], 0.1)).toBeCloseTo(3.38335, 5);
  expect(discountedPayback([-100, 110], 0.1)).toBeCloseTo(1, 12);
});

test('discounted at 0 is plain payback, and a dearer rate never shortens it', () => {
  const receipts = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(receipts, fc.double({ min: 0, max: 1, noNaN: true }), (receipts, rate) => {
      const flows = [-1000, ...receipts];
      expect(discountedPayback(flows, 0)).toBe(payback(flows));
      const discounted = discountedPayback(flows, rate) ?? Infinity;
      expect(discounted).toBeGreaterThanOrEqual((payback(flows) ?? Infinity) - 1e-9);
    }),
  );
});

test('discounted payback is null at −100 % and below', () => {
  expect(discountedPayback([-100, 110], -1)).toBeNull();
  expect(discountedPayback([-100, 110], -3)).toBeNull();
});
