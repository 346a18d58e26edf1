import { defaultDrivers } from '$lib/scenario/drivers';
import type { SimulationRequest } from '$lib/simulation/result';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { fakeEngine } from './fakeEngine';

export const full = 131_072;
export const coarse = 4096;
/** What a run begins with while a hand moves. */
export const moving = 65_536;

const ranges = {};
const cases = new Map<number, SimulationRequest>();
/** A new request each time, as the page makes them; the drivers of one value are one object, as the evaluation keeps them. */
export function request(revenueUplift: number): SimulationRequest {
  const known = cases.get(revenueUplift) ?? {
    drivers: { ...defaultDrivers, revenueUplift },
    ranges,
    seed: 1,
    trials: full,
  };
  cases.set(revenueUplift, known);
  return { ...known };
}

/** A feed whose runs end when the test says so. */
export function start() {
  const { engine, ...told } = fakeEngine();
  return { feed: new SimulationFeed(engine), ...told };
}

/** The same, with all trials of the first case in. */
export async function startSettled() {
  const started = start();
  started.feed.want(request(1), false);
  await started.runs[0]!.finish();
  await started.runs[1]!.finish();
  return started;
}
