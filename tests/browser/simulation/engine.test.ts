import { wrap } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import type { BlockRunner } from '$lib/simulation/blockRunner';
import { createEngine, type RefiningEngine } from '$lib/simulation/engine';
import { summarisedOutputs, type SimulationRequest, type SimulationResult } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { quantile } from '$lib/simulation/sortedSample';
import { startWorker } from '$lib/simulation/startWorker';
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from '$lib/simulation/workerPool';
import { defaultDrivers } from '$lib/scenario/drivers';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.05, churnReduction: 0.1 },
  ranges: {
    annualChurn: { shape: 'normal', ends: 'p5p95', low: 0.078, high: 0.123 },
    investment: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
  },
  seed: 7,
  trials: 16_384,
  aligned: ['npv', 'payback', 'annualChurn'],
};

/** A number that any changed bit changes (FNV-1a over 32-bit words), quicker to compare than the values. */
function checksum(values: Float64Array): number {
  return new Uint32Array(values.buffer).reduce((sum, word) => Math.imul(sum ^ word, 16_777_619), -2_128_831_035);
}

/** All bytes of a result that do not depend on how its parts are cut. */
function bytes(result: SimulationResult | null) {
  if (!result) return null;
  const { request, outputs, ...rest } = result;
  return {
    ...rest,
    seed: request.seed,
    aligned: Object.entries(result.aligned).map(([key, values]) => [key, checksum(values)]),
    outputs: summarisedOutputs.map((output) => {
      const { parts, ...moments } = outputs[output];
      return { moments, all: checksum(Float64Array.from(parts.flatMap((part) => [...part])).sort()) };
    }),
  };
}
const expected = bytes(simulate(request));

const pools: WorkerPool[] = [];
function pool(options: Partial<WorkerPoolOptions> = {}): WorkerPool {
  const made = createWorkerPool({ startWorker, workers: 2, ...options });
  pools.push(made);
  return made;
}
const engine = (options?: Partial<WorkerPoolOptions>): RefiningEngine => createEngine(pool(options));
afterEach(() => pools.splice(0).forEach((made) => made.close()));

/** A worker whose module throws as soon as it is read. */
function startBrokenWorker(): Worker {
  const blob = new Blob(['throw new Error("broken");'], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(blob), { type: 'module' });
}
/** A worker that reads every message and answers none. */
function startDeafWorker(): Worker {
  const blob = new Blob(['onmessage = () => {};'], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(blob), { type: 'module' });
}

test('a worker loads the WebAssembly kernel', async () => {
  const worker = startWorker();
  expect(await wrap<BlockRunner>(worker).kernelName()).toBe('wasm');
  worker.terminate();
});

describe('the same request gives the same bytes', () => {
  test.each([1, 2, 3, 7])('from %i workers as from simulate()', async (workers) => {
    const result = await engine({ workers }).simulate(request);
    expect(result!.outputs.npv.parts).toHaveLength(workers);
    expect(bytes(result)).toEqual(expected);
  });

  test('again and again from the same workers, and after another request', async () => {
    const kept = engine();
    await kept.simulate({ ...request, drivers: { ...request.drivers, investment: 1, annualGrowth: 0.02 }, seed: 8 });
    expect(bytes(await kept.simulate(request))).toEqual(expected);
    expect(bytes(await kept.simulate(request))).toEqual(expected);
  });

  test('in memory given back by another run, which has nothing left then, and hangs nobody', async () => {
    const kept = engine();
    const other = (await kept.simulate({ ...request, seed: 8 }))!;
    kept.giveBack(other);
    kept.giveBack(other);
    expect(bytes(await kept.simulate(request))).toEqual(expected);
    for (const output of summarisedOutputs) {
      expect(other.outputs[output].parts.map(({ length }) => length)).toEqual([0, 0]);
      expect(quantile(other.outputs[output], 0.5)).toBeNull();
    }
    expect(bytes(await kept.simulate({ ...request, trials: 4096 }))).toEqual(
      bytes(simulate({ ...request, trials: 4096 })),
    );
  });

  test('without workers, computed on the page', async () => {
    expect(bytes(await engine({ startWorker: null }).simulate(request))).toEqual(expected);
  });

  test('where workers cannot be started', async () => {
    const refuse = () => {
      throw new Error('refused');
    };
    expect(bytes(await engine({ startWorker: refuse }).simulate(request))).toEqual(expected);
  });
});

