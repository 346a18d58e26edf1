import { expect, test } from 'vitest';
import { remembered } from '$lib/charts/remembered';

test('the same arguments give the very same thing, any other a new one', () => {
  let made = 0;
  const pair = remembered((a: unknown, b?: unknown) => ({ a, b, made: ++made }));
  const object = {};
  const first = pair(1, object);
  expect(pair(1, object)).toBe(first);
  expect(pair(NaN, object)).toBe(pair(NaN, object));
  for (const other of [pair(1, {}), pair(2, object), pair(1)]) expect(other).not.toBe(first);
  expect(made).toBe(5);
});

test('only the last few are kept', () => {
  let made = 0;
  const count = remembered((_: number) => ++made, 2);
  for (const x of [1, 2, 3]) count(x);
  expect([count(3), count(2), count(1)]).toEqual([3, 2, 4]);
});
