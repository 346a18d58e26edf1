import type { Drivers, DriverKey } from '$lib/scenario/drivers';
import type { Range } from '$lib/uncertainty/range';

/** Outputs whose whole distribution is simulated. "Never" (null in the point estimate) is +∞ in a sample: it ranks last. */
export const sampledOutputs = [
  'payback',
  'roi12',
  'npv',
  'clv',
  'clvProgramme',
  'ltvToCac',
  'ltvToCacProgramme',
] as const;
export type SampledOutput = (typeof sampledOutputs)[number];

/** Outputs that every run sorts and sums up; of the others one may have the trials themselves (`aligned`). */
export const summarisedOutputs = [
  'payback',
  'roi12',
  'npv',
  'clvProgramme',
  'ltvToCacProgramme',
] as const satisfies SampledOutput[];
export type SummarisedOutput = (typeof summarisedOutputs)[number];

/** Monthly series of the programme whose percentile bands are simulated. */
export const fanSeries = ['cumulative', 'revenue', 'customers'] as const;
export type FanSeries = (typeof fanSeries)[number];

/** What a run may keep trial by trial: an output, or the draws of a driver that has a range. */
export type AlignedKey = SampledOutput | DriverKey;

/** Trials of a run at rest (model.md 6). */
export const defaultTrials = 131_072;

/** Trials a refined run may grow to. */
export const mostTrials = 1_048_576;

/** Where the uniforms come from: scrambled Sobol' points in fixed dimensions, or plain pseudo-random numbers (model.md 6). */
export type SamplerName = 'sobol' | 'sfc32';
export const defaultSampler: SamplerName = 'sobol';

/** Dimensions from here on belong to inputs of an author's own; those below to drivers and monthly shocks (model.md 6). */
export const firstInputDimension = 185;

/** Independent groups of trials, trial i in group i mod 16: the spread of their estimates is the Monte-Carlo error. */
export const replicates = 16;

/** A rank (Spearman) correlation somebody asks for between two uncertain drivers, −1 to 1. */
export interface RankCorrelation {
  readonly a: DriverKey;
  readonly b: DriverKey;
  readonly rank: number;
}

/** The Sobol' dimension of each driver that draws in another than its own: it takes over the draws of another value. */
export type DrawDimensions = Readonly<Partial<Record<DriverKey, number>>>;

/** Everything a run depends on; the same request gives the same bytes, whoever computes it. Plain data, posted to workers. */
export interface SimulationRequest {
  /** Values of the drivers that have no range. */
  readonly drivers: Drivers;
  readonly ranges: Partial<Record<DriverKey, Range>>;
  /** None when left out. A driver here takes part in no correlation of its own. */
  readonly dimensions?: DrawDimensions;
  readonly seed: number;
  /** A multiple of `blockTrials`. */
  readonly trials: number;
  /** `defaultSampler` when left out. */
  readonly sampler?: SamplerName;
  /** Series somebody looks at, which alone are counted; all when left out. */
  readonly fans?: readonly FanSeries[];
  /** Whether anybody asks how far the figures would move with another seed; yes when left out. */
  readonly errors?: boolean;
  /** Of drivers that have a range; others are passed over. */
  readonly correlations?: readonly RankCorrelation[];
  /** What is wanted trial by trial, to be computed with; none when left out. Drivers without a range are passed over. */
  readonly aligned?: readonly AlignedKey[];
}

/** Every trial of an output: one value each, ascending, +∞ ("never") last; in one or several sorted parts that together are the sample. */
export interface SortedSample {
  readonly parts: readonly Float64Array[];
  readonly trials: number;
  /** Share of trials that are "never", 0–1. */
  readonly never: number;
  /** Of the trials that are not "never"; null when all are. */
  readonly mean: number | null;
  /** Standard deviation of the same; null with fewer than two. */
  readonly deviation: number | null;
}

/** Percentiles of a series at months 0…H; index = month. */
export interface FanBands {
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

/**
 * What each of the 16 independent groups of trials says of one output: the source of every Monte-Carlo error.
 * `counts` holds, group after group, trials per bin and last those that are "never".
 */
export interface ReplicateSpread {
  readonly start: number;
  /** Width of a bin; 0 when the pilot trials were all alike. */
  readonly width: number;
  readonly counts: Uint32Array;
  /** Mean of each group's trials that are not "never"; NaN when all are. */
  readonly means: Float64Array;
}

export interface SimulationResult {
  readonly request: SimulationRequest;
  readonly outputs: Readonly<Record<SummarisedOutput, SortedSample>>;
  /** Share of trials that have paid back within 12 months, whatever the horizon (model.md 7). */
  readonly paybackWithin12: number;
  /** See `monteCarloError`, which reads it; `null` where no errors were asked for. */
  readonly replicates: Readonly<Record<SummarisedOutput, ReplicateSpread>> | null;
  /** Monte-Carlo error of `paybackWithin12`. */
  readonly paybackWithin12Error: number;
  /** Bands of months 0…H of the series asked for; those of the others are empty. */
  readonly fan: Readonly<Record<FanSeries, FanBands>>;
  /**
   * What was wanted trial by trial, in the order of the trials: item i belongs to the same future in every sample of the
   * same seed and sampler, whichever scenario or driver it is of. +∞ is "never".
   */
  readonly aligned: Readonly<Partial<Record<AlignedKey, Float64Array>>>;
}
