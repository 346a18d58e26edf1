import { createEngine } from '$lib/simulation/engine';
import kernelUrl from '$lib/simulation/kernel/kernel.wasm?url&no-inline';
import type { SimulationRequest } from '$lib/simulation/result';
import { startWorker } from '$lib/simulation/startWorker';
import { createWorkerPool } from '$lib/simulation/workerPool';
import { drawnAnew, drawnBefore, summarise } from '$lib/simulation/bench/caseRuns';
import { kernelTimes } from '$lib/simulation/bench/kernelTimes';

/** Milliseconds; every one is a median but `cancel`, which is a 95th percentile. */
export interface Figures {
  /** One thread, outputs and paths only. */
  readonly kernelFresh: number;
  readonly kernelCached: number;
  /** From the question to summaries and fan on the page. */
  readonly pageFresh: number;
  readonly pageCached: number;
  /** From a newer question until the older run has stopped in every worker. */
  readonly cancel: number;
}

const runs = 9;
/** Before them, untimed: engines compile what runs often, and a reader's page has run for a while when a hand moves. */
const warmUps = 2;
const cancellations = 60;

const median = (values: readonly number[]): number => atShare(values, 0.5);

function atShare(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

async function clock(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Lets the page be drawn, so that it stays usable between two runs. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The kernel's bytes; `null` where the engine has no WebAssembly SIMD, and the twin is what a reader gets. */
async function kernelBytes(): Promise<ArrayBuffer | null> {
  const bytes = await (await fetch(new URL(kernelUrl, import.meta.url))).arrayBuffer();
  return WebAssembly.validate(bytes) ? bytes : null;
}

async function measureKernel() {
  const kernel = kernelTimes(() => performance.now(), await kernelBytes());
  const [fresh, cached]: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    await breathe();
    fresh.push(kernel.fresh('sfc32', i));
    // Draws of another seed gave their room: these are drawn again before they are timed as kept.
    kernel.cached();
    await breathe();
    cached.push(kernel.cached());
  }
  return { kernelFresh: median(fresh), kernelCached: median(cached) };
}

/** Measures this machine. Takes a few seconds; the figures come as they are ready. */
export async function* measure(workers: number): AsyncGenerator<Partial<Figures>, void, void> {
  yield await measureKernel();
  const pool = createWorkerPool({ startWorker, workers });
  const engine = createEngine(pool);
  try {
    const ask = async (request: SimulationRequest) => {
      const result = (await engine.simulate(request))!;
      const figures = summarise(result);
      engine.giveBack(result);
      return figures;
    };
    const [fresh, cached]: [number[], number[]] = [[], []];
    for (let i = 0; i < warmUps + runs; i++) {
      await breathe();
      fresh.push(await clock(() => ask(drawnAnew(i))));
      // Draws what the next run is to find.
      await ask(drawnBefore(0));
      await breathe();
      cached.push(await clock(() => ask(drawnBefore(i + 1))));
    }
    const usual = median(fresh.slice(warmUps));
    yield { pageFresh: usual, pageCached: median(cached.slice(warmUps)) };

    const waits: number[] = [];
    for (let i = 0; i < warmUps + cancellations; i++) {
      const stale = engine.simulate(drawnAnew(100 + i));
      // Moments spread evenly over the whole run (golden ratio), so that each of its phases is met.
      const into = usual * ((i * 0.618034) % 1);
      await new Promise((resolve) => setTimeout(resolve, into));
      const asked = performance.now();
      const newer = engine.simulate({ ...drawnBefore(0), trials: 1024 });
      // One that had already ended when it was to be stopped tells nothing.
      const stopped = (await stale) === null;
      if (stopped && i >= warmUps) waits.push(performance.now() - asked);
      await newer;
    }
    yield { cancel: atShare(waits, 0.95) };
  } finally {
    pool.close();
  }
}
