import { wrap } from 'comlink';

/** What every worker answers: it pauses between chunks of its work, so that silence means dead. */
export interface Living {
  isAlive(): boolean | Promise<boolean>;
}

export interface SeatOptions {
  readonly startWorker: () => Worker;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs: number;
  /** How many workers may die over a question. */
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

/** A place for one worker: taken when somebody first asks or warms it, and by another when the one in it dies. */
export interface Seat<Runner> {
  /**
   * Asks the worker, and another when it dies over the question. What the runner itself throws is its answer: the same question would be
   * answered so again, and the worker goes on with what others have asked.
   *
   * @returns `null` when the question was stale by the time a worker died or threw, or when the seat is closed.
   * @throws what the runner threw
   */
  ask<Answer>(question: Question<Runner, Answer>): Promise<Answer | null>;
  /** Starts the worker, if there is none, and has it prepare itself, so that who asks first need not wait for that. */
  warm(prepare: (runner: Runner) => unknown): void;
  /** Tells the worker something, if there is one. */
  tell(message: (runner: Runner) => unknown): void;
  /** Ends the worker for good. */
  close(): void;
}

/** What comes of a question to a worker that dies: no error, as those are what the runner has thrown. */
const dead = Symbol('dead');

/** A worker, and what it answers by. */
interface Seated<Runner> {
  readonly runner: Runner;
  /** Comes true for everybody who asks it: what has been terminated never answers. */
  readonly death: Promise<typeof dead>;
  readonly end: () => void;
  /** How many questions it is asked at the moment. */
  asked: number;
  /** Whether its memory could not grow. */
  full: boolean;
}

function seatWorker<Runner>(startWorker: () => Worker, onEnd: () => void): Seated<Runner> {
  const worker = startWorker();
  let ended = false;
  let die: (of: typeof dead) => void;
  const death = new Promise<typeof dead>((resolve) => (die = resolve));
  const end = () => {
    if (ended) return;
    ended = true;
    worker.terminate();
    onEnd();
    die(dead);
  };
  // Also when its module cannot be loaded.
  worker.addEventListener('error', end);
  // Nobody would ever know whose answer it was.
  worker.addEventListener('messageerror', end);
  return { runner: wrap(worker) as unknown as Runner, death, end, asked: 0, full: false };
}

/**
 * Calls `onSilence` when the runner has kept silent for `patienceMs`. A busy worker still answers: it pauses between chunks.
 *
 * @returns what stops watching
 */
function watch(runner: Living, patienceMs: number, onSilence: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const answered = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(ask, patienceMs / 4);
  };
  const failed = () => {
    if (!stopped) onSilence();
  };
  function ask() {
    timer = setTimeout(onSilence, patienceMs);
    Promise.resolve(runner.isAlive()).then(answered, failed);
  }
  timer = setTimeout(ask, patienceMs / 4);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** A memory that cannot grow, or an array that cannot be had. Of an error from a worker only the name is left. */
const isOutOfMemory = (error: unknown): boolean => error instanceof Error && error.name === 'RangeError';

/** @throws what the runner threw */
async function askWorker<Runner extends Living, Answer>(
  own: Seated<Runner>,
  ask: Question<Runner, Answer>['ask'],
  patienceMs: number,
): Promise<Answer | typeof dead> {
  const stopWatching = watch(own.runner, patienceMs, own.end);
  own.asked++;
  try {
    return await Promise.race([ask(own.runner), own.death]);
  } catch (error) {
    if (isOutOfMemory(error)) own.full = true;
    throw error;
  } finally {
    stopWatching();
    own.asked--;
    // The memory of a kernel never shrinks: only with the worker does the machine get it back. Others may still wait for theirs.
    if (own.full && own.asked === 0) own.end();
  }
}

export function createSeat<Runner extends Living>({ startWorker, patienceMs, attempts }: SeatOptions): Seat<Runner> {
  let seated: Seated<Runner> | null = null;
  let closed = false;

  /** @returns `null` where a worker cannot be started. */
  function seat(): Seated<Runner> | null {
    try {
      return (seated ??= seatWorker<Runner>(startWorker, () => (seated = null)));
    } catch {
      return null;
    }
  }

  return {
    async ask({ ask, isStale, otherwise }) {
      for (let attempt = 0; attempt < attempts && !closed; attempt++) {
        const own = seat();
        try {
          const answer = own ? await askWorker(own, ask, patienceMs) : dead;
          if (answer !== dead) return answer;
        } catch (error) {
          if (!isStale()) throw error;
        }
        if (isStale()) return null;
      }
      return closed ? null : otherwise();
    },
    warm(prepare) {
      if (seated || closed) return;
      const own = seat();
      // Who asks for something will hear what is wrong.
      if (own) Promise.resolve(prepare(own.runner)).catch(() => {});
    },
    tell(message) {
      if (seated) void message(seated.runner);
    },
    close() {
      closed = true;
      seated?.end();
    },
  };
}
