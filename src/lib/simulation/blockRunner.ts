import { typescriptKernel } from './kernel/typescriptKernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import { runBlocks, type PartialResult } from './runBlocks';

/** Computes shares of runs, in a worker or on the page. A share of an older run stops as soon as a newer one is known. */
export interface BlockRunner {
  /** @returns `null` when a newer ticket arrived meanwhile. */
  run(ticket: number, request: SimulationRequest, from: number, to: number): Promise<PartialResult | null>;
  /** Answers while a run is under way, because runs pause between chunks: silence means dead. */
  isAlive(): boolean | Promise<boolean>;
}

export function createBlockRunner(): BlockRunner {
  const pause = createPause();
  let newest = 0;
  return {
    async run(ticket, request, from, to) {
      newest = Math.max(newest, ticket);
      const blocks = runBlocks(request, from, to, typescriptKernel);
      for (;;) {
        if (ticket < newest) return null;
        const step = blocks.next();
        if (step.done) return step.value;
        await pause();
      }
    },
    isAlive: () => true,
  };
}
