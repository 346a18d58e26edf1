import type { Kernel } from './kernel/kernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import { createBlockComputer, type BlockComputer, type PartialResult } from './runBlocks';
import type { Share } from './share';

/** Computes shares of runs, in a worker or on the page. A share of an older run stops as soon as a newer one is known. */
export interface BlockRunner {
  /** @returns `null` when a newer ticket arrived meanwhile. */
  run(ticket: number, request: SimulationRequest, share: Share): Promise<PartialResult | null>;
  /** Lets go of every run older than this ticket. */
  stop(ticket: number): void;
  /** Answers while a run is under way, because runs pause between chunks: silence means dead. */
  isAlive(): boolean | Promise<boolean>;
  /** Which kernel it computes with, loaded if need be. */
  kernelName(): Promise<Kernel['name']>;
}

/** @param kernel may come later, and is asked for when first needed. */
export function createBlockRunner(kernel: () => Kernel | Promise<Kernel>): BlockRunner {
  const pause = createPause();
  let loading: Promise<Kernel> | null = null;
  const load = () => (loading ??= Promise.resolve(kernel()));
  let computer: BlockComputer | null = null;
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();
  async function runShare(ticket: number, request: SimulationRequest, share: Share): Promise<PartialResult | null> {
    computer ??= createBlockComputer(await load());
    const blocks = computer.run(request, share);
    for (;;) {
      if (ticket < newest) return null;
      const step = blocks.next();
      if (step.done) return step.value;
      await pause();
    }
  }

  return {
    run(ticket, request, share) {
      newest = Math.max(newest, ticket);
      // One after the other: they share a memory. An older one ends at its next look.
      const result = last.then(() => runShare(ticket, request, share));
      last = result.catch(() => {});
      return result;
    },
    stop(ticket) {
      newest = Math.max(newest, ticket);
    },
    isAlive: () => true,
    kernelName: async () => (await load()).name,
  };
}
