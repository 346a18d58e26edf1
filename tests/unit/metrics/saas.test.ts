import { expect, test } from 'vitest';
import { magicNumber, quickRatio, ruleOf40 } from '$lib/metrics/saas';

test('the quick ratio is 1 when as much is won as lost, and null when nothing is lost', () => {
  expect(quickRatio({ new: 2000, expansion: 1000, contraction: 1000, churned: 2000 })).toBe(1);
  expect(quickRatio({ new: 0, expansion: 0, contraction: 0, churned: 2000 })).toBe(0);
  expect(quickRatio({ new: 12_000, expansion: 5000, contraction: 0, churned: 0 })).toBeNull();
});

test('the magic number annualises a quarter of growth, and is null when nothing was spent', () => {
  expect(magicNumber(1_100_000, 1_000_000, 400_000)).toBe(1);
  expect(magicNumber(900_000, 1_000_000, 400_000)).toBe(-1);
  expect(magicNumber(1_100_000, 1_000_000, 0)).toBeNull();
});

test('growth makes up for a loss in the rule of 40', () => {
  expect(ruleOf40(0.6, -0.2)).toBeCloseTo(0.4, 12);
});
