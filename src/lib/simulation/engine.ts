import { wrap } from 'comlink';
import type { BlockRunner } from './blockRunner';
import { mergeParts } from './mergeParts';
import { isAccurate } from './monteCarloError';
import { mostTrials, sampledOutputs } from './result';
import type { SampledOutput, SimulationRequest, SimulationResult } from './result';
import type { PartialResult } from './runBlocks';
import { dealBlocks, workerOf, type Share } from './share';

export interface Engine {
  /** @returns `null` when a newer request took over: a late answer never wins. */
  simulate(request: SimulationRequest): Promise<SimulationResult | null>;
  close(): void;
}

export interface RefiningEngine extends Engine {
  /**
   * Doubles the trials until the errors are small enough, `mostTrials` are reached or somebody stops it.
   *
   * @returns the last result; `null` when a newer request took over before the first.
   */
  refine(request: SimulationRequest, options?: RefineOptions): Promise<SimulationResult | null>;
}

export interface RefineOptions {
  /** Outputs whose P5, P50 and P95 must be known to within 1 % of their P5–P95 range; all when left out. */
  readonly outputs?: readonly SampledOutput[];
  /** Called with every result on the way, the last included; each has twice the trials of the one before. */
  readonly onProgress?: (result: SimulationResult, accurate: boolean) => void;
  /** Stops it; what was found so far is returned. */
  readonly signal?: AbortSignal;
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

/** What computes on the page is loaded only where it must: hardly any browser lacks workers. */
async function loadOnPage(): Promise<BlockRunner> {
  const [{ createBlockRunner }, { createTwinKernel }] = await Promise.all([
    import('./blockRunner'),
    import('./kernel/twinKernel'),
  ]);
  return createBlockRunner(createTwinKernel);
}

/**
 * Spreads runs over workers. A newer request stops the older; a worker that dies is replaced and its share redone;
 * without workers the page computes, slower. The same request gives the same bytes in every case.
 */
export function createEngine({ startWorker, workers, patienceMs = 8000, attempts = 3 }: EngineOptions): RefiningEngine {
  let onPage: Promise<BlockRunner> | null = null;
  const seats: (Seat | null)[] = Array.from({ length: startWorker ? Math.max(1, workers) : 0 }, () => null);
  let newest = 0;

  async function runShare(ticket: number, request: SimulationRequest, share: Share) {
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
        if (ticket < newest) return null;
      } finally {
        watcher?.stop();
      }
    }
    onPage ??= loadOnPage();
    return (await onPage).run(ticket, request, share);
  }

  /** Computes trials `from` … `request.trials` − 1; `null` when a newer ticket took over. */
  async function runTrials(ticket: number, request: SimulationRequest, from: number): Promise<PartialResult[] | null> {
    const shares = dealBlocks(from, request.trials, Math.max(1, seats.length));
    const parts = await Promise.all(shares.map((share) => runShare(ticket, request, share)));
    return ticket < newest || parts.includes(null) ? null : (parts as PartialResult[]);
  }

  /** Whatever still runs is of no use to anybody. */
  function dropRuns(): void {
    const ticket = ++newest;
    for (const seat of seats) void seat?.runner.stop(ticket);
    void onPage?.then((runner) => runner.stop(ticket));
  }

  return {
    async simulate(request) {
      const parts = await runTrials(++newest, request, 0);
      return parts && mergeParts(request, parts);
    },
    async refine(request, { outputs = sampledOutputs, onProgress, signal } = {}) {
      const ticket = ++newest;
      const parts: PartialResult[] = [];
      let result: SimulationResult | null = null;
      for (let from = 0, { trials } = request; !signal?.aborted; from = trials, trials *= 2) {
        const grown = { ...request, trials };
        const stopped = new Promise<null>((resolve) =>
          signal?.addEventListener('abort', () => resolve(null), { once: true }),
        );
        const added = await Promise.race([runTrials(ticket, grown, from), stopped]);
        if (!added) break;
        parts.push(...added);
        result = mergeParts(grown, parts);
        const accurate = outputs.every((output) => isAccurate(result!, output));
        onProgress?.(result, accurate);
        if (accurate || trials * 2 > mostTrials) break;
      }
      if (signal?.aborted && ticket === newest) dropRuns();
      return result;
    },
    close() {
      newest++;
      for (const seat of seats) seat?.worker.terminate();
      seats.fill(null);
    },
  };
}
