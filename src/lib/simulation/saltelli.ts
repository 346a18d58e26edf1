import { blockTrials } from './kernel/layout';

/** The two independent samples every index is made of. */
export type Matrix = 'a' | 'b';

/** A model of independent factors. What a factor's draws are (a number per trial, or a whole path) only the plan knows. */
export interface SaltelliPlan<Draw> {
  readonly factors: number;
  /** Draws of one factor for a block of trials; they must stay as they are until the next block is asked for. */
  readonly draw: (factor: number, matrix: Matrix, block: number) => Draw;
  /** Writes the output of every trial of the block; draws in the order of the factors. */
  readonly model: (draws: readonly Draw[], out: Float64Array) => void;
}

/** Outputs of every trial, 16 replicates dealt as in a run: trial i belongs to replicate i mod 16. */
export interface SaltelliOutputs {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Per factor: all as in A, that factor alone as in B. */
  readonly mixed: readonly Float64Array[];
}

/**
 * Evaluates a model on A, B and, for every factor, A with that factor taken from B: trials × (factors + 2) evaluations.
 * Yields between blocks, so that its driver may look for newer work.
 *
 * @param trials base points; a multiple of `blockTrials`
 *
 * Source: Saltelli et al. (2010), Computer Physics Communications 181:259–270.
 */
export function* evaluateSaltelli<Draw>(
  { factors, draw, model }: SaltelliPlan<Draw>,
  trials: number,
): Generator<void, SaltelliOutputs, void> {
  if (!(trials > 0) || trials % blockTrials !== 0)
    throw new Error(`trials must be a multiple of ${blockTrials}: ${trials}`);
  const outputs = {
    a: new Float64Array(trials),
    b: new Float64Array(trials),
    mixed: Array.from({ length: factors }, () => new Float64Array(trials)),
  };
  for (let block = 0; block < trials / blockTrials; block++) {
    if (block > 0) yield;
    const blockOf = (values: Float64Array) => values.subarray(block * blockTrials, (block + 1) * blockTrials);
    const a = Array.from({ length: factors }, (_, factor) => draw(factor, 'a', block));
    const b = Array.from({ length: factors }, (_, factor) => draw(factor, 'b', block));
    model(a, blockOf(outputs.a));
    model(b, blockOf(outputs.b));
    outputs.mixed.forEach((values, factor) => model(a.with(factor, b[factor]!), blockOf(values)));
  }
  return outputs;
}
