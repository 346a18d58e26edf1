import { afterEach, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { createEngine } from '$lib/simulation/engine';
import type { SimulationRequest } from '$lib/simulation/result';
import { startWorker } from '$lib/simulation/startWorker';
import { createWorkerPool, type WorkerPool } from '$lib/simulation/workerPool';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.05 },
  ranges: { revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 } },
  seed: 7,
  trials: 131_072,
};
/** What no runner can compute: its low end is above its high one. */
const impossible: SimulationRequest = {
  ...request,
  ranges: { revenueUplift: { shape: 'uniform', ends: 'minmax', low: 0.2, high: 0.1 } },
  trials: 4096,
};

const pools: WorkerPool[] = [];
afterEach(() => pools.splice(0).forEach((pool) => pool.close()));

/** A pool of two, what it started, what each of them was asked, and which were terminated. */
function listeningPool() {
  const workers: Worker[] = [];
  const asked: string[][] = [];
  const terminated: Worker[] = [];
  const listening = () => {
    const worker = startWorker();
    const [post, terminate] = [worker.postMessage.bind(worker), worker.terminate.bind(worker)];
    const heard: string[] = [];
    workers.push(worker);
    asked.push(heard);
    worker.postMessage = ((message: { path?: string[] }, transfer: Transferable[] = []) => {
      if (message.path?.[0] !== 'isAlive') heard.push(message.path?.[0] ?? '');
      post(message, transfer);
    }) as Worker['postMessage'];
    worker.terminate = () => {
      terminated.push(worker);
      terminate();
    };
    return worker;
  };
  const pool: WorkerPool = createWorkerPool({ startWorker: listening, workers: 2 });
  pools.push(pool);
  return { pool, workers, asked, terminated };
}

/** Comes true when a worker has first answered something. */
const firstAnswer = (worker: Worker) =>
  new Promise<void>((resolve) => worker.addEventListener('message', () => resolve(), { once: true }));

test('a request that throws is told to who asked, and leaves the runs of others on the same workers alone', async () => {
  const { pool, workers, terminated } = listeningPool();
  const [base, bold] = [createEngine(pool), createEngine(pool)];
  const run = base.simulate(request);
  await expect(bold.simulate(impossible)).rejects.toThrow('impossible range');
  expect((await run)!.request).toEqual(request);
  expect(workers).toHaveLength(2);
  expect(terminated).toEqual([]);
});

test('a warm pool has its workers and their kernels before the first run, which starts no other', async () => {
  const { pool, workers, asked } = listeningPool();
  pool.warm();
  pool.warm();
  expect(workers).toHaveLength(2);
  await Promise.all(workers.map(firstAnswer));
  expect(asked).toEqual([['kernelName'], ['kernelName']]);
  expect(await createEngine(pool).simulate(request)).not.toBeNull();
  expect(asked).toEqual([
    ['kernelName', 'run'],
    ['kernelName', 'run'],
  ]);
  expect(workers).toHaveLength(2);
});

test('warming starts only what a run before it has not', async () => {
  const { pool, asked } = listeningPool();
  const run = createEngine(pool).simulate({ ...request, trials: 4096 }, true);
  pool.warm();
  expect(await run).not.toBeNull();
  expect(asked).toEqual([['run'], ['kernelName']]);
});

test('a closed pool starts nothing, and what was asked of it comes to nothing at once', async () => {
  const { pool, workers } = listeningPool();
  const engine = createEngine(pool);
  const run = engine.simulate(request);
  pool.close();
  pool.warm();
  expect(await run).toBeNull();
  expect(await engine.simulate(request)).toBeNull();
  expect(workers).toHaveLength(2);
});

test('without workers there is nothing to warm', async () => {
  const pool = createWorkerPool({ startWorker: null, workers: 2 });
  pool.warm();
  expect(await createEngine(pool).simulate({ ...request, trials: 256 })).not.toBeNull();
});
