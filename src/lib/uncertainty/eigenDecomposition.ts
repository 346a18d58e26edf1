/** A symmetric matrix as V·diag(values)·Vᵀ: column j of `vectors` belongs to values[j]. */
export interface EigenDecomposition {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix by cyclic Jacobi rotations: slower than QR for large
 * matrices, but small, accurate for small eigenvalues and built from + − × ÷ √ in a fixed order. Values are not sorted.
 *
 * @param matrix symmetric n × n; only the upper triangle is read
 *
 * Source: Golub & Van Loan, Matrix Computations, 8.5.
 * @example eigenDecomposition([[2, 1], [1, 2]]).values // [1, 3]
 */
export function eigenDecomposition(matrix: readonly (readonly number[])[]): EigenDecomposition {
  const n = matrix.length;
  const a = matrix.map((row, i) => row.map((x, j) => (i <= j ? x : matrix[j]![i]!)));
  const v = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        if (Math.abs(apq) <= 1e-17 * (Math.abs(a[p]![p]!) + Math.abs(a[q]![q]!))) continue;
        rotated = true;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) rotate(a[k]!, p, q, c, s);
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!];
          a[p]![k] = c * x - s * y;
          a[q]![k] = s * x + c * y;
        }
        a[p]![q] = 0;
        a[q]![p] = 0;
        for (let k = 0; k < n; k++) rotate(v[k]!, p, q, c, s);
      }
    }
    if (!rotated) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
}

function rotate(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
