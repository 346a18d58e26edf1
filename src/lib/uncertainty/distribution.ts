/** A continuous distribution of one driver. Every function is pure and bit-identical in every engine. */
export interface Distribution {
  /** Inverse cumulative distribution. `probability` strictly inside (0, 1). */
  readonly quantile: (probability: number) => number;
  /** P(X ≤ x), in [0, 1]. */
  readonly cdf: (x: number) => number;
  readonly mean: number;
  readonly variance: number;
  /** Bounds took part of it away. */
  readonly cut?: true;
}

/**
 * A distribution whose quantile has no closed form and is costly, but smooth: a sampler tabulates it, and needs the
 * density for the slopes. A degenerate law (a point) is a plain `Distribution`.
 */
export interface SmoothDistribution extends Distribution {
  /** Probability density at x; 0 outside the support. */
  readonly density: (x: number) => number;
}
