import { describe, expect, test, vi } from 'vitest';
import type { SimulationRequest } from '$lib/simulation/result';
import { coarse, full, moving, request, start, startSettled } from './startFeed';

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
    const { feed, runs } = await startSettled();
    feed.want(request(1), false);
    feed.want(request(1), true);
    expect([runs.length, feed.settled]).toEqual([2, true]);
  });

  test('the same case again, during its full run, lets it run on', async () => {
    const { feed, runs, asked } = start();
    feed.want(request(1), false);
    await runs[0]!.finish();
    feed.want(request(1), false);
    feed.want(request(1), false);
    expect(asked()).toEqual([
      [1, coarse],
      [1, full],
    ]);
    // A hand that moves another scenario asks for this one, too.
    feed.want(request(1), true);
    await runs[1]!.finish();
    expect([feed.result!.request.trials, feed.settled]).toEqual([full, true]);
    feed.want(request(1), false);
    expect(runs).toHaveLength(2);
  });

  test('another seed is another case', async () => {
    const { feed, runs } = await startSettled();
    feed.want({ ...request(1), seed: 2 }, false);
    expect([feed.stale, feed.settled, runs.length]).toEqual([true, false, 3]);
  });

  test.each<[string, Partial<SimulationRequest>]>([
    ['other dependencies', { correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank: 0.8 }] }],
    ['another sampler', { sampler: 'sfc32' }],
    ['an output to compute with', { aligned: ['npv'] }],
  ])('%s are another case', async (_, other) => {
    const { feed, runs } = await startSettled();
    feed.want({ ...request(1), ...other }, false);
    expect([feed.stale, feed.settled, runs.length]).toEqual([true, false, 3]);
    expect(runs[2]!.request).toMatchObject(other);
    await runs[2]!.finish();
    await runs[3]!.finish();
    feed.want({ ...request(1), ...other }, false);
    expect([feed.settled, runs.length]).toEqual([true, 4]);
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
    const { feed, runs, asked } = await startSettled();
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
  test('more trials take the place of fewer, and stay when nothing changes', async () => {
    const { feed } = await startSettled();
    const refining = feed.refine('npv');
    expect(feed.refining).toBe(true);
    await refining;
    expect([feed.refining, feed.settled, feed.result!.request.trials]).toEqual([false, true, 2 * full]);
    feed.want(request(1), false);
    expect(feed.result!.request.trials).toBe(2 * full);
  });

  test('a run that is stopped keeps what it had', async () => {
    const { feed } = await startSettled();
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
