import { replicates } from './result';

/** A share and the interval that holds it in 95 runs of 100. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Student's t with 15 degrees of freedom at 0.975. */
const studentT = 2.131449545559323;

/**
 * Sum(numerators)/sum(denominators) over the 16 independent scrambles, with a 95 % t-interval from how far each of them
 * lies from that ratio. A ratio of sums, because a mean of ratios is biased; all cut to what is possible.
 *
 * @param numerators one of each replicate
 * @param denominators one of each replicate; their sum is not 0
 * @param limits of a share 0 and 1, of a correlation −1 and 1
 *
 * Source: Cochran (1977), Sampling Techniques, 6.3 (ratio estimate); L'Ecuyer & Lemieux (2002) for the replicates.
 * @example replicateInterval(new Float64Array(16).fill(1), new Float64Array(16).fill(4), [0, 1]).value // 0.25
 */
export function replicateInterval(
  numerators: Float64Array,
  denominators: Float64Array,
  [least, most]: readonly [number, number],
): Estimate {
  let above = 0;
  let below = 0;
  for (let i = 0; i < replicates; i++) {
    above += numerators[i]!;
    below += denominators[i]!;
  }
  const ratio = above / below;
  let squares = 0;
  for (let i = 0; i < replicates; i++) {
    const rest = (numerators[i]! - ratio * denominators[i]!) / (below / replicates);
    squares += rest * rest;
  }
  const reach = studentT * Math.sqrt(squares / (replicates - 1) / replicates);
  const cut = (x: number) => Math.min(most, Math.max(least, x));
  return { value: cut(ratio), low: cut(ratio - reach), high: cut(ratio + reach) };
}
