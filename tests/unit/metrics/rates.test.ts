import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAnnualChurn, toAnnualRate, toMonthlyChurn, toMonthlyRate } from '$lib/metrics/rates';

test('twelve monthly rates compound to the annual one, which annual/12 does not', () => {
  fc.assert(
    fc.property(fc.double({ min: -0.99, max: 5, noNaN: true }), (annual) => {
      expect(Math.pow(1 + toMonthlyRate(annual), 12)).toBeCloseTo(1 + annual, 10);
    }),
  );
  expect(toMonthlyRate(0.12)).toBeLessThan(0.12 / 12);
});

test('20 % churn a year is 1.84 % a month, not 1.67 %', () => {
  expect(toMonthlyChurn(0.2)).toBeCloseTo(0.0184, 4);
});

test('to a month and back to a year is the same rate and the same churn', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (annual) => {
      expect(toAnnualRate(toMonthlyRate(annual))).toBeCloseTo(annual, 12);
      expect(toAnnualChurn(toMonthlyChurn(annual))).toBeCloseTo(annual, 12);
    }),
  );
});

test('a rate too small for 1 + r to show still converts', () => {
  expect(toMonthlyRate(1.2e-17)).toBeCloseTo(1e-18, 30);
});

test('no churn stays none, everybody leaving stays everybody, a rate of −100 % stays so', () => {
  expect(toMonthlyChurn(0)).toBe(0);
  expect(toAnnualChurn(0)).toBe(0);
  expect(toMonthlyChurn(1)).toBe(1);
  expect(toAnnualChurn(1)).toBe(1);
  expect(toMonthlyRate(-1)).toBe(-1);
});

test('losing more than everybody, or more than −100 %, is a mistake of the caller', () => {
  expect(() => toMonthlyChurn(1.1)).toThrow('rate below -1: -1.1');
  expect(() => toAnnualRate(-2)).toThrow('rate below -1: -2');
  expect(() => toMonthlyRate(NaN)).toThrow('rate below -1: NaN');
});