describe('a newer request', () => {
  test('makes the older resolve to null, and wins', async () => {
    const busy = engine();
    const older = busy.simulate({ ...request, seed: 1, trials: 1_048_576 });
    const newer = busy.simulate(request);
    expect(bytes(await newer)).toEqual(expected);
    expect(await older).toBeNull();
  });

  test('does so as well when the page computes', async () => {
    const busy = engine({ startWorker: null });
    const older = busy.simulate({ ...request, seed: 1 });
    const newer = busy.simulate(request);
    expect(await older).toBeNull();
    expect(bytes(await newer)).toEqual(expected);
  });
});

describe('a hand that moves', () => {
  const endless = { ...request, seed: 1, trials: 1_048_576 };

  test.each([{}, { workers: 1 }, { startWorker: null }])(
    'has its earlier questions answered too: %o',
    async (options) => {
      const moving = engine(options);
      const earlier = { ...request, seed: 8, trials: 4096 };
      const answers = [moving.simulate(earlier, true), moving.simulate(request, true)];
      const [first, second] = await Promise.all(answers);
      expect(bytes(first!)).toEqual(bytes(simulate(earlier)));
      expect(bytes(second!)).toEqual(expected);
    },
  );

  test('takes over from a run at rest, which takes over from it', async () => {
    const busy = engine();
    const atRest = busy.simulate(endless);
    const moving = busy.simulate(request, true);
    expect(await atRest).toBeNull();
    expect(bytes(await moving)).toEqual(expected);
    const late = busy.simulate(endless, true);
    expect(bytes(await busy.simulate(request))).toEqual(expected);
    expect(await late).toBeNull();
  });

  test('has a run at rest stopped in every worker, also in those it does not ask', async () => {
    const told: string[][] = [];
    const listening = () => {
      const worker = startWorker();
      const post = worker.postMessage.bind(worker) as (message: unknown, transfer: Transferable[]) => void;
      const heard: string[] = [];
      told.push(heard);
      worker.postMessage = ((message: { path?: string[] }, transfer: Transferable[] = []) => {
        if (message.path?.[0] !== 'isAlive') heard.push(message.path?.[0] ?? '');
        post(message, transfer);
      }) as Worker['postMessage'];
      return worker;
    };
    const busy = engine({ startWorker: listening });
    const atRest = busy.simulate(endless);
    const moving = [busy.simulate({ ...request, seed: 8 }, true), busy.simulate(request, true)];
    await Promise.all(moving);
    expect(await atRest).toBeNull();
    expect(told).toEqual([
      ['run', 'stop', 'run', 'run'],
      ['run', 'stop'],
    ]);
  });

  test('leaves a core to the page', async () => {
    expect((await engine({ workers: 3 }).simulate(request, true))!.outputs.npv.parts).toHaveLength(2);
    expect((await engine({ workers: 3 }).simulate(request))!.outputs.npv.parts).toHaveLength(3);
  });
});

