import { expect, test } from 'vitest';
import { clv } from '$lib/metrics/clv';
import { historyValue } from '$lib/metrics/historyValue';

test('it is the sum of purchases over the expected years', () => {
  expect(historyValue(250, 4, 5)).toBe(5000);
  expect(historyValue(250, 4, 0)).toBe(0);
});

test('it is undiscounted: only a customer who surely stays those years, at no interest, is worth as much', () => {
  const certain = { margin: 1000, retention: 1, discountRate: 0, periods: 5 };
  expect(historyValue(250, 4, 5)).toBe(clv(certain));
  expect(historyValue(250, 4, 5)).toBeGreaterThan(clv({ ...certain, retention: 0.8, discountRate: 0.1 }) ?? NaN);
});
