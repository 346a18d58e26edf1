import { typescriptKernel } from './kernel/typescriptKernel';
import { mergeParts } from './mergeParts';
import type { SimulationRequest, SimulationResult } from './result';
import { runBlocks } from './runBlocks';
import { dealBlocks } from './share';

/**
 * Runs a whole request here and now, on one thread: the reference every faster way must equal.
 *
 * @param split how many parts to compute it in; the result does not depend on it.
 */
export function simulate(request: SimulationRequest, split = 1): SimulationResult {
  const parts = dealBlocks(0, request.trials, split).map((share) => {
    const run = runBlocks(request, share, typescriptKernel);
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  });
  return mergeParts(request, parts);
}
