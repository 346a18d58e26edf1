import { replicateInterval, type Estimate } from './replicateInterval';
import { replicates } from './result';

/** Ranks 0, 1, … of values in ascending order; equal values share the middle of theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end - 1) / 2;
    start = end;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of two columns of trials, with a 95 % interval from the 16 replicates (trial i in replicate
 * i mod 16, ranked among its own). `null` when a column is constant in one of them.
 *
 * @param a finite numbers; as many as b, a multiple of 16
 *
 * Source: Spearman (1904), Am. J. Psychology 15:72–101; ties as Kendall (1945).
 * @example rankCorrelation(values, values)!.value // 1
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): Estimate | null {
  const correlations = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const own = (_: number, i: number): boolean => i % replicates === replicate;
    const [x, y] = [ranksOf(a.filter(own)), ranksOf(b.filter(own))];
    const middle = (x.length - 1) / 2;
    let [xy, xx, yy] = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const [dx, dy] = [x[i]! - middle, y[i]! - middle];
      xy += dx * dy;
      xx += dx * dx;
      yy += dy * dy;
    }
    if (xx === 0 || yy === 0) return null;
    correlations[replicate] = xy / Math.sqrt(xx * yy);
  }
  return replicateInterval(correlations, new Float64Array(replicates).fill(1), [-1, 1]);
}
