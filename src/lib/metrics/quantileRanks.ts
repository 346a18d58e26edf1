/** Ranks of the ordered sample, 1 the smallest; `null` where the sample is too small to bound the quantile on that side. */
export interface QuantileRanks {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Which two of n ordered, independent draws enclose a quantile of the distribution they came from, whatever its shape.
 *
 * The number of draws below the p-quantile is binomial(n, p), so the interval between the draws of rank `lower` and `upper` misses it
 * with at most (1 − level)/2 on either side. Convention: exact binomial tails, not the normal approximation np ± z√(np(1−p)).
 *
 * @param draws number of independent draws, n.
 * @param probability the quantile's p, strictly inside (0, 1).
 * @param level confidence, 0.95 unless told.
 * @returns `null` when there are no draws or p is not inside (0, 1).
 * @see Dong & Nakayama, A tutorial on quantile estimation via Monte Carlo; Conover, Practical Nonparametric Statistics, 3.2.
 * @example quantileRanks(10000, 0.05) // { lower: 458, upper: 544 }
 */
export function quantileRanks(draws: number, probability: number, level = 0.95): QuantileRanks | null {
  if (!(draws >= 1 && probability > 0 && probability < 1)) return null;
  const { first, weights } = binomialWeights(draws, probability);
  const tail = ((1 - level) / 2) * weights.reduce((sum, weight) => sum + weight, 0);

  const fromBelow = stepsWithin(weights, tail);
  const fromAbove = stepsWithin(weights.toReversed(), tail);
  const lower = first + fromBelow;
  const upper = first + weights.length - fromAbove;
  return { lower: lower < 1 ? null : lower, upper: upper > draws ? null : upper };
}

/** How many weights, taken in order, sum to no more than `tail`. */
function stepsWithin(weights: readonly number[], tail: number): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (sum > tail) return index;
  }
  return weights.length;
}

/**
 * Binomial probabilities relative to the most likely count, from `first` up, as far as they matter: factorials would overflow and
 * (1 − p)ⁿ vanish for the hundred thousand draws of a simulation.
 */
function binomialWeights(n: number, p: number): { first: number; weights: number[] } {
  const negligible = 1e-25;
  const mode = Math.floor((n + 1) * p);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > negligible; k--) {
    weight *= (k / (n - k + 1)) * ((1 - p) / p);
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < n && weight > negligible; k++) {
    weight *= ((n - k) / (k + 1)) * (p / (1 - p));
    above.push(weight);
  }
  return { first: mode - below.length, weights: [...below.reverse(), 1, ...above] };
}
