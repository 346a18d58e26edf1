/** A range as a person states it: two ends, what they mean, and a shape (model.md 6). */
export type RangeShape = 'lognormal' | 'normal' | 'pert' | 'triangular' | 'uniform';

/** What the two ends are: percentiles (lognormal, normal) or the least and the most possible (PERT, triangular, uniform). */
export type RangeEnds = 'p5p95' | 'p10p90' | 'minmax';

export interface Range {
  readonly shape: RangeShape;
  readonly ends: RangeEnds;
  readonly low: number;
  readonly high: number;
  /** The most likely value; PERT and triangular only. */
  readonly mode?: number;
}
