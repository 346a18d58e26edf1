import { describe, expect, test, vi } from 'vitest';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { fakeEngine } from './fakeEngine';
import { full, moving, request, start } from './startFeed';

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
