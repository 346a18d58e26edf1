import { wrap } from 'comlink';

/** What every worker answers: it pauses between chunks of its work, so that silence means dead. */
export interface Living {
  isAlive(): boolean | Promise<boolean>;
}

export interface SeatOptions {
  readonly startWorker: () => Worker;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs: number;
  /** How many workers a question may wear out. */
  readonly attempts: number;
}

/** A question to a worker, and what becomes of it without one. */
export interface Question<Runner, Answer> {
  readonly ask: (runner: Runner) => Answer | Promise<Answer>;
  /** Whether nobody waits for the answer any more: then it is not asked again. */
  readonly isStale: () => boolean;
  /** Answers when no worker did. */
  readonly otherwise: () => Promise<Answer>;
}

/** A place for one worker: taken when somebody first asks, and by another when the one in it dies. */
export interface Seat<Runner> {
  /** @returns `null` when a worker died over a stale question. */
  ask<Answer>(question: Question<Runner, Answer>): Promise<Answer | null>;
  /** Tells the worker something, if there is one. */
  tell(message: (runner: Runner) => unknown): void;
  /** Ends the worker. */
  close(): void;
}

/** A worker, what it answers by, and a promise that rejects when it dies. */
interface Seated<Runner> {
  readonly worker: Worker;
  readonly runner: Runner;
  readonly death: Promise<never>;
}

function seatWorker<Runner>(startWorker: () => Worker): Seated<Runner> {
  const worker = startWorker();
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`worker failed: ${event.message}`)), { once: true });
    worker.addEventListener('messageerror', () => reject(new Error('worker answer unreadable')), { once: true });
  });
  death.catch(() => {});
  return { worker, runner: wrap(worker) as unknown as Runner, death };
}

/** Rejects when the runner has kept silent for `patienceMs`. A busy worker still answers: it pauses between chunks. */
function watch(runner: Living, patienceMs: number): { silence: Promise<never>; stop: () => void } {
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

export function createSeat<Runner extends Living>({ startWorker, patienceMs, attempts }: SeatOptions): Seat<Runner> {
  let seated: Seated<Runner> | null = null;
  return {
    async ask({ ask, isStale, otherwise }) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        let own: Seated<Runner> | null = null;
        let watcher: ReturnType<typeof watch> | null = null;
        try {
          own = seated ??= seatWorker<Runner>(startWorker);
          watcher = watch(own.runner, patienceMs);
          return await Promise.race([ask(own.runner), own.death, watcher.silence]);
        } catch {
          if (seated === own) seated = null;
          own?.worker.terminate();
          if (isStale()) return null;
        } finally {
          watcher?.stop();
        }
      }
      return otherwise();
    },
    tell(message) {
      if (seated) void message(seated.runner);
    },
    close() {
      seated?.worker.terminate();
      seated = null;
    },
  };
}