describe('engines that share a pool', () => {
  test.each([{}, { startWorker: null }])('leave one another alone: %o', async (options) => {
    const shared = pool(options);
    const [base, bold] = [createEngine(shared), createEngine(shared)];
    const other = { ...request, seed: 8, trials: 4096 };
    const older = base.simulate({ ...request, seed: 1 });
    const [first, second] = [base.simulate(request), bold.simulate(other)];
    expect(await older).toBeNull();
    expect(bytes(await second)).toEqual(bytes(simulate(other)));
    expect(bytes(await first)).toEqual(expected);
  });

  test('let a short run before a long one, which then ends with the same bytes', async () => {
    const shared = pool();
    const [base, bold] = [createEngine(shared), createEngine(shared)];
    const order: string[] = [];
    const long = { ...request, trials: 131_072 };
    const runs = [
      base.simulate(long).then((result) => (order.push('long'), result)),
      bold.simulate(request).then((result) => (order.push('short'), result)),
    ] as const;
    expect(bytes(await runs[1])).toEqual(expected);
    expect(bytes(await runs[0])).toEqual(bytes(await engine().simulate(long)));
    expect(order).toEqual(['short', 'long']);
  });

  test('one that is closed does not take the workers with it', async () => {
    const shared = pool();
    const [base, bold] = [createEngine(shared), createEngine(shared)];
    const [left, kept] = [base.simulate({ ...request, seed: 1 }), bold.simulate(request)];
    base.close();
    expect(await left).toBeNull();
    expect(bytes(await kept)).toEqual(expected);
  });
});

describe('refining', () => {
  test('adds trials until the errors are small, and ends with the bytes of a run of as many', async () => {
    const results: SimulationResult[] = [];
    const refined = await engine().refine(
      { ...request, trials: 1024 },
      { outputs: ['npv', 'roi12'], onProgress: (result) => results.push(result) },
    );
    const trials = results.map(({ request }) => request.trials);
    expect(trials.length).toBeGreaterThan(1);
    // What is asked of an earlier answer does not change with what was added since.
    for (const result of results.slice(0, 3)) expect(bytes(result)).toEqual(bytes(simulate(result.request)));
    expect(trials).toEqual(trials.map((_, i) => 1024 * [1, 2, 4, 8, 16, 32, 64, 128][i]!));
    expect(bytes(refined)).toEqual(bytes(simulate(refined!.request)));
  });

  test('stops when told to, with what it has', async () => {
    const stop = new AbortController();
    const stopped = engine().refine(
      { ...request, trials: 1024 },
      { outputs: ['payback'], onProgress: () => stop.abort(), signal: stop.signal },
    );
    expect((await stopped)!.request.trials).toBe(1024);
  });

  test('gives way to a newer request', async () => {
    const busy = engine();
    const refined = busy.refine({ ...request, seed: 1, trials: 1_048_576 });
    expect(bytes(await busy.simulate(request))).toEqual(expected);
    expect(await refined).toBeNull();
  });
});

describe('a worker that dies is replaced and its share redone', () => {
  test('when it is killed in the middle of a run', async () => {
    const started: Worker[] = [];
    const long = { ...request, trials: 131_072 };
    const killed = engine({
      patienceMs: 2000,
      startWorker: () => {
        const worker = startWorker();
        started.push(worker);
        return worker;
      },
    });
    const run = killed.simulate(long);
    // Asked after the run, it answers between two chunks of it: it has begun, and is far from ready.
    await wrap<BlockRunner>(started[0]!).isAlive();
    started[0]!.terminate();
    const result = await run;
    expect(started.length).toBeGreaterThan(2);
    expect(bytes(result)).toEqual(bytes(await engine().simulate(long)));
  }, 60_000);

  test.each([
    ['throws', startBrokenWorker],
    ['never answers', startDeafWorker],
  ])(
    'when it %s',
    async (_, startBad) => {
      let bad = 1;
      const result = await engine({
        patienceMs: 2000,
        startWorker: () => (bad-- > 0 ? startBad() : startWorker()),
      }).simulate(request);
      expect(bytes(result)).toEqual(expected);
    },
    60_000,
  );

  test('and when every replacement dies too, the page computes', async () => {
    expect(bytes(await engine({ startWorker: startBrokenWorker }).simulate(request))).toEqual(expected);
  });
});
