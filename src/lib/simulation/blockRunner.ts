import { typescriptKernel } from './kernel/typescriptKernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import { runBlocks, type PartialResult } from './runBlocks';
import type { Share } from './share';

/** Computes shares of runs, in a worker or on the page. A share of an older run stops as soon as a newer one is known. */
export interface BlockRunner {
  /** @returns `null` when a newer ticket arrived meanwhile. */
  run(ticket: number, request: SimulationRequest, share: Share): Promise<PartialResult | null>;
  /** Lets go of every run older than this ticket. */
  stop(ticket: number): void;
  /** Answers while a run is under way, because runs pause between chunks: silence means dead. */
  isAlive(): boolean | Promise<boolean>;
}

export function createBlockRunner(): BlockRunner {
  const pause = createPause();
  let newest = 0;
  return {
    async run(ticket, request, share) {
      newest = Math.max(newest, ticket);
      const blocks = runBlocks(request, share, typescriptKernel);
      for (;;) {
        if (ticket < newest) return null;
        const step = blocks.next();
        if (step.done) return step.value;
        await pause();
      }
    },
    stop(ticket) {
      newest = Math.max(newest, ticket);
    },
    isAlive: () => true,
  };
}
