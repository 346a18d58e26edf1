import { afterEach, expect, test, vi } from 'vitest';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { Simulations } from '$lib/state/simulations.svelte';

afterEach(() => void vi.unstubAllGlobals());

test('there is a feed for each scenario named, once the page lives in a browser, and for no other name', () => {
  const simulations = new Simulations();
  expect(simulations.of('base')).toBeNull();
  // What every object inherits is no scenario.
  expect(['constructor', 'toString', '__proto__'].map((name) => simulations.of(name))).toEqual([null, null, null]);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  simulations.start(['base', '__proto__']);
  expect(simulations.of('base')).toBeInstanceOf(SimulationFeed);
  expect(simulations.of('base')).toBe(simulations.of('base'));
  expect(simulations.of('__proto__')).toBeInstanceOf(SimulationFeed);
  expect(simulations.of('constructor')).toBeNull();
  simulations.close();
});
