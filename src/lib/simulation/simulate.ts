import type { Kernel } from './kernel/kernel';
import { createTwinKernel } from './kernel/twinKernel';
import { mergeParts } from './mergeParts';
import type { SimulationRequest, SimulationResult } from './result';
import { createBlockComputer } from './runBlocks';
import { dealBlocks } from './share';

/**
 * Runs a whole request here and now, on one thread: the reference every faster way must equal.
 *
 * @param split how many parts to compute it in; the result does not depend on it.
 */
export function simulate(request: SimulationRequest, split = 1, kernel: Kernel = createTwinKernel()): SimulationResult {
  const computer = createBlockComputer(kernel);
  const parts = dealBlocks(0, request.trials, split).map((share) => {
    const run = computer.run(request, share);
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  });
  return mergeParts(request, parts);
}
