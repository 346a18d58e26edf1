import { afterEach, expect, onTestFinished, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { Simulations } from '$lib/state/simulations.svelte';

const Real = globalThis.Worker;
afterEach(() => void (globalThis.Worker = Real));

/** A page that counts the workers it starts. */
function openPage() {
  let workers = 0;
  globalThis.Worker = class extends Real {
    constructor(...args: ConstructorParameters<typeof Real>) {
      super(...args);
      workers++;
    }
  };
  const simulations = new Simulations();
  onTestFinished(() => simulations.close());
  return { simulations, workers: () => workers };
}
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
const size = Math.min(navigator.hardwareConcurrency, 8);

test('the workers of a page start once, when it is idle', async () => {
  const { simulations, workers } = openPage();
  simulations.warmWhenIdle();
  simulations.warmWhenIdle();
  expect(workers()).toBe(0);
  await idle();
  expect(workers()).toBe(size);
  await simulations.run({ drivers: defaultDrivers, ranges: {}, seed: 7, trials: 256 * size });
  expect(workers()).toBe(size);
});

test('a page that is left before it is idle starts none', async () => {
  const { simulations, workers } = openPage();
  simulations.warmWhenIdle();
  simulations.close();
  await idle();
  expect(workers()).toBe(0);
});
