/** A continuous distribution of one driver. Every function is pure and bit-identical in every engine. */
export interface Distribution {
  /** Inverse cumulative distribution. `probability` strictly inside (0, 1). */
  readonly quantile: (probability: number) => number;
  /** P(X ≤ x), in [0, 1]. */
  readonly cdf: (x: number) => number;
  readonly mean: number;
  readonly variance: number;
}
