import { expect, test } from 'vitest';
import { cac, cacPayback, ltvToCac } from '$lib/metrics/cac';

test('cac spreads the cost over the customers won, and is null when nobody was', () => {
  expect(cac(120_000, 15)).toBe(8000);
  expect(cac(0, 15)).toBe(0);
  expect(cac(120_000, 0)).toBeNull();
});

test('cac payback counts margin, not revenue', () => {
  expect(cacPayback(1200, 100, 0.8)).toBeCloseTo(15, 12);
  expect(cacPayback(1200, 100, 1)).toBeCloseTo(12, 12);
});

test('a customer won for nothing has paid back at once; one without margin never does', () => {
  expect(cacPayback(0, 100, 0.8)).toBe(0);
  expect(cacPayback(1200, 100, 0)).toBeNull();
  expect(cacPayback(1200, 100, -0.1)).toBeNull();
  expect(cacPayback(1200, 0, 0.8)).toBeNull();
});

test('ltv to cac is null when winning costs nothing and when the value diverges', () => {
  expect(ltvToCac(24_000, 8000)).toBe(3);
  expect(ltvToCac(-4000, 8000)).toBe(-0.5);
  expect(ltvToCac(24_000, 0)).toBeNull();
  expect(ltvToCac(null, 8000)).toBeNull();
});
