import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grossRevenueRetention, netRevenueRetention } from '$lib/metrics/retentionRates';

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });

test('gross retention is never above 1 and never above net', () => {
  const movement = fc.record({
    opening: fc.double({ min: 1, max: 1e6, noNaN: true }),
    expansion: amount,
    contraction: amount,
    churned: amount,
  });
  fc.assert(
    fc.property(movement, (movement) => {
      const gross = grossRevenueRetention(movement) ?? NaN;
      expect(gross).toBeLessThanOrEqual(1);
      expect(gross).toBeLessThanOrEqual((netRevenueRetention(movement) ?? NaN) + 1e-9);
    }),
  );
});

test('expansion can lift net retention above 1, and leaves gross where it was', () => {
  const movement = { opening: 1000, expansion: 300, contraction: 50, churned: 50 };
  expect(netRevenueRetention(movement)).toBeCloseTo(1.2, 12);
  expect(grossRevenueRetention(movement)).toBeCloseTo(0.9, 12);
});

test('when nothing moves both are 1, when everybody leaves both are 0', () => {
  const still = { opening: 1000, expansion: 0, contraction: 0, churned: 0 };
  expect(netRevenueRetention(still)).toBe(1);
  expect(grossRevenueRetention(still)).toBe(1);
  expect(netRevenueRetention({ ...still, churned: 1000 })).toBe(0);
  expect(grossRevenueRetention({ ...still, churned: 1000 })).toBe(0);
});

test('without opening revenue there is nothing to retain', () => {
  const none = { opening: 0, expansion: 100, contraction: 0, churned: 0 };
  expect(netRevenueRetention(none)).toBeNull();
  expect(grossRevenueRetention(none)).toBeNull();
});
