import { expect, test } from 'vitest';
import { trialsNote } from '$lib/cells/trialsNote';
import { defaultDrivers } from '$lib/scenario/drivers';
import type { SimulationResult } from '$lib/simulation/result';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { formats, readable } from './readable';

const request = { drivers: defaultDrivers, ranges: {}, seed: 20_040_218, trials: 131_072 };
const silentEngine = {
  simulate: () => new Promise<null>(() => undefined),
  refine: () => new Promise<null>(() => undefined),
  lastMs: () => 0,
  giveBack: () => undefined,
  close: () => undefined,
};

function shown(trials: number, drivers = defaultDrivers) {
  const feed = new SimulationFeed(silentEngine);
  feed.want(request, false);
  feed.result = { request: { ...request, trials, drivers } } as SimulationResult;
  return [readable(trialsNote(feed, formats.fi)), readable(trialsNote(feed, formats.en))];
}

test('a settled picture tells its trials and the seed that reproduces it, the seed as it is typed', () => {
  expect(shown(131_072)).toEqual(['131 072 koetta, siemenluku 20040218', '131,072 trials, seed 20040218']);
});

test('a coarse one, and one of another case, says that it is being refined', () => {
  expect(shown(4096)).toEqual(['4 096 koetta, tarkentuu', '4,096 trials, refining']);
  expect(shown(131_072, { ...defaultDrivers })).toEqual(['131 072 koetta, tarkentuu', '131,072 trials, refining']);
});

test('nothing is said before there is a picture', () => {
  expect(trialsNote(null, formats.fi)).toBe('');
  const feed = new SimulationFeed(silentEngine);
  expect(trialsNote(feed, formats.fi)).toBe('');
});
