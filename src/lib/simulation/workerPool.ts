import { transfer } from 'comlink';
import type { BlockRunner, Patience, Ticket, TimedPart } from './blockRunner';
import { blockTrials } from './kernel/layout';
import { summarisedOutputs, type SimulationRequest, type SimulationResult } from './result';
import { createSeat } from './seat';
import { blocksIn, workerOf, type Share } from './share';

export interface WorkerPoolOptions {
  /** Starts one worker; `null` where there are none: then the page computes. */
  readonly startWorker: (() => Worker) | null;
  readonly workers: number;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs?: number;
  /** How many workers may die over a share before the page computes it. */
  readonly attempts?: number;
}

/** Workers, or the page where there are none, that compute shares of runs for several engines. */
export interface WorkerPool {
  /** How many shares a run is best cut into. */
  readonly size: number;
  /** A number of its own for each engine that asks here. */
  enter(): number;
  /** Starts the workers that are not yet, with their kernels, so that the first run need not wait for them. Nothing after `close`. */
  warm(): void;
  /**
   * @returns `null` when the same client does not wait for it any more, or the pool is closed.
   * @throws what computing it threw: no other worker would do better, and this one goes on with the shares of others.
   */
  runShare(ticket: Ticket, request: SimulationRequest, share: Share): Promise<TimedPart | null>;
  /** Lets go of what this client waits for no more. */
  stop(patience: Patience): void;
  /** Takes back the room of a result's samples, for runs of the same size. */
  takeBack(result: SimulationResult): void;
  close(): void;
}

/** Results whose room is kept for others. */
const mostKept = 3;

/** What computes on the page is loaded only where it must: hardly any browser lacks workers. */
async function loadOnPage(): Promise<BlockRunner> {
  const [{ createBlockRunner }, { createTwinKernel }] = await Promise.all([
    import('./blockRunner'),
    import('./kernel/twinKernel'),
  ]);
  return createBlockRunner(createTwinKernel);
}

/** Starts a worker when it is first needed or warmed, and another in place of one that dies: its share is redone. */
export function createWorkerPool({
  startWorker,
  workers,
  patienceMs = 8000,
  attempts = 3,
}: WorkerPoolOptions): WorkerPool {
  let onPage: Promise<BlockRunner> | null = null;
  const seats = Array.from({ length: startWorker ? Math.max(1, workers) : 0 }, () =>
    createSeat<BlockRunner>({ startWorker: startWorker!, patienceMs, attempts }),
  );
  /** By client. */
  const since: number[] = [];
  let spare: ArrayBuffer[] = [];
  let closed = false;

  const hear = ({ client, since: from }: Patience) => (since[client] = Math.max(since[client]!, from));

  /** Room for a share's sorted outputs, as far as there is. */
  function takeSpare(share: Share): ArrayBuffer[] {
    const bytes = blocksIn(share) * blockTrials * 8;
    // What has been given away before has no bytes left, as has the share of a worker that gets none.
    const fitting = spare.filter(({ byteLength }) => byteLength > 0 && byteLength === bytes);
    const taken = fitting.slice(0, summarisedOutputs.length);
    spare = spare.filter((room) => !taken.includes(room));
    return taken;
  }

  return {
    size: Math.max(1, seats.length),
    enter: () => since.push(0) - 1,
    warm() {
      for (const seat of seats) seat.warm((runner) => runner.kernelName());
    },
    runShare(ticket, request, share) {
      hear(ticket);
      const otherwise = async () => (await (onPage ??= loadOnPage())).run(ticket, request, share);
      const seat = seats[workerOf(share)];
      if (!seat) return otherwise();
      return seat.ask({
        ask: (runner) => {
          const rooms = takeSpare(share);
          return runner.run(ticket, request, share, transfer(rooms, rooms));
        },
        isStale: () => closed || ticket.number < since[ticket.client]!,
        otherwise,
      });
    },
    stop(patience) {
      hear(patience);
      for (const seat of seats) seat.tell((runner) => runner.stop(patience));
      void onPage?.then((runner) => runner.stop(patience));
    },
    takeBack({ outputs }) {
      const rooms = Object.values(outputs).flatMap(({ parts }) => parts.map(({ buffer }) => buffer as ArrayBuffer));
      // Without workers nobody would use it; and of an older size there is no use any more.
      if (seats.length > 0) spare = [...new Set([...rooms, ...spare])].slice(0, mostKept * rooms.length);
    },
    close() {
      closed = true;
      for (const seat of seats) seat.close();
    },
  };
}
