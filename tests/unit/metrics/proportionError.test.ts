import { expect, test } from 'vitest';
import { proportionError } from '$lib/metrics/proportionError';

test('four times the trials halve the error', () => {
  expect(proportionError(0.3, 4000)).toBeCloseTo((proportionError(0.3, 1000) ?? NaN) / 2, 12);
});

test('a proportion of 0 or 1 shows no error, and a half the largest', () => {
  expect(proportionError(0, 100)).toBe(0);
  expect(proportionError(1, 100)).toBe(0);
  expect(proportionError(0.5, 100)).toBeCloseTo(0.05, 12);
});

test('without trials, or for what is no proportion, it is null', () => {
  expect(proportionError(0.5, 0)).toBeNull();
  expect(proportionError(1.2, 100)).toBeNull();
  expect(proportionError(-0.1, 100)).toBeNull();
});
