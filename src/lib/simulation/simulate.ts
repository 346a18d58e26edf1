import { blockTrials } from './kernel/kernel';
import { typescriptKernel } from './kernel/typescriptKernel';
import { mergeParts } from './mergeParts';
import type { SimulationRequest, SimulationResult } from './result';
import { runBlocks } from './runBlocks';

/**
 * Runs a whole request here and now, on one thread: the reference every faster way must equal.
 *
 * @param split how many parts to compute it in; the result does not depend on it.
 */
export function simulate(request: SimulationRequest, split = 1): SimulationResult {
  const parts = splitBlocks(request, split).map(([from, to]) => {
    const run = runBlocks(request, from, to, typescriptKernel);
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  });
  return mergeParts(request, parts);
}

/** Deals the blocks of a request to `workers` contiguous shares, none of them empty. */
export function splitBlocks(request: SimulationRequest, workers: number): [from: number, to: number][] {
  const blocks = request.trials / blockTrials;
  if (!Number.isInteger(blocks) || blocks < 1)
    throw new Error(`trials must be a multiple of ${blockTrials}: ${request.trials}`);
  const shares = Math.min(workers, blocks);
  return Array.from({ length: shares }, (_, share) => [
    Math.floor((share * blocks) / shares),
    Math.floor(((share + 1) * blocks) / shares),
  ]);
}
