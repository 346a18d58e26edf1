import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roi } from '$lib/metrics/roi';

test('the gross ratio is the net one plus 1', () => {
  const money = fc.double({ min: 1, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(money, money, (gain, cost) => {
      expect((roi(gain, cost) ?? NaN) + 1).toBeCloseTo(gain / cost, 6);
    }),
  );
});

test('the published case returns 369 % on 60 392.50 €', () => {
  expect(roi(222_824 + 60_392.5, 60_392.5)).toBeCloseTo(3.6896, 4);
});

test('getting the cost back is a return of 0, losing it all of −1', () => {
  expect(roi(500, 500)).toBe(0);
  expect(roi(0, 500)).toBe(-1);
});

test('roi is null when nothing was put in', () => {
  expect(roi(100, 0)).toBeNull();
  expect(roi(0, 0)).toBeNull();
});
