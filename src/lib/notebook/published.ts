import type { DriverKey, Drivers } from '$lib/scenario/drivers';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import type { DrawDimensions, RankCorrelation, SampledOutput } from '$lib/simulation/result';
import type { Range } from '$lib/uncertainty/range';
import type { Expression } from './expression/expression';

/**
 * Where the trials of an uncertain value come from. All samples of a notebook share trials: trial i is the same possible
 * future everywhere, so differences are paired.
 */
export type SampleSource =
  /** A scenario's simulated output, or one of its uncertain drivers. */
  | {
      readonly tag: 'scenario';
      readonly drivers: Drivers;
      readonly ranges: Partial<Record<DriverKey, Range>>;
      readonly dimensions: DrawDimensions;
      readonly correlations: readonly RankCorrelation[];
      readonly key: SampledOutput | DriverKey;
    }
  /** An input of an author's own, by the dimension its draws have for ever. */
  | {
      readonly tag: 'input';
      readonly dimension: number;
      readonly range: Range;
      /** What its distribution is cut to. */
      readonly limits: readonly [min: number, max: number];
    }
  /** A formula over other values, by the path it reads each under. */
  | {
      readonly tag: 'formula';
      readonly expression: Expression;
      readonly names: Readonly<Record<string, Published>>;
    };

/** What a cell publishes: under its name (`price`), or under its name and a field (`base.npv`). */
export interface Published {
  /** The point value; `null` is "never", or not defined. */
  readonly value: number | null;
  readonly unit: ValueUnit;
  /** Left out when the value is certain, or its spread is not simulated. */
  readonly sample?: SampleSource;
  /** One number that only a simulation knows, such as a probability: `value` says nothing of it. */
  readonly simulated?: true;
}
