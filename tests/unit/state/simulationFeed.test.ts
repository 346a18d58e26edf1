import { describe, expect, test, vi } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import type { SimulationRequest } from '$lib/simulation/result';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { fakeEngine } from './fakeEngine';

const full = 131_072;
const coarse = 4096;
/** What a run begins with while a hand moves. */
const moving = 65_536;

const ranges = {};
const cases = new Map<number, SimulationRequest>();
/** A new request each time, as the page makes them; the drivers of one value are one object, as the evaluation keeps them. */
function request(revenueUplift: number): SimulationRequest {
  const known = cases.get(revenueUplift) ?? {
    drivers: { ...defaultDrivers, revenueUplift },
    ranges,
    seed: 1,
    trials: full,
  };
  cases.set(revenueUplift, known);
  return { ...known };
}

function start() {
  const { engine, ...told } = fakeEngine();
  return { feed: new SimulationFeed(engine), ...told };
}

describe('at rest', () => {
  test('a coarse run answers first, then all trials', async () => {
    const { feed, runs, asked } = start();
    expect([feed.result, feed.stale, feed.settled]).toEqual([null, false, false]);
    feed.want(request(1), false);
    expect(asked()).toEqual([[1, coarse]]);
    await runs[0]!.finish();
    expect([feed.result!.request.trials, feed.stale, feed.settled]).toEqual([coarse, false, false]);
    expect(asked()).toEqual([
      [1, coarse],
      [1, full],
    ]);
    await runs[1]!.finish();
    expect([feed.result!.request.trials, feed.stale, feed.settled]).toEqual([full, false, true]);
    expect(runs).toHaveLength(2);
  });

  test('a case that asks for few trials needs no second run', async () => {
    const { feed, runs } = start();
    feed.want({ ...request(1), trials: 256 }, false);
    await runs[0]!.finish();
    expect([runs.length, runs[0]!.request.trials, feed.settled]).toEqual([1, 256, true]);
  });

  test('the same case again is not run again', async () => {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    feed.want(request(1), false);
    feed.want(request(1), true);
    expect([runs.length, feed.settled]).toEqual([2, true]);
  });

  test('another seed is another case', async () => {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    feed.want({ ...request(1), seed: 2 }, false);
    expect([feed.stale, feed.settled, runs.length]).toEqual([true, false, 3]);
  });

  test.each<[string, Partial<SimulationRequest>]>([
    ['other dependencies', { correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank: 0.8 }] }],
    ['another sampler', { sampler: 'sfc32' }],
    ['an output to compute with', { aligned: ['npv'] }],
  ])('%s are another case', async (_, other) => {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    feed.want({ ...request(1), ...other }, false);
    expect([feed.stale, feed.settled, runs.length]).toEqual([true, false, 3]);
    expect(runs[2]!.request).toMatchObject(other);
    await runs[2]!.finish();
    await runs[3]!.finish();
    feed.want({ ...request(1), ...other }, false);
    expect([feed.settled, runs.length]).toEqual([true, 4]);
  });
});

describe('while a slider moves', () => {
  test('two runs are under way, then the newest case follows and those between are left out', async () => {
    const { feed, runs, asked } = start();
    for (const value of [1, 2, 3, 4]) feed.want(request(value), true);
    expect(asked()).toEqual([
      [1, moving],
      [2, moving],
    ]);
    expect(runs.map((run) => run.moving)).toEqual([true, true]);
    await runs[0]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([1, true]);
    expect(asked().slice(2)).toEqual([[4, moving]]);
    await runs[1]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([2, true]);
    await runs[2]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale, feed.settled]).toEqual([4, false, false]);
    expect(runs).toHaveLength(3);
  });

  test('an answer that comes after a newer one is not shown', async () => {
    const { feed, runs } = start();
    feed.want(request(1), true);
    feed.want(request(2), true);
    await runs[1]!.finish();
    await runs[0]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([2, false]);
  });

  test('coming to rest with two runs under way ends settled, with one full run', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), true);
    feed.want(request(2), true);
    feed.want(request(2), false);
    await runs[0]!.finish();
    expect(runs).toHaveLength(2);
    await runs[1]!.finish();
    expect(asked().slice(2)).toEqual([[2, full]]);
    expect(runs[2]!.moving).toBe(false);
    await runs[2]!.finish();
    expect([feed.settled, runs.length]).toEqual([true, 3]);
  });

  test('there is no full run until it rests', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), true);
    await runs[0]!.finish();
    expect(runs).toHaveLength(1);
    feed.want(request(1), false);
    expect(asked()).toEqual([
      [1, moving],
      [1, full],
    ]);
    await runs[1]!.finish();
    expect(feed.settled).toBe(true);
  });

  test('old answers are given back, never the shown one nor any that a frame may still draw, and none of all trials', async () => {
    const { feed, runs, givenBack } = start();
    feed.want(request(0), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    const shown: unknown[] = [];
    for (let step = 1; step <= 7; step++) {
      feed.want(request(step), true);
      await runs.at(-1)!.finish();
      shown.push(feed.result);
      expect(givenBack).toEqual(shown.slice(0, Math.max(0, step - 4)));
    }
    feed.want(request(7), false);
    await runs.at(-1)!.finish();
    expect(feed.settled).toBe(true);
    expect(givenBack).toEqual(shown.slice(0, 3));
  });

  test('what a page shows that is not drawn again is left alone, however many answers follow', async () => {
    const { feed, runs, givenBack } = start();
    feed.want(request(1), true);
    await runs[0]!.finish();
    const shown = feed.result;
    const frames: (() => void)[] = [];
    vi.stubGlobal('document', { hidden: false });
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
    try {
      for (let step = 2; step <= 9; step++) {
        feed.want(request(step), true);
        await runs.at(-1)!.finish();
      }
      expect(feed.result).toBe(shown);
      expect(givenBack).toHaveLength(4);
      expect(givenBack).not.toContain(shown);
      for (const draw of frames) draw();
      expect(feed.result!.request.drivers.revenueUplift).toBe(9);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('coming to rest during a coarse run leads straight on to the full one', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), true);
    feed.want(request(1), false);
    await runs[0]!.finish();
    expect(asked()).toEqual([
      [1, moving],
      [1, full],
    ]);
  });
});

