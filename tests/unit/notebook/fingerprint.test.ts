import { describe, expect, test } from 'vitest';
import { differencesOf, sameFigure, toTwelveDigits } from '$lib/notebook/fingerprint';

describe('a figure', () => {
  test.each([
    [1 / 3, 0.333333333333],
    [222_824.000_000_000_03, 222_824],
    [-18_000_000.123_456_78, -18_000_000.1235],
    [1.5e300, 1.5e300],
    [0, 0],
    [null, null],
    [Infinity, null],
    [NaN, null],
  ])('%d is kept as %d', (value, kept) => {
    expect(toTwelveDigits(value)).toBe(kept);
  });

  test.each<[number | null | undefined, number | null | undefined, boolean]>([
    [1, 1 + 9e-10, true],
    [1, 1 + 2e-9, false],
    [1e12, 1e12 + 100, true],
    [1e12, 1e12 + 10_000, false],
    [-3.69, -3.69, true],
    [3.69, -3.69, false],
    [0, 1e-12, true],
    [0, 1e-6, false],
    [null, null, true],
    [null, 0, false],
    [undefined, null, false],
    [undefined, undefined, true],
  ])('%d and %d: the same is %o', (a, b, same) => {
    expect(sameFigure(a, b)).toBe(same);
    expect(sameFigure(b, a)).toBe(same);
  });

  test('kept to twelve digits is the same figure', () => {
    for (const value of [Math.PI, 1e-8 / 3, 2e15 / 7, -123_456_789.123_456])
      expect(sameFigure(value, toTwelveDigits(value))).toBe(true);
  });
});

test('the differences are told in the order they were sent in', () => {
  const sent = [
    ['base.npv', 100],
    ['base.payback', null],
    ['base.roi12', 3.69],
    ['gone', 1],
  ] as const;
  const now = [
    ['added', 2],
    ['base.roi12', 3.69],
    ['base.payback', 4],
    ['base.npv', 100.1],
  ] as const;
  expect(differencesOf(sent, now)).toEqual([
    { path: 'base.npv', sent: 100, now: 100.1 },
    { path: 'base.payback', sent: null, now: 4 },
    { path: 'gone', sent: 1, now: undefined },
  ]);
  expect(differencesOf(sent, sent)).toEqual([]);
});
