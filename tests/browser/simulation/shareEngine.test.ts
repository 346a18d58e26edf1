import { afterEach, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import type { SimulationRequest } from '$lib/simulation/result';
import { createShareEngine, type ShareEngine, type ShareEngineOptions } from '$lib/simulation/shareEngine';
import { startWorker } from '$lib/simulation/startWorker';
import { varianceShares } from '$lib/simulation/varianceShares';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.05, successProbability: 0.9 },
  ranges: {
    grossMargin: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 },
    investment: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
  },
  seed: 7,
  trials: 16_384,
};
const expected = (() => {
  const run = varianceShares(request, 'npv', createTwinKernel());
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
})();

const engines: ShareEngine[] = [];
function engine(options: Partial<ShareEngineOptions> = {}): ShareEngine {
  const made = createShareEngine({ startWorker, ...options });
  engines.push(made);
  return made;
}
afterEach(() => engines.splice(0).forEach((made) => made.close()));

const workerOf = (source: string) => () =>
  new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });

test('a worker, with whatever kernel it has, answers what the twin answers here', async () => {
  const kept = engine();
  expect(await kept.ask(request, 'npv')).toEqual(expected);
  expect(await kept.ask(request, 'payback')).toMatchObject({ kind: 'shares', output: 'payback' });
  expect(await kept.ask(request, 'npv')).toEqual(expected);
});

test.each([
  ['there are no workers', { startWorker: null }],
  ['a worker cannot be started', { startWorker: () => { throw new Error('none'); } }], // prettier-ignore
  ['a worker breaks', { startWorker: workerOf('throw new Error("broken");') }],
  ['a worker answers nothing', { startWorker: workerOf('onmessage = () => {};'), patienceMs: 200 }],
] as const)('the page answers the same where %s', async (_, options) => {
  expect(await engine(options).ask(request, 'npv')).toEqual(expected);
});

test('only the newest question is answered, and none that was stopped', async () => {
  const busy = engine();
  const [old, newest] = await Promise.all([busy.ask(request, 'roi12'), busy.ask(request, 'npv')]);
  expect(old).toBe(null);
  expect(newest).toEqual(expected);
  const stopped = busy.ask(request, 'roi12');
  busy.stop();
  expect(await stopped).toBe(null);
});
