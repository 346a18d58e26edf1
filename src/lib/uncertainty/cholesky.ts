/**
 * The lower triangle L with L·Lᵀ = matrix: it turns independent normals into correlated ones (z ↦ L·z). A matrix that is
 * only just possible (some driver fully fixed by the others) is accepted: its empty directions get a zero column.
 *
 * @param matrix symmetric n × n; only the lower triangle is read
 * @returns null when some direction has negative variance: see `nearestCorrelation`
 *
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 * @example cholesky([[1, 0.6], [0.6, 1]]) // [[1, 0], [0.6, 0.8]]
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const lower = matrix.map(() => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    const pivot = matrix[j]![j]! - dot(lower[j]!, lower[j]!, j);
    // What rounding leaves of a zero pivot, of either sign.
    const nothing = 1e-12 * Math.abs(matrix[j]![j]!);
    if (!(pivot >= -nothing)) return null;
    const root = pivot > nothing ? Math.sqrt(pivot) : 0;
    lower[j]![j] = root;
    for (let i = j + 1; i < n; i++) {
      const rest = matrix[i]![j]! - dot(lower[i]!, lower[j]!, j);
      if (root === 0 && Math.abs(rest) > 1e-6 * Math.sqrt(Math.abs(matrix[i]![i]! * matrix[j]![j]!))) return null;
      lower[i]![j] = root === 0 ? 0 : rest / root;
    }
  }
  return lower;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[k]! * b[k]!;
  return sum;
}
