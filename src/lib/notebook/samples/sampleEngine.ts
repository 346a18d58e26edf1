import { startModuleWorker } from '$lib/simulation/startModuleWorker';
import { createSeat } from '$lib/simulation/seat';
import type { SampleJob, SampleSummary } from './sampleJob';
import type { SampleRunner } from './sampleRunner';
import workerUrl from './worker?worker&url';

export interface SampleEngine {
  /** @returns `null` when the same client has asked anew meanwhile, or the engine was closed. */
  summary(client: number, job: SampleJob): Promise<SampleSummary | null>;
  close(): void;
}

export interface SampleEngineOptions {
  /** `null` where there are no workers: then the page computes. */
  readonly startWorker: (() => Worker) | null;
  /** A worker that has not answered for so long is dead. */
  readonly patienceMs?: number;
  /** How many workers a job may wear out before the page computes it. */
  readonly attempts?: number;
}

/** Starts a worker for formulas over samples. */
export function startSampleWorker(): Worker {
  return startModuleWorker(workerUrl, 'samples');
}

async function loadOnPage(): Promise<SampleRunner> {
  const [{ createSampleRunner }, { createTwinKernel }] = await Promise.all([
    import('./sampleRunner'),
    import('$lib/simulation/kernel/twinKernel'),
  ]);
  return createSampleRunner(createTwinKernel);
}

/** Computes on one worker, so that the samples of a scenario serve every formula; replaces one that dies and asks again. */
export function createSampleEngine({
  startWorker,
  patienceMs = 8000,
  attempts = 3,
}: SampleEngineOptions): SampleEngine {
  const seat = startWorker && createSeat<SampleRunner>({ startWorker, patienceMs, attempts });
  let onPage: Promise<SampleRunner> | null = null;
  let closed = false;
  let last = 0;
  const newest = new Map<number, number>();

  return {
    async summary(client, job) {
      const number = ++last;
      newest.set(client, number);
      const isStale = () => closed || newest.get(client) !== number;
      const ask = (runner: SampleRunner) => runner.summary(client, number, job);
      const otherwise = async () => {
        const summary = await ask(await (onPage ??= loadOnPage()));
        return isStale() ? null : summary;
      };
      return seat ? seat.ask({ ask, isStale, otherwise }) : otherwise();
    },
    close() {
      closed = true;
      seat?.close();
    },
  };
}
