import { describe, expect, test } from 'vitest';
import { keyTarget, snapToStep, stretchLimits } from '$lib/components/controls/sliderScale';

const free = [0, Number.MAX_SAFE_INTEGER] as const;

describe('stretchLimits', () => {
  test('a figure that fits leaves the limits as they are, the same object', () => {
    const limits = [0, 150_000] as const;
    expect(stretchLimits(limits, [0, 60_392.5, 150_000], free)).toBe(limits);
  });
  test.each([
    [200_000, 250_000],
    [150_001, 200_000],
    [1_000_000, 1_200_000],
    [90_000_000, 120_000_000],
  ])('%d stretches to the round %d', (figure, max) => {
    expect(stretchLimits([0, 150_000], [figure], free)).toEqual([0, max]);
  });
  test('ratios come out round in decimals too', () => {
    expect(stretchLimits([0, 0.2], [0.3], [-1, 10])).toEqual([0, 0.4]);
    expect(stretchLimits([0, 0.2], [0.9], [-1, 10])).toEqual([0, 1.2]);
  });
  test('a negative figure opens the other side', () => {
    expect(stretchLimits([0, 0.6], [-0.15], [-1, 1])).toEqual([-0.2, 0.6]);
  });
  test('hard limits are never passed', () => {
    expect(stretchLimits([0, 0.4], [0.95], [0, 1])).toEqual([0, 1]);
    expect(stretchLimits([0, 0.6], [-0.95], [-1, 1])).toEqual([-1, 0.6]);
  });
  test('several figures all fit', () => {
    expect(stretchLimits([0, 10], [-3, 25], [-100, 100])).toEqual([-4, 30]);
  });
});

describe('snapToStep', () => {
  test('a dragged figure stands on a multiple of the step, without the dust of binary fractions', () => {
    expect(snapToStep(60_392.5, 500, [0, 150_000])).toBe(60_500);
    expect(snapToStep(0.0743, 0.001, [0, 0.2])).toBe(0.074);
    expect(snapToStep(2.94, 0.1, [0, 12])).toBe(2.9);
  });
  test('the ends are reached though they are no multiples', () => {
    expect(snapToStep(2, 10, [1, 1000])).toBe(1);
  });
});

describe('keyTarget', () => {
  const rule = { step: 500, hard: free };
  const limits = [0, 150_000] as const;
  test('arrows take a step, Shift a tenth, Page keys ten', () => {
    expect(keyTarget('ArrowRight', false, 60_392.5, limits, rule)).toBe(60_892.5);
    expect(keyTarget('ArrowUp', true, 60_392.5, limits, rule)).toBe(60_442.5);
    expect(keyTarget('ArrowLeft', false, 60_392.5, limits, rule)).toBe(59_892.5);
    expect(keyTarget('PageUp', false, 60_392.5, limits, rule)).toBe(65_392.5);
    expect(keyTarget('PageDown', false, 60_392.5, limits, rule)).toBe(55_392.5);
  });
  test('there and back again is the figure that was typed', () => {
    const there = keyTarget('ArrowRight', false, 0.0745, [0, 0.2], { step: 0.001, hard: [-1, 10] });
    expect(keyTarget('ArrowLeft', false, there ?? NaN, [0, 0.2], { step: 0.001, hard: [-1, 10] })).toBe(0.0745);
  });
  test('Home and End are the ends of the scale, and no key passes them', () => {
    expect(keyTarget('Home', false, 60_392.5, limits, rule)).toBe(0);
    expect(keyTarget('End', false, 60_392.5, limits, rule)).toBe(150_000);
    expect(keyTarget('PageUp', false, 149_000, limits, rule)).toBe(150_000);
  });
  test('a whole figure stays whole under Shift', () => {
    expect(keyTarget('ArrowRight', true, 400, [1, 1000], { step: 10, hard: free, whole: true })).toBe(401);
    expect(keyTarget('ArrowRight', true, 36, [1, 120], { step: 1, hard: [1, 120], whole: true })).toBe(37);
  });
  test('other keys are left to the page', () => {
    expect(keyTarget('Tab', false, 1, limits, rule)).toBeNull();
    expect(keyTarget('a', false, 1, limits, rule)).toBeNull();
  });
});
