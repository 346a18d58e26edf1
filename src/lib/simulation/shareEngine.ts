import { createTwinKernel } from './kernel/twinKernel';
import type { SimulationRequest } from './result';
import type { SharedOutput } from './scenarioPlan';
import { createSeat, type Living } from './seat';
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
  const seat = startWorker && createSeat<ShareRunner & Living>({ startWorker, patienceMs, attempts: 1 });
  let onPage: ShareRunner | null = null;
  let newest = 0;
  let closed = false;

  return {
    async ask(request, output) {
      const ticket = ++newest;
      const isStale = () => closed || ticket < newest;
      const ask = (runner: ShareRunner) => runner.varianceShares(ticket, request, output);
      const otherwise = async () => ask((onPage ??= createShareRunner(createTwinKernel)));
      const answer = await (seat ? seat.ask({ ask, isStale, otherwise }) : otherwise());
      return isStale() ? null : answer;
    },
    stop() {
      const ticket = ++newest;
      seat?.tell((runner) => runner.stopShares(ticket));
      void onPage?.stopShares(ticket);
    },
    close() {
      closed = true;
      seat?.close();
    },
  };
}
