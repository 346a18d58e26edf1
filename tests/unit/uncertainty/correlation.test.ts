import { describe, expect, test } from 'vitest';
import { cholesky } from '$lib/uncertainty/cholesky';
import { toPearsonCorrelation, toRankCorrelation } from '$lib/uncertainty/correlation';
import { eigenDecomposition } from '$lib/uncertainty/eigenDecomposition';
import { nearestCorrelation } from '$lib/uncertainty/nearestCorrelation';
import { sfc32 } from '$lib/uncertainty/sfc32';

describe('rank and Pearson correlation', () => {
  test('are 2·sin(πρ/6) and its inverse', () => {
    for (let i = -100; i <= 100; i++) {
      const r = i / 100;
      expect(Math.abs(toPearsonCorrelation(r) - 2 * Math.sin((Math.PI * r) / 6))).toBeLessThan(5e-16);
      expect(Math.abs(toRankCorrelation(r) - (6 / Math.PI) * Math.asin(r / 2))).toBeLessThan(5e-16);
      expect(Math.abs(toRankCorrelation(toPearsonCorrelation(r)) - r)).toBeLessThan(5e-16);
    }
    expect(toPearsonCorrelation(0.5)).toBeCloseTo(0.5176380902050415, 15);
    expect(toRankCorrelation(0.5)).toBeCloseTo(0.4825837395, 10);
  });
  test('keep to ±1', () => {
    expect([1, -1, 2, -3].map(toPearsonCorrelation)).toEqual([1, -1, 1, -1]);
    expect([1, -1, 2, -3].map(toRankCorrelation)).toEqual([1, -1, 1, -1]);
  });
});

function randomWishes(n: number, seed: number): number[][] {
  const next = sfc32(seed, n, 0, 1, 15);
  const wishes = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) wishes[i]![j] = wishes[j]![i] = next() / 2 ** 31 - 1;
  }
  return wishes;
}

const product = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
const transpose = (a: readonly (readonly number[])[]): number[][] => a.map((_, i) => a.map((row) => row[i]!));
const farthest = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i]![j]!))));

describe('eigenDecomposition', () => {
  test('of [[2, 1], [1, 2]] is 1 and 3', () => {
    expect(
      [
        ...eigenDecomposition([
          [2, 1],
          [1, 2],
        ]).values,
      ].sort(),
    ).toEqual([1, 3].map((x) => expect.closeTo(x, 14)));
  });
  test('puts the matrix together again, with orthonormal vectors', () => {
    const wishes = randomWishes(9, 3);
    const { values, vectors } = eigenDecomposition(wishes);
    const scaled = vectors.map((row) => row.map((x, k) => x * values[k]!));
    expect(farthest(product(scaled, transpose(vectors)), wishes)).toBeLessThan(1e-14);
    expect(
      farthest(
        product(vectors, transpose(vectors)),
        wishes.map((row, i) => row.map((_, j) => +(i === j))),
      ),
    ).toBeLessThan(1e-14);
  });
});

describe('nearestCorrelation', () => {
  test('gives Higham’s two published examples', () => {
    const four = [
      [2, -1, 0, 0],
      [-1, 2, -1, 0],
      [0, -1, 2, -1],
      [0, 0, -1, 2],
    ];
    const nearestFour = [
      [1, -0.8084125, 0.1915875, 0.10677505],
      [-0.8084125, 1, -0.65623269, 0.1915875],
      [0.1915875, -0.65623269, 1, -0.8084125],
      [0.10677505, 0.1915875, -0.8084125, 1],
    ];
    expect(farthest(nearestCorrelation(four), nearestFour)).toBeLessThan(1e-8);
    const three = [
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ];
    const nearestThree = [
      [1, 0.7607, 0.1573],
      [0.7607, 1, 0.7607],
      [0.1573, 0.7607, 1],
    ];
    expect(farthest(nearestCorrelation(three), nearestThree)).toBeLessThan(5e-5);
  });
  test('is a correlation matrix: symmetric, unit diagonal, no negative eigenvalue, and has a Cholesky factor', () => {
    for (const [n, seed] of [
      [3, 1],
      [5, 2],
      [8, 3],
      [12, 4],
    ] as const) {
      const nearest = nearestCorrelation(randomWishes(n, seed));
      expect(nearest).toEqual(transpose(nearest));
      expect(nearest.every((row, i) => row[i] === 1 && row.every((x) => Math.abs(x) <= 1))).toBe(true);
      expect(Math.min(...eigenDecomposition(nearest).values)).toBeGreaterThan(-1e-14 * n);
      const lower = cholesky(nearest)!;
      expect(farthest(product(lower, transpose(lower)), nearest)).toBeLessThan(1e-6);
    }
  });
  test('no correlation matrix near it is nearer', () => {
    const wishes = randomWishes(4, 7);
    const nearest = nearestCorrelation(wishes);
    const gap = (m: number[][]): number => m.flat().reduce((sum, x, k) => sum + (x - wishes.flat()[k]!) ** 2, 0);
    // Mixtures with other correlation matrices are correlation matrices: moving towards any of them must not help.
    for (let seed = 1; seed <= 40; seed++) {
      const other = nearestCorrelation(randomWishes(4, 100 + seed));
      const mixture = nearest.map((row, i) => row.map((x, j) => x + 1e-3 * (other[i]![j]! - x)));
      expect(gap(mixture)).toBeGreaterThanOrEqual(gap(nearest) - 1e-12);
    }
  });
  test('leaves a possible matrix alone, and refuses what is no square of numbers', () => {
    expect(
      nearestCorrelation([
        [1, 0.2],
        [0.2, 1],
      ]),
    ).toEqual([
      [1, 0.2],
      [0.2, 1],
    ]);
    expect(() => nearestCorrelation([[1, 0.2]])).toThrow('impossible matrix: [[1,0.2]]');
  });
});

describe('cholesky', () => {
  test('factors a matrix', () => {
    const lower = cholesky([
      [1, 0.6],
      [0.6, 1],
    ])!;
    expect(
      farthest(lower, [
        [1, 0],
        [0.6, 0.8],
      ]),
    ).toBeLessThan(1e-15);
  });
  test('accepts two drivers that move as one', () => {
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
  test('is null for an impossible matrix', () => {
    expect(
      cholesky([
        [1, 0.9, 0.9],
        [0.9, 1, -0.9],
        [0.9, -0.9, 1],
      ]),
    ).toBeNull();
    expect(
      cholesky([
        [0, 1],
        [1, 1],
      ]),
    ).toBeNull();
  });
});
