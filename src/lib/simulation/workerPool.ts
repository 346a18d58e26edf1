import { wrap } from 'comlink';
import type { BlockRunner, Ticket, TimedPart } from './blockRunner';
import type { SimulationRequest } from './result';
import { workerOf, type Share } from './share';

export interface WorkerPoolOptions {
  /** Starts one worker; `null` where there are none: then the page computes. */
  readonly startWorker: (() => Worker) | null;
  readonly workers: number;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs?: number;
  /** How many workers a share may wear out before the page computes it. */
  readonly attempts?: number;
}

/** Workers, or the page where there are none, that compute shares of runs for several engines. */
export interface WorkerPool {
  /** How many shares a run is best cut into. */
  readonly size: number;
  /** A number of its own for each engine that asks here. */
  enter(): number;
  /** @returns `null` when the same client had a newer ticket meanwhile. */
  runShare(ticket: Ticket, request: SimulationRequest, share: Share): Promise<TimedPart | null>;
  /** Lets go of every run of this client older than this ticket. */
  stop(ticket: Ticket): void;
  close(): void;
}

/** A worker, what it answers by, and a promise that rejects when it dies. */
export interface Seat<Runner = BlockRunner> {
  readonly worker: Worker;
  readonly runner: Runner;
  readonly death: Promise<never>;
}

export function takeSeat<Runner>(startWorker: () => Worker): Seat<Runner> {
  const worker = startWorker();
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`worker failed: ${event.message}`)), { once: true });
    worker.addEventListener('messageerror', () => reject(new Error('worker answer unreadable')), { once: true });
  });
  death.catch(() => {});
  return { worker, runner: wrap(worker) as unknown as Runner, death };
}

/** Rejects when the runner has kept silent for `patienceMs`. A busy worker still answers: it pauses between chunks. */
export function watch(
  runner: Pick<BlockRunner, 'isAlive'>,
  patienceMs: number,
): { silence: Promise<never>; stop: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const silence = new Promise<never>((_, reject) => {
    const ask = () => {
      timer = setTimeout(() => reject(new Error('worker silent')), patienceMs);
      Promise.resolve(runner.isAlive()).then(() => {
        clearTimeout(timer);
        if (!stopped) timer = setTimeout(ask, patienceMs / 4);
      }, reject);
    };
    timer = setTimeout(ask, patienceMs / 4);
  });
  silence.catch(() => {});
  return {
    silence,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** What computes on the page is loaded only where it must: hardly any browser lacks workers. */
async function loadOnPage(): Promise<BlockRunner> {
  const [{ createBlockRunner }, { createTwinKernel }] = await Promise.all([
    import('./blockRunner'),
    import('./kernel/twinKernel'),
  ]);
  return createBlockRunner(createTwinKernel);
}

/** Starts a worker when it is first needed, and another in place of one that dies: its share is redone. */
export function createWorkerPool({
  startWorker,
  workers,
  patienceMs = 8000,
  attempts = 3,
}: WorkerPoolOptions): WorkerPool {
  let onPage: Promise<BlockRunner> | null = null;
  const seats: (Seat | null)[] = Array.from({ length: startWorker ? Math.max(1, workers) : 0 }, () => null);
  const newest: number[] = [];
  let closed = false;

  return {
    size: Math.max(1, seats.length),
    enter: () => newest.push(0) - 1,
    async runShare(ticket, request, share) {
      const { client, number } = ticket;
      newest[client] = Math.max(newest[client]!, number);
      const index = workerOf(share);
      for (let attempt = 0; startWorker && attempt < attempts; attempt++) {
        let seat = seats[index] ?? null;
        let watcher: ReturnType<typeof watch> | null = null;
        try {
          seat ??= seats[index] = takeSeat(startWorker);
          watcher = watch(seat.runner, patienceMs);
          return await Promise.race([seat.runner.run(ticket, request, share), seat.death, watcher.silence]);
        } catch {
          if (seats[index] === seat) seats[index] = null;
          seat?.worker.terminate();
          if (closed || number < newest[client]!) return null;
        } finally {
          watcher?.stop();
        }
      }
      onPage ??= loadOnPage();
      return (await onPage).run(ticket, request, share);
    },
    stop(ticket) {
      newest[ticket.client] = Math.max(newest[ticket.client]!, ticket.number);
      for (const seat of seats) void seat?.runner.stop(ticket);
      void onPage?.then((runner) => runner.stop(ticket));
    },
    close() {
      closed = true;
      for (const seat of seats) seat?.worker.terminate();
      seats.fill(null);
    },
  };
}
