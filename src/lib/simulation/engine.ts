import { wrap } from 'comlink';
import { createBlockRunner, type BlockRunner } from './blockRunner';
import { mergeParts } from './mergeParts';
import type { SimulationRequest, SimulationResult } from './result';
import type { PartialResult } from './runBlocks';
import { splitBlocks } from './simulate';

export interface Engine {
  /** @returns `null` when a newer request took over: a late answer never wins. */
  simulate(request: SimulationRequest): Promise<SimulationResult | null>;
  close(): void;
}

export interface EngineOptions {
  /** Starts one worker; `null` where there are none: then the page computes. */
  readonly startWorker: (() => Worker) | null;
  readonly workers: number;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs?: number;
  /** How many workers a share may wear out before the page computes it. */
  readonly attempts?: number;
}

/** A worker, what it answers by, and a promise that rejects when it dies. */
interface Seat {
  readonly worker: Worker;
  readonly runner: BlockRunner;
  readonly death: Promise<never>;
}

function takeSeat(startWorker: () => Worker): Seat {
  const worker = startWorker();
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`worker failed: ${event.message}`)), { once: true });
    worker.addEventListener('messageerror', () => reject(new Error('worker answer unreadable')), { once: true });
  });
  death.catch(() => {});
  return { worker, runner: wrap<BlockRunner>(worker) as unknown as BlockRunner, death };
}

/** Rejects when the runner has kept silent for `patienceMs`. A busy worker still answers: it pauses between chunks. */
function watch(runner: BlockRunner, patienceMs: number): { silence: Promise<never>; stop: () => void } {
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

/**
 * Spreads runs over workers. A newer request stops the older; a worker that dies is replaced and its share redone;
 * without workers the page computes, slower. The same request gives the same bytes in every case.
 */
export function createEngine({ startWorker, workers, patienceMs = 8000, attempts = 3 }: EngineOptions): Engine {
  const onPage = createBlockRunner();
  const seats: (Seat | null)[] = Array.from({ length: startWorker ? Math.max(1, workers) : 0 }, () => null);
  let newest = 0;

  async function runShare(index: number, ticket: number, request: SimulationRequest, from: number, to: number) {
    for (let attempt = 0; startWorker && attempt < attempts; attempt++) {
      let seat = seats[index] ?? null;
      let watcher: ReturnType<typeof watch> | null = null;
      try {
        seat ??= seats[index] = takeSeat(startWorker);
        watcher = watch(seat.runner, patienceMs);
        return await Promise.race([seat.runner.run(ticket, request, from, to), seat.death, watcher.silence]);
      } catch {
        if (seats[index] === seat) seats[index] = null;
        seat?.worker.terminate();
        if (ticket < newest) return null;
      } finally {
        watcher?.stop();
      }
    }
    return onPage.run(ticket, request, from, to);
  }

  return {
    async simulate(request) {
      const ticket = ++newest;
      const shares = splitBlocks(request, Math.max(1, seats.length));
      const parts = await Promise.all(shares.map(([from, to], index) => runShare(index, ticket, request, from, to)));
      if (ticket < newest || parts.includes(null)) return null;
      return mergeParts(request, parts as PartialResult[]);
    },
    close() {
      newest++;
      for (const seat of seats) seat?.worker.terminate();
      seats.fill(null);
    },
  };
}
