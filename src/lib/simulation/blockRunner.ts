import type { Kernel } from './kernel/kernel';
import { createPause } from './pause';
import type { SimulationRequest } from './result';
import { createBlockComputer, type BlockComputer, type PartialResult } from './runBlocks';
import type { Living } from './seat';
import { blocksIn, type Share } from './share';

/** Who asks, and the how manieth time: of one client's runs only the newest counts. */
export interface Ticket {
  readonly client: number;
  readonly number: number;
}

/** Computes shares of runs, in a worker or on the page. A share of an older run stops as soon as a newer one of its client is known. */
export interface BlockRunner extends Living {
  /**
   * @param spare room for what is found, as BlockComputer has it
   * @returns `null` when a newer ticket of the same client arrived meanwhile.
   */
  run(
    ticket: Ticket,
    request: SimulationRequest,
    share: Share,
    spare?: readonly ArrayBuffer[],
  ): Promise<TimedPart | null>;
  /** Lets go of every run of this client older than this ticket. */
  stop(ticket: Ticket): void;
  /** Which kernel it computes with, loaded if need be. */
  kernelName(): Promise<Kernel['name']>;
}

/** A part of a run, and for how many milliseconds it was computed. */
export interface TimedPart {
  readonly part: PartialResult;
  readonly ms: number;
}

/** For so long nobody listens for newer work; and for so many steps, where the clock stands still. */
const breathMs = 0.6;
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
  const newest = new Map<number, number>();
  let waiting: Job[] = [];
  let running: Job | null = null;

  const isStale = ({ ticket }: Job): boolean => ticket.number < newest.get(ticket.client)!;
  const sizeOf = ({ share }: Job): number => blocksIn(share);
  function hear({ client, number }: Ticket): void {
    newest.set(client, Math.max(newest.get(client) ?? 0, number));
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
