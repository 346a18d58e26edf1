import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, expm1, log, log1p, pow } from '$lib/uncertainty/elementary';
import { ulpsApart } from './ulp';

/** Math.* itself may be off by one. */
const NEAR = 2;

function checkNear(ours: (x: number) => number, theirs: (x: number) => number, min: number, max: number): void {
  expect(() =>
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => ulpsApart(ours(x), theirs(x)) <= NEAR),
      { numRuns: 5000, seed: 1 },
    ),
  ).not.toThrow();
}

/** Doubles are not spread evenly; these sweeps are. */
function worstOnGrid(ours: (x: number) => number, theirs: (x: number) => number, min: number, max: number): number {
  let worst = 0;
  for (let i = 0; i <= 20_000; i++) {
    const x = min + ((max - min) * i) / 20_000;
    worst = Math.max(worst, ulpsApart(ours(x), theirs(x)));
  }
  return worst;
}

describe('exp', () => {
  test('is e^x within 2 ulp of Math.exp over its whole range', () => {
    checkNear(exp, Math.exp, -745, 709.7);
    expect(worstOnGrid(exp, Math.exp, -3, 3)).toBeLessThanOrEqual(NEAR);
    expect(worstOnGrid(exp, Math.exp, -708, 709)).toBeLessThanOrEqual(NEAR);
    expect(worstOnGrid(exp, Math.exp, -745.2, -707)).toBeLessThanOrEqual(NEAR);
  });
  test('has the edges of IEEE', () => {
    expect(exp(0.5)).toBe(1.6487212707001282);
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([1, 1, Infinity, 0, NaN]);
    expect([exp(709.79), exp(-745.13), exp(-745.14)]).toEqual([Infinity, 5e-324, 0]);
    expect(ulpsApart(exp(709.782712893384), 1.797693134862273e308)).toBeLessThan(40);
  });
});

describe('expm1', () => {
  test('is e^x − 1 within 2 ulp of Math.expm1, near 0 as well', () => {
    checkNear(expm1, Math.expm1, -50, 709.7);
    for (const size of [40, 3, 1, 0.5, 1e-3, 1e-8]) {
      expect(worstOnGrid(expm1, Math.expm1, -size, size)).toBeLessThanOrEqual(NEAR);
    }
    expect(expm1(1e-10)).toBe(1.00000000005e-10);
  });
  test('has the edges of IEEE', () => {
    expect([expm1(0), expm1(-0), expm1(Infinity), expm1(-Infinity), expm1(NaN)]).toEqual([0, -0, Infinity, -1, NaN]);
    expect(expm1(5e-324)).toBe(5e-324);
  });
});

describe('log', () => {
  test('is within 2 ulp of Math.log, subnormals included', () => {
    checkNear(log, Math.log, 5e-324, Number.MAX_VALUE);
    expect(worstOnGrid(log, Math.log, 0.5, 2)).toBeLessThanOrEqual(NEAR);
    expect(worstOnGrid(log, Math.log, 1 - 1e-8, 1 + 1e-8)).toBeLessThanOrEqual(NEAR);
    expect(worstOnGrid(log, Math.log, 1e-3, 1e4)).toBeLessThanOrEqual(NEAR);
  });
  test('has the edges of IEEE, and is exactly 0 at 1', () => {
    expect(log(2)).toBe(0.6931471805599453);
    expect([log(1), log(0), log(-0), log(-1), log(Infinity), log(NaN)]).toEqual([
      0,
      -Infinity,
      -Infinity,
      NaN,
      Infinity,
      NaN,
    ]);
  });
});

describe('log1p', () => {
  test('is within 2 ulp of Math.log1p, near 0 as well', () => {
    checkNear(log1p, Math.log1p, -0.9999999999999999, Number.MAX_VALUE);
    for (const size of [0.9999, 0.5, 1e-3, 1e-8]) {
      expect(worstOnGrid(log1p, Math.log1p, -size, size)).toBeLessThanOrEqual(NEAR);
    }
    expect(log1p(1e-20)).toBe(1e-20);
  });
  test('has the edges of IEEE', () => {
    expect([log1p(0), log1p(-0), log1p(-1), log1p(-2), log1p(Infinity), log1p(NaN)]).toEqual([
      0,
      -0,
      -Infinity,
      NaN,
      Infinity,
      NaN,
    ]);
  });
});

describe('pow', () => {
  test('is x^y within 3 ulp of Math.pow where results are ordinary', () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
          fc.double({ min: -2.5, max: 2.5, noNaN: true }),
          (x, y) => ulpsApart(pow(x, y), Math.pow(x, y)) <= 3,
        ),
        { numRuns: 5000, seed: 1 },
      ),
    ).not.toThrow();
    for (const y of [1 / 12, 59.5 / 12, 10, -10]) {
      expect(
        worstOnGrid(
          (x) => pow(x, y),
          (x) => Math.pow(x, y),
          0.3,
          3,
        ),
      ).toBeLessThanOrEqual(3);
    }
    expect(pow(1.1, 1 / 12)).toBe(1.0079741404289038);
  });
  test('stays close out to overflow and underflow', () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }),
          fc.double({ min: -40, max: 40, noNaN: true }),
          (x, y) => ulpsApart(pow(x, y), Math.pow(x, y)) <= 32,
        ),
        { numRuns: 5000, seed: 1 },
      ),
    ).not.toThrow();
    expect(pow(10, 400)).toBe(Infinity);
    expect(pow(10, -400)).toBe(0);
  });
  test('has the edges of Math.pow', () => {
    const odd = [0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 2.5, Infinity, -Infinity, NaN];
    for (const x of odd) {
      for (const y of odd) expect(ulpsApart(pow(x, y), Math.pow(x, y)), `${x}^${y}`).toBeLessThanOrEqual(1);
    }
    expect(1 / pow(-0, 3)).toBe(-Infinity);
    expect(1 / pow(-Infinity, -3)).toBe(-Infinity);
  });
});
