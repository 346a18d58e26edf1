import { expect, test } from 'vitest';
import { createMovingTrials } from '$lib/state/movingTrials';

const full = 131_072;

/** Runs that take so many milliseconds for a thousand trials, and the trials they ended with. */
function after(runs: number, msPerThousand: number): number {
  const moving = createMovingTrials();
  for (let run = 0; run < runs; run++) {
    const trials = moving.of(full);
    moving.took(trials, (trials / 1024) * msPerThousand);
  }
  return moving.of(full);
}

test('a quick machine gets to all trials, and never beyond', () => {
  expect(after(0, 0)).toBe(65_536);
  expect(after(40, 0.05)).toBe(full);
  expect(createMovingTrials().of(256)).toBe(256);
});

test('a slow one ends with what it computes within two frames, but not with nothing', () => {
  expect(after(40, 1.1)).toBe(24_576);
  expect(after(40, 4)).toBe(8192);
  expect(after(40, 100)).toBe(4096);
});

test('a machine much slower than thought is known after five answers, and what passes is made up for', () => {
  const moving = createMovingTrials();
  for (let run = 0; run < 5; run++) moving.took(moving.of(full), 300);
  expect(moving.of(full)).toBe(6144);
  for (let run = 0; run < 5; run++) moving.took(moving.of(full), 8);
  expect(moving.of(full)).toBe(8192);
});

test('two slow answers of five are not yet a slow machine', () => {
  const moving = createMovingTrials();
  for (const ms of [60, 25, 60, 25, 25, 60, 25, 60, 25]) moving.took(moving.of(full), ms);
  expect(moving.of(full)).toBe(65_536);
});
