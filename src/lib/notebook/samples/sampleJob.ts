import type { SamplerName, SortedSample } from '$lib/simulation/result';
import type { Published } from '../published';

/** An uncertain value whose trials somebody wants to see. Plain data, posted to a worker. */
export interface SampleJob {
  readonly published: Published;
  readonly seed: number;
  readonly sampler: SamplerName;
  /** A multiple of `blockTrials`. */
  readonly trials: number;
}

/** What is shown of it. */
export type SampleSummary =
  | {
      readonly tag: 'sample';
      /** The trials in which it is defined, "never" among them. At least one. */
      readonly sample: SortedSample;
      /** Share of all trials in which it is not defined, 0–1. */
      readonly undefinedShare: number;
    }
  /** The same in every trial, or one number made of all of them; `null` is "never", or not defined. */
  | { readonly tag: 'number'; readonly value: number | null };
