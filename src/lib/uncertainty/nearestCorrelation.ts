import { eigenDecomposition } from './eigenDecomposition';

type Matrix = readonly (readonly number[])[];

/** Dykstra's steps shrink geometrically; small matrices are done in tens of rounds, hard ones in hundreds. */
const TOLERANCE = 1e-12;
const MOST_ROUNDS = 5000;

/**
 * The correlation matrix (unit diagonal, no negative eigenvalue) nearest to a wished one, which pairwise wishes easily
 * make impossible. Nearest in the Frobenius norm: alternating projections with Dykstra's correction, not the quick
 * clipping of eigenvalues, which lands elsewhere. A matrix that is possible already comes back as it is.
 *
 * @param wished symmetric n × n (the mean of the two triangles is taken); its diagonal need not be 1
 * @returns n × n, symmetric; what moved is the difference to `wished`
 * @throws when it is not square or holds something that is no number
 *
 * Source: Higham (2002), IMA J. Numer. Anal. 22:329–343, algorithm 3.3.
 * @example nearestCorrelation([[1, 0.2], [0.2, 1]]) // itself
 */
export function nearestCorrelation(wished: Matrix): number[][] {
  if (!wished.every((row) => row.length === wished.length && row.every(Number.isFinite))) {
    throw new Error(`impossible matrix: ${JSON.stringify(wished)}`);
  }
  const symmetric = wished.map((row, i) => row.map((x, j) => (x + wished[j]![i]!) / 2));
  if (isCorrelation(symmetric)) return symmetric;

  let unit = symmetric;
  let positive = symmetric;
  let correction = symmetric.map((row) => row.map(() => 0));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const corrected = combine(unit, correction, (y, s) => y - s);
    const projected = withoutNegative(corrected);
    correction = combine(projected, corrected, (x, r) => x - r);
    const next = projected.map((row, i) => row.map((x, j) => (i === j ? 1 : x)));
    const moved = Math.max(distance(next, unit), distance(projected, positive), distance(next, projected));
    unit = next;
    positive = projected;
    if (moved <= TOLERANCE) break;
  }
  // The positive iterate, scaled to a unit diagonal: so neither property depends on where the rounds stopped.
  const scale = positive.map((row, i) => (row[i]! > 0 ? 1 / Math.sqrt(row[i]!) : 0));
  return positive.map((row, i) => row.map((x, j) => (i === j ? 1 : clamp(x * (scale[i]! * scale[j]!)))));
}

/** Unit diagonal and no eigenvalue below rounding. */
function isCorrelation(matrix: Matrix): boolean {
  if (matrix.some((row, i) => row[i] !== 1)) return false;
  return eigenDecomposition(matrix).values.every((value) => value >= -1e-14 * matrix.length);
}

/** The nearest matrix without negative eigenvalues: they become 0. */
function withoutNegative(matrix: Matrix): number[][] {
  const { values, vectors } = eigenDecomposition(matrix);
  return vectors.map((left) =>
    vectors.map((right) => {
      let sum = 0;
      for (let k = 0; k < values.length; k++) sum += left[k]! * right[k]! * Math.max(values[k]!, 0);
      return sum;
    }),
  );
}

function combine(a: Matrix, b: Matrix, f: (x: number, y: number) => number): number[][] {
  return a.map((row, i) => row.map((x, j) => f(x, b[i]![j]!)));
}

const clamp = (x: number): number => Math.min(1, Math.max(-1, x));

/** Largest difference of two entries. */
function distance(a: Matrix, b: Matrix): number {
  let most = 0;
  a.forEach((row, i) => row.forEach((x, j) => (most = Math.max(most, Math.abs(x - b[i]![j]!)))));
  return most;
}
