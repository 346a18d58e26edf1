import type { Notebook } from '$lib/notebook/notebook';
import type { DriverKey, Drivers } from '$lib/scenario/drivers';
import { defaultSampler, defaultTrials } from '$lib/simulation/result';
import type { AlignedKey, DrawDimensions, RankCorrelation, SimulationRequest } from '$lib/simulation/result';
import type { Range } from '$lib/uncertainty/range';

/** What the simulation of a scenario needs of its evaluation. */
export interface Simulated {
  readonly drivers: Drivers;
  readonly ranges: Partial<Record<DriverKey, Range>>;
  readonly dimensions: DrawDimensions;
  readonly correlations: readonly RankCorrelation[];
}

/**
 * What to simulate at rest. Its parts are those of the evaluation: a feed knows its case again by their identity.
 *
 * @param aligned what other cells compute with, trial by trial
 */
export function toRequest(
  { seed, sampler = defaultSampler }: Pick<Notebook, 'seed' | 'sampler'>,
  { drivers, ranges, dimensions, correlations }: Simulated,
  aligned: readonly AlignedKey[] = [],
): SimulationRequest {
  return { drivers, ranges, dimensions, correlations, seed, sampler, trials: defaultTrials, aligned };
}
