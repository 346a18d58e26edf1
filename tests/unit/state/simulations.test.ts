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
  simulations.keep(['base', '__proto__']);
  expect(simulations.of('base')).toBeInstanceOf(SimulationFeed);
  expect(simulations.of('base')).toBe(simulations.of('base'));
  expect(simulations.of('__proto__')).toBeInstanceOf(SimulationFeed);
  expect(simulations.of('constructor')).toBeNull();
  simulations.close();
  expect(simulations.of('base')).toBeNull();
});

test('feeds come and go with the scenarios; one that stays keeps what it has', () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  const simulations = new Simulations();
  simulations.keep(['base']);
  const base = simulations.of('base');
  simulations.keep(['base', 'bold']);
  const bold = simulations.of('bold');
  expect(simulations.of('base')).toBe(base);
  expect(bold).not.toBe(base);
  simulations.keep(['bold']);
  expect(simulations.of('base')).toBeNull();
  expect(simulations.of('bold')).toBe(bold);
  simulations.keep(['base', 'bold']);
  expect(simulations.of('base')).not.toBe(base);
  simulations.close();
});
