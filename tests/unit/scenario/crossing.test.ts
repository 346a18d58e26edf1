import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossing, fallsBelowAgain } from '$lib/scenario/crossing';

describe('the first crossing', () => {
  test('is interpolated inside its month', () => {
    expect(crossing([-10, -4, 2], 2)).toBeCloseTo(1 + 4 / 6, 12);
    expect(crossing([-10, -5, 0], 2)).toBe(2);
    expect(crossing([-10, 10], 1)).toBe(0.5);
  });

  test('is at once when nothing is owed, and a zero counts as reached', () => {
    expect(crossing([0, -5], 1)).toBe(0);
    expect(crossing([-0, -5], 1)).toBe(0);
    expect(crossing([3, -5, 2], 2)).toBe(0);
  });

  test('is never when zero is not reached within the months looked at', () => {
    expect(crossing([-10, -4, 2], 1)).toBeNull();
    expect(crossing([-10, -10, -10], 2)).toBeNull();
    expect(crossing([-1], 0)).toBeNull();
  });

  test('counts although the curve falls below zero again', () => {
    expect(crossing([-10, 10, -20, 20], 3)).toBe(0.5);
  });

  test('lies in the month before which the curve is below zero and after which it is not', () => {
    const curve = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(curve, (curve) => {
        const months = curve.length - 1;
        const first = curve.findIndex((value) => value >= 0);
        const found = crossing(curve, months);
        if (first < 0) expect(found).toBeNull();
        else {
          expect(found).toBeLessThanOrEqual(first);
          expect(found).toBeGreaterThanOrEqual(Math.max(0, first - 1));
        }
      }),
    );
  });
});

describe('falling below again', () => {
  test('is told only after zero has been reached', () => {
    expect(fallsBelowAgain([-10, 10, -20, 20], 3)).toBe(true);
    expect(fallsBelowAgain([-10, 10, -20, 20], 1)).toBe(false);
    expect(fallsBelowAgain([-10, -20, 5, 6], 3)).toBe(false);
    expect(fallsBelowAgain([-10, -20], 1)).toBe(false);
    expect(fallsBelowAgain([0, -1], 1)).toBe(true);
  });

  test('is not said of the rounding around a zero that is held', () => {
    expect(fallsBelowAgain([-10, 0, -1e-12], 2)).toBe(false);
  });

  test('is not said of the month before a crossing so steep that it rounds to the month’s beginning', () => {
    expect(crossing([-1, -1, 1e17], 2)).toBe(1);
    expect(fallsBelowAgain([-1, -1, 1e17], 2)).toBe(false);
  });
});
