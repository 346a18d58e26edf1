import type { Kernel } from './kernel/kernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import type { PartialResult } from './partialResult';
import { createBlockComputer, type BlockComputer } from './runBlocks';
import type { Living } from './seat';
import { blocksIn, type Share } from './share';

/** From which of its runs on a client waits for answers. */
export interface Patience {
  readonly client: number;
  readonly since: number;
}

/** Who asks, and the how manieth time. */
export interface Ticket extends Patience {
  readonly number: number;
}

/** Computes shares of runs, in a worker or on the page. A share stops as soon as it is known that its client does not wait for it any more. */
export interface BlockRunner extends Living {
  /**
   * @param spare room for what is found, as BlockComputer has it
   * @returns `null` when a ticket of the same client has said meanwhile that it waits for this one no more.
   */
  run(
    ticket: Ticket,
    request: SimulationRequest,
    share: Share,
    spare?: readonly ArrayBuffer[],
  ): Promise<TimedPart | null>;
  /** Lets go of what this client waits for no more. */
  stop(patience: Patience): void;
  /** Which kernel it computes with, loaded if need be. */
  kernelName(): Promise<Kernel['name']>;
}

/** A part of a run, and for how many milliseconds it was computed. */
export interface TimedPart {
  readonly part: PartialResult;
  readonly ms: number;
}

/** For so long nobody listens for newer work; and for so many steps, where the clock stands still. */
const breathMs = 0.4;
const mostSteps = 16;

/** A share somebody waits for. */
interface Job {
  readonly ticket: Ticket;
  readonly request: SimulationRequest;
  readonly share: Share;
  readonly spare: readonly ArrayBuffer[] | undefined;
  readonly done: (part: TimedPart | null) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * @param kernel may come later, and is asked for when first needed.
 * @param now the time in milliseconds: it says how long a part took, never what is in it
 */
export function createBlockRunner(
  kernel: () => Kernel | Promise<Kernel>,
  // eslint-disable-next-line no-restricted-properties
  now: () => number = () => performance.now(),
): BlockRunner {
  const pause = createPause();
  let loading: Promise<Kernel> | null = null;
  const load = () => (loading ??= Promise.resolve(kernel()));
  let computer: BlockComputer | null = null;
  /** By client. */
  const since = new Map<number, number>();
  let waiting: Job[] = [];
  let running: Job | null = null;

  const isStale = ({ ticket }: Job): boolean => ticket.number < since.get(ticket.client)!;
  const sizeOf = ({ share }: Job): number => blocksIn(share);
  function hear({ client, since: from }: Patience): void {
    since.set(client, Math.max(since.get(client) ?? 0, from));
    for (const job of waiting) if (isStale(job)) job.done(null);
    waiting = waiting.filter((job) => !isStale(job));
  }

  /** One job after the other, as they share a memory: the shortest first, because a hand waits for it. */
  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const job = (running = waiting.reduce((best, each) => (sizeOf(each) < sizeOf(best) ? each : best)));
      waiting = waiting.filter((each) => each !== job);
      try {
        const part = await runJob(job);
        // What was left in the middle begins again when the shorter is done: its draws are kept.
        if (part === 'later') waiting.push(job);
        else job.done(part);
        // Where cores are few, whoever waits for that answer gets one.
        if (part === null) await sleep();
      } catch (error) {
        job.failed(error);
      }
    }
    running = null;
  }

  /** Unlike a pause, leaves the core to others for a moment. */
  const sleep = () => new Promise((resolve) => setTimeout(resolve));

  async function runJob(job: Job): Promise<TimedPart | 'later' | null> {
    computer ??= createBlockComputer(await load());
    const blocks = computer.run(job.request, job.share, job.spare);
    let ms = 0;
    for (;;) {
      if (isStale(job)) return null;
      if (waiting.some((other) => sizeOf(other) < sizeOf(job))) return 'later';
      const start = now();
      let spent = 0;
      // Nothing is heard between two pauses, and a pause costs as much as some blocks.
      for (let steps = 0; steps === 0 || (spent < breathMs && steps < mostSteps); steps++) {
        const step = blocks.next();
        spent = now() - start;
        if (step.done) return { part: step.value, ms: ms + spent };
      }
      ms += spent;
      await pause();
    }
  }

  return {
    run(ticket, request, share, spare) {
      hear(ticket);
      return new Promise((done, failed) => {
        waiting.push({ ticket, request, share, spare, done, failed });
        if (!running) void work();
      });
    },
    stop: hear,
    isAlive: () => true,
    kernelName: async () => (await load()).name,
  };
}
