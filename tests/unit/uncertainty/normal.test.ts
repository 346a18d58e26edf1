import { describe, expect, test } from 'vitest';
import { normalCdf, normalDensity } from '$lib/uncertainty/normalCdf';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';

const relative = (a: number, b: number): number => Math.abs(a / b - 1);

describe('normalQuantile', () => {
  test('has the published percentage points', () => {
    // Wichura (1988), table of check values; further tails by mpmath, 40 digits.
    expect(relative(normalQuantile(0.25), -0.6744897501960817)).toBeLessThan(1e-15);
    expect(relative(normalQuantile(0.001), -3.090232306167814)).toBeLessThan(1e-15);
    expect(relative(normalQuantile(1e-20), -9.2623400897984)).toBeLessThan(1e-15);
    expect(relative(normalQuantile(1e-300), -37.0470962993612)).toBeLessThan(1e-14);
    expect(relative(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-15);
    expect(normalQuantile(0.5)).toBe(0);
  });
  test('is odd about ½, rises, and is finite at the ends', () => {
    let last = -Infinity;
    for (let i = 0; i < 4096; i++) {
      const p = (i + 0.5) / 4096;
      const z = normalQuantile(p);
      expect(z).toBeGreaterThan(last);
      expect(normalQuantile(1 - p)).toBe(-z);
      last = z;
    }
    expect(normalQuantile(0)).toBeGreaterThan(-39);
    expect(normalQuantile(1)).toBeLessThan(9);
    expect(normalQuantile(2 ** -33)).toBeCloseTo(-6.3384, 3);
  });
});

describe('normalCdf', () => {
  test('has the tabulated values, relatively accurate far in the lower tail', () => {
    // mpmath, 40 digits.
    expect(relative(normalCdf(1.96), 0.9750021048517796)).toBeLessThan(1e-15);
    expect(relative(normalCdf(0.5), 0.6914624612740131)).toBeLessThan(1e-15);
    expect(relative(normalCdf(-3), 0.0013498980316300946)).toBeLessThan(2e-15);
    expect(relative(normalCdf(-8), 6.220960574271785e-16)).toBeLessThan(2e-15);
    expect(relative(normalCdf(-37), 5.725571222524577e-300)).toBeLessThan(2e-15);
  });
  test('undoes the quantile, and is 0 and 1 at the infinities', () => {
    for (let e = 1; e < 300; e++) {
      const p = 0.4 * 10 ** -e;
      // The quantile's own rounding is magnified z² times here.
      expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
    }
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  });
  test('joins its pieces without a step', () => {
    for (const seam of [0.67448975, 5.656854249492381]) {
      for (const z of [seam, -seam]) {
        expect(relative(normalCdf(z + 1e-15), normalCdf(z - 1e-15))).toBeLessThan(1e-13);
      }
    }
  });
});

test('normalDensity is the slope of normalCdf', () => {
  expect(normalDensity(0)).toBe(0.3989422804014327);
  for (const z of [-6, -2, -0.3, 0.6, 1, 4]) {
    expect(relative((normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5, normalDensity(z))).toBeLessThan(1e-4);
    expect(normalDensity(-z)).toBe(normalDensity(z));
  }
  expect(normalDensity(Infinity)).toBe(0);
});
