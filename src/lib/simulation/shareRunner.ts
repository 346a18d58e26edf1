import type { Kernel } from './kernel/kernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import type { SharedOutput } from './scenarioPlan';
import { varianceShares, type VarianceShares } from './varianceShares';

/** Divides variances, in a worker or on the page. An older question stops as soon as a newer one is known. */
export interface ShareRunner {
  /** @returns `null` when a newer ticket arrived meanwhile. */
  varianceShares(ticket: number, request: SimulationRequest, output: SharedOutput): Promise<VarianceShares | null>;
  /** Lets go of every question older than this ticket. */
  stopShares(ticket: number): void;
}

/** @param takeKernel gives a kernel with a memory of its own; asked once. */
export function createShareRunner(takeKernel: () => Kernel | Promise<Kernel>): ShareRunner {
  const pause = createPause();
  let kernel: Kernel | Promise<Kernel> | null = null;
  let newest = 0;
  return {
    async varianceShares(ticket, request, output) {
      newest = Math.max(newest, ticket);
      kernel ??= takeKernel();
      const run = varianceShares(request, output, await kernel);
      for (;;) {
        if (ticket < newest) return null;
        const step = run.next();
        if (step.done) return step.value;
        await pause();
      }
    },
    stopShares(ticket) {
      newest = Math.max(newest, ticket);
    },
  };
}
