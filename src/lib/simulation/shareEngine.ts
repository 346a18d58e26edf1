import { wrap } from 'comlink';
import { createTwinKernel } from './kernel/twinKernel';
import type { SimulationRequest } from './result';
import type { SharedOutput } from './scenarioPlan';
import { createShareRunner, type ShareRunner } from './shareRunner';
import type { VarianceShares } from './varianceShares';

export interface ShareEngine {
  /** @returns `null` when a newer question took over, or somebody stopped it. */
  ask(request: SimulationRequest, output: SharedOutput): Promise<VarianceShares | null>;
  stop(): void;
  close(): void;
}

export interface ShareEngineOptions {
  /** Starts one worker; `null` where there are none: then the page computes. */
  readonly startWorker: (() => Worker) | null;
  /** A worker that has not answered for so long is given up. */
  readonly patienceMs?: number;
}

/**
 * Asks one worker of its own, so that no run of the pool waits. A worker that fails or keeps silent leaves the work to the
 * page, slower; the answer is the same.
 */
export function createShareEngine({ startWorker, patienceMs = 12_000 }: ShareEngineOptions): ShareEngine {
  let worker: Worker | null = null;
  let runner: ShareRunner | null = null;
  let onPage: ShareRunner | null = null;
  let newest = 0;
  let closed = false;

  async function askWorker(ticket: number, request: SimulationRequest, output: SharedOutput) {
    worker ??= startWorker!();
    runner ??= wrap<ShareRunner>(worker) as unknown as ShareRunner;
    const seat = worker;
    const leaving = new AbortController();
    const failure = new Promise<never>((_, reject) => {
      const fail = () => reject(new Error('worker failed'));
      const timer = setTimeout(fail, patienceMs);
      for (const kind of ['error', 'messageerror']) seat.addEventListener(kind, fail, { signal: leaving.signal });
      leaving.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    try {
      return await Promise.race([runner.varianceShares(ticket, request, output), failure]);
    } finally {
      leaving.abort();
    }
  }
  function dropWorker(): void {
    worker?.terminate();
    worker = runner = null;
  }

  return {
    async ask(request, output) {
      const ticket = ++newest;
      const stale = () => closed || ticket < newest;
      if (startWorker) {
        try {
          const answer = await askWorker(ticket, request, output);
          return stale() ? null : answer;
        } catch {
          if (stale()) return null;
          dropWorker();
        }
      }
      onPage ??= createShareRunner(createTwinKernel);
      const answer = await onPage.varianceShares(ticket, request, output);
      return stale() ? null : answer;
    },
    stop() {
      const ticket = ++newest;
      for (const each of [runner, onPage]) void each?.stopShares(ticket);
    },
    close() {
      closed = true;
      dropWorker();
    },
  };
}