describe('a run for a moving hand', () => {
  test('gets fewer trials where several share the workers', async () => {
    const { engine, runs, asked } = fakeEngine();
    const feed = new SimulationFeed({ ...engine, lastMs: () => 20 }, () => 3);
    for (let value = 1; value <= 6; value++) {
      feed.want(request(value), true);
      await runs.at(-1)!.finish();
    }
    expect(asked().at(-1)).toEqual([6, 32_768]);
  });

  test('counts only the series looked at; at rest all of them are', async () => {
    const { feed, runs } = start();
    const away = feed.look('customers');
    feed.want(request(1), true);
    expect(runs[0]!.request.fans).toEqual(['cumulative', 'customers']);
    away();
    await runs[0]!.finish();
    feed.want(request(1), false);
    expect(runs[1]!.request.fans).toBeUndefined();
    await runs[1]!.finish();
    feed.want(request(2), true);
    expect(runs[2]!.request.fans).toEqual(['cumulative']);
  });

  test('that had all trials but not all series is followed by one that has', async () => {
    const { feed, runs, asked } = start();
    for (let value = 1; value <= 21; value++) {
      feed.want(request(value), true);
      await runs.at(-1)!.finish();
    }
    expect(asked().at(-1)).toEqual([21, full]);
    expect(feed.settled).toBe(false);
    feed.want(request(21), false);
    await runs.at(-1)!.finish();
    expect([runs.length, feed.settled]).toEqual([22, true]);
  });
});

describe('a newer case', () => {
  test('takes over from a full run at once, and the old picture stays until the new one is ready', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    feed.want(request(2), true);
    expect(asked()).toEqual([
      [1, coarse],
      [1, full],
      [2, moving],
    ]);
    await runs[1]!.giveUp();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([1, true]);
    await runs[2]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([2, false]);
  });

  test.each(['before', 'after'])('is never overtaken by a late answer, %s its own', async (when) => {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    feed.want(request(2), false);
    const [late, newer] = [runs[1]!, runs[2]!];
    if (when === 'before') await late.finish();
    await newer.finish();
    if (when === 'after') await late.finish();
    expect(feed.result!.request.drivers.revenueUplift).toBe(2);
    await runs[3]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.settled]).toEqual([2, true]);
    expect(runs).toHaveLength(4);
  });

  test('that comes during the full run of another, again and again, ends settled', async () => {
    const { feed, runs, asked } = start();
    for (let value = 1; value <= 5; value++) {
      feed.want(request(value), false);
      await runs.at(-1)!.finish();
      if (value < 5) expect(feed.settled).toBe(false);
    }
    await runs.at(-1)!.finish();
    expect(asked().at(-1)).toEqual([5, full]);
    expect([feed.result!.request.drivers.revenueUplift, feed.settled]).toEqual([5, true]);
  });
});

describe('a run that fails', () => {
  test('does not keep the next case from being asked for', async () => {
    const { feed, runs, asked } = start();
    const reported = vi.fn();
    process.on('unhandledRejection', reported);
    const others = process.listeners('unhandledRejection').filter((listener) => listener !== reported);
    others.forEach((listener) => process.off('unhandledRejection', listener));
    feed.want(request(1), false);
    await runs[0]!.fail();
    await new Promise((resolve) => setTimeout(resolve));
    others.forEach((listener) => process.on('unhandledRejection', listener));
    process.off('unhandledRejection', reported);
    expect(reported).toHaveBeenCalledOnce();
    feed.want(request(2), false);
    expect(asked()).toEqual([
      [1, coarse],
      [2, coarse],
    ]);
    await runs[1]!.finish();
    expect(feed.stale).toBe(false);
  });

  test('for a hand that has come to rest meanwhile is asked for again', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    feed.want(request(2), true);
    feed.want(request(2), false);
    await runs[2]!.fail();
    expect(asked().slice(3)).toEqual([[2, coarse]]);
    await runs[3]!.finish();
    await runs[4]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.settled]).toEqual([2, true]);
  });

  test('for a case that is wanted no more is left behind', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), true);
    feed.want(request(2), true);
    await runs[0]!.fail();
    expect(asked()).toEqual([
      [1, moving],
      [2, moving],
    ]);
    await runs[1]!.finish();
    expect([feed.result!.request.drivers.revenueUplift, feed.stale]).toEqual([2, false]);
  });
});

describe('refining', () => {
  async function settled() {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await runs[1]!.finish();
    return feed;
  }

  test('more trials take the place of fewer, and stay when nothing changes', async () => {
    const feed = await settled();
    const refining = feed.refine('npv');
    expect(feed.refining).toBe(true);
    await refining;
    expect([feed.refining, feed.settled, feed.result!.request.trials]).toEqual([false, true, 2 * full]);
    feed.want(request(1), false);
    expect(feed.result!.request.trials).toBe(2 * full);
  });

  test('a run that is stopped keeps what it had', async () => {
    const feed = await settled();
    const refining = feed.refine('npv');
    feed.stop();
    await refining;
    expect([feed.refining, feed.result!.request.trials]).toEqual([false, full]);
  });

  test('nothing is refined before all trials are in', async () => {
    const { feed, runs } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    await feed.refine('npv');
    expect(feed.result!.request.trials).toBe(coarse);
  });
});
