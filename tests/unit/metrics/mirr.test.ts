import fc from 'fast-check';
import { expect, test } from 'vitest';
import { irr } from '$lib/metrics/irr';
import { mirr } from '$lib/metrics/mirr';

test('mirr of the spreadsheet manual: 12.61 % over five years, −4.80 % over three', () => {
  expect(mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12)).toBeCloseTo(0.12609413, 8);
  expect(mirr([-120000, 39000, 30000, 21000], 0.1, 0.12)).toBeCloseTo(-0.04804466, 8);
});

test('reinvested at the irr itself, one outlay then receipts give the irr', () => {
  const receipts = fc.array(fc.double({ min: 10, max: 1000, noNaN: true }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(fc.double({ min: 10, max: 1000, noNaN: true }), receipts, (investment, receipts) => {
      const flows = [-investment, ...receipts];
      const rate = irr(flows) ?? NaN;
      expect(mirr(flows, 0.05, rate)).toBeCloseTo(rate, 6);
    }),
  );
});

test('mirr is null without an outlay, without a receipt and without flows', () => {
  expect(mirr([39000, 30000], 0.1, 0.12)).toBeNull();
  expect(mirr([-39000, 0], 0.1, 0.12)).toBeNull();
  expect(mirr([-100], 0.1, 0.1)).toBeNull();
  expect(mirr([], 0.1, 0.1)).toBeNull();
});

test('mirr is null at rates of −100 %', () => {
  expect(mirr([-100, 110], -1, 0.1)).toBeNull();
  expect(mirr([-100, 110], 0.1, -1)).toBeNull();
});
