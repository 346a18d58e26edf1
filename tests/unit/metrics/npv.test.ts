import fc from 'fast-check';
import { expect, test } from 'vitest';
import { npv } from '$lib/metrics/npv';

const flow = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const flows = fc.array(flow, { maxLength: 60 });

test('the first flow is not discounted, the second by one whole period', () => {
  expect(npv(0.1, [-100])).toBe(-100);
  expect(npv(0.1, [0, 110])).toBeCloseTo(100, 12);
});

test('npv at rate 0 is the sum of the flows', () => {
  fc.assert(
    fc.property(flows, (flows) => {
      expect(npv(0, flows)).toBeCloseTo(
        flows.reduce((sum, flow) => sum + flow, 0),
        6,
      );
    }),
  );
});

test('npv scales with the money', () => {
  fc.assert(
    fc.property(flows, fc.double({ min: 0.01, max: 100, noNaN: true }), (flows, k) => {
      const scaled = npv(
        0.1,
        flows.map((flow) => k * flow),
      );
      expect(scaled).toBeCloseTo(k * (npv(0.1, flows) ?? NaN), 4);
    }),
  );
});

test('a dearer rate makes later receipts worth less, a negative one more', () => {
  expect(npv(0.2, [-100, 60, 60])).toBeLessThan(npv(0.1, [-100, 60, 60]) ?? NaN);
  expect(npv(-0.5, [0, 50])).toBeCloseTo(100, 12);
});

test('nothing is worth nothing', () => {
  expect(npv(0.1, [])).toBe(0);
});

test('npv is null at −100 % and below, and when no number can hold it', () => {
  expect(npv(-1, [-100, 110])).toBeNull();
  expect(npv(-1.5, [-100, 110])).toBeNull();
  expect(npv(NaN, [-100, 110])).toBeNull();
  expect(npv(-0.9999, new Array<number>(200).fill(1))).toBeNull();
});
