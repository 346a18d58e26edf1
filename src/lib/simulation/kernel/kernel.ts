import { BLOCK_TRIALS } from '$lib/uncertainty/uniformBlock';
import type { DriverKey } from '$lib/scenario/drivers';
import type { FanSeries, SampledOutput } from '../result';

/** Trials are computed in fixed blocks, so that trial i is the same whoever computes it. */
export const blockTrials = BLOCK_TRIALS;

/** One block going in: a value per trial for every driver. Arrays have `blockTrials` items. */
export interface BlockInputs {
  readonly drivers: Readonly<Record<DriverKey, Float64Array>>;
  /** 1 where the programme works, 0 where it only costs. */
  readonly success: Float64Array;
  /** Standard normal draws of month k at index k − 1; empty without volatility. */
  readonly shocks: readonly Float64Array[];
  /** New customers follow those who leave. */
  readonly newCustomersFollow: boolean;
  readonly horizonMonths: number;
}

/** One block coming out; "never" is +∞. */
export interface BlockOutputs {
  readonly outputs: Readonly<Record<SampledOutput, Float64Array>>;
  /** Series of months 0…H: the value of trial i in month k stands at k·blockTrials + i. */
  readonly paths: Readonly<Record<FanSeries, Float64Array>>;
}

/** The one thing a faster engine replaces: the model of `scenario/project`, over a block of trials at a time. */
export type Kernel = (inputs: BlockInputs, out: BlockOutputs) => void;
