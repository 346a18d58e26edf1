import { expect, test } from 'vitest';
import { profitabilityIndex } from '$lib/metrics/profitabilityIndex';

test('at a rate of 0 it is what comes back per unit invested', () => {
  expect(profitabilityIndex([-100, 60, 90], 0)).toBeCloseTo(1.5, 12);
});

test('at the internal rate of return it is exactly 1', () => {
  expect(profitabilityIndex([-100, 110], 0.1)).toBeCloseTo(1, 12);
});

test('a later outlay lessens what comes back and does not join the investment', () => {
  expect(profitabilityIndex([-100, -50, 200], 0)).toBeCloseTo(1.5, 12);
});

test('it is null when nothing is invested at the decision', () => {
  expect(profitabilityIndex([0, 100], 0.1)).toBeNull();
  expect(profitabilityIndex([100, 100], 0.1)).toBeNull();
  expect(profitabilityIndex([], 0.1)).toBeNull();
  expect(profitabilityIndex([-100, 100], -1)).toBeNull();
});
