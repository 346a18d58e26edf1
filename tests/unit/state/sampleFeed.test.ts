import { expect, it } from 'vitest';
import type { Published } from '$lib/notebook/published';
import type { SampleEngine } from '$lib/notebook/samples/sampleEngine';
import type { SampleJob, SampleSummary } from '$lib/notebook/samples/sampleJob';
import { SampleFeed } from '$lib/state/sampleFeed.svelte';

/** An engine that answers when told to. */
function fakeEngine() {
  const asked: { job: SampleJob; answer: (summary: SampleSummary | null) => void }[] = [];
  const engine: SampleEngine = {
    summary: (_, job) => new Promise((answer) => asked.push({ job, answer })),
    close: () => {},
  };
  return { engine, asked };
}
const number = (value: number): SampleSummary => ({ tag: 'number', value });
const job = (value: number, trials = 131_072): SampleJob => ({
  published: { value, unit: 'money' } satisfies Published,
  seed: 1,
  sampler: 'sobol',
  trials,
});
function start() {
  const { engine, asked } = fakeEngine();
  const feed = new SampleFeed(async () => engine, 0);
  const until = (count: number) => expect.poll(() => asked.length).toBe(count);
  return { feed, asked, until };
}

it('answers coarsely first, then with all trials', async () => {
  const { feed, asked, until } = start();
  const wanted = job(1);
  feed.want(wanted, false);
  await until(1);
  expect(asked[0]!.job.trials).toBe(4096);
  asked[0]!.answer(number(1));
  await until(2);
  expect(feed.summary).toEqual(number(1));
  expect(feed.settled).toBe(false);
  expect(asked[1]!.job.trials).toBe(131_072);
  asked[1]!.answer(number(2));
  await expect.poll(() => feed.settled).toBe(true);
  feed.want({ ...wanted }, false);
  await Promise.resolve();
  expect(asked.length).toBe(2);
});

it('stays coarse while a hand moves, and is full when it rests', async () => {
  const { feed, asked, until } = start();
  const wanted = job(1);
  feed.want(wanted, true);
  await until(1);
  asked[0]!.answer(number(1));
  await expect.poll(() => feed.summary).toEqual(number(1));
  expect(asked.length).toBe(1);
  feed.want(wanted, false);
  await until(2);
  expect(asked[1]!.job.trials).toBe(131_072);
});

it('lets a coarse pass finish, then asks for the newest', async () => {
  const { feed, asked, until } = start();
  feed.want(job(1), true);
  await until(1);
  feed.want(job(2), true);
  const last = job(3);
  feed.want(last, true);
  expect(asked.length).toBe(1);
  asked[0]!.answer(number(1));
  await until(2);
  expect(feed.stale).toBe(true);
  expect(asked[1]!.job.published).toBe(last.published);
  asked[1]!.answer(number(3));
  await expect.poll(() => feed.stale).toBe(false);
});

it('lets a full pass be overtaken', async () => {
  const { feed, asked, until } = start();
  feed.want(job(1), false);
  await until(1);
  asked[0]!.answer(number(1));
  await until(2);
  const next = job(2);
  feed.want(next, true);
  await until(3);
  // The engine gives up the one that nobody waits for.
  asked[1]!.answer(null);
  asked[2]!.answer(number(2));
  await expect.poll(() => feed.summary).toEqual(number(2));
  expect(asked.length).toBe(3);
  feed.want(next, false);
  await until(4);
});

it('shows nothing of what is certain', async () => {
  const { feed, asked, until } = start();
  feed.want(job(1), true);
  await until(1);
  feed.want(null, true);
  asked[0]!.answer(number(1));
  await Promise.resolve();
  expect(feed.summary).toBeNull();
});
