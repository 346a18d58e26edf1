import { expect, test } from 'vitest';
import { steadyDomain } from '$lib/charts/steadyDomain';

test('a domain is exact at rest', () => {
  expect(steadyDomain([-10, 90])).toEqual([-10, 90]);
});

test('a held domain is kept while it holds the values and is at most twice too wide', () => {
  expect(steadyDomain([0, 90], [0, 100])).toEqual([0, 100]);
  expect(steadyDomain([0, 100], [0, 100])).toEqual([0, 100]);
  expect(steadyDomain([0, 50], [0, 100])).toEqual([0, 100]);
  expect(steadyDomain([-5, 90], [-10, 100])).toEqual([-10, 100]);
});

test('one that no longer serves gives way to one with a quarter to spare', () => {
  expect(steadyDomain([0, 120], [0, 100])).toEqual([0, 150]);
  expect(steadyDomain([-20, 80], [-10, 100])).toEqual([-25, 100]);
  expect(steadyDomain([0, 40], [0, 100])).toEqual([0, 50]);
});

test('a sweep up and down changes the axis a few times, not in every frame, and always holds the values', () => {
  const tops = Array.from({ length: 400 }, (_, frame) => 100 + 900 * Math.sin((frame / 400) * Math.PI));
  let held = steadyDomain([0, tops[0]!]);
  let changes = 0;
  for (const top of tops) {
    const next = steadyDomain([0, top], held);
    if (next !== held) changes++;
    expect(next[1]).toBeGreaterThanOrEqual(top);
    expect(next[1]).toBeLessThanOrEqual(2 * top);
    held = next;
  }
  expect(changes).toBeLessThan(20);
});
