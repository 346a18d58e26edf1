import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRange } from '$lib/uncertainty/checkRange';
import { defaultDrivers, driverKeys, driverTable } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import {
  driverState,
  rangeOf,
  sameDriver,
  toDrivers,
  toRanges,
  type DriverState,
  type Scenario,
  type StatedRange,
} from '$lib/scenario/scenario';

const range: StatedRange = { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000, at: 60_392.5 };
const normal: StatedRange = { shape: 'normal', ends: 'p5p95', low: -0.011, high: 0.137, at: 0.074 };
const pert: StatedRange = { shape: 'pert', ends: 'minmax', low: 2, high: 6, mode: 3, at: 3 };

describe('what is not stored', () => {
  test('follows the driver table', () => {
    expect(toDrivers({})).toEqual(defaultDrivers);
    expect(toDrivers({ customers: { value: 7 } })).toEqual({ ...defaultDrivers, customers: 7 });
    expect(driverState({}, 'newCustomersPerYear')).toEqual({ value: null });
    expect(toRanges({})).toEqual({});
  });
});

describe('a range whose value has moved', () => {
  const stated = { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 };

  test('scales with it when positive, mode and all', () => {
    expect(rangeOf({ value: 2 * 60_392.5, range })).toEqual({ ...stated, low: 104_200, high: 140_000 });
    expect(rangeOf({ value: 6, range: pert })).toEqual({ shape: 'pert', ends: 'minmax', low: 4, high: 12, mode: 6 });
  });

  test('shifts with it when it reaches zero or below', () => {
    const moved = rangeOf({ value: 0.174, range: normal })!;
    expect(moved.low).toBeCloseTo(0.089, 12);
    expect(moved.high).toBeCloseTo(0.237, 12);
  });

  test('is nothing where a positive one is moved down to zero, and is not simulated', () => {
    expect(rangeOf({ value: 0, range })).toBeNull();
    expect(toRanges({ investment: { value: 0, range } })).toEqual({});
  });

  test('is back exactly when the value is, wherever it has been meanwhile', () => {
    const place = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(range, normal, pert), place, (range, place) => {
        const { at, ...stated } = range;
        // A move keeps what was stated: the value alone changes.
        const away: DriverState = { value: place, range };
        expect(() => rangeOf(away)).not.toThrow();
        expect(rangeOf({ ...away, value: at })).toEqual(stated);
      }),
    );
    expect(toRanges({ investment: { ...{ value: 0, range }, value: range.at } })).toEqual({ investment: stated });
  });

  test('is one that can be drawn from, or none: never too large, the wrong way round or no number', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const shape = fc.constantFrom<StatedRange>(range, normal, pert);
    fc.assert(
      fc.property(shape, number, number, number, number, (shape, a, b, at, value) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const stated = { ...shape, low, high, at, ...('mode' in shape && { mode: low }) };
        fc.pre(checkRange(stated) === null);
        const moved = rangeOf({ value, range: stated });
        expect(moved && checkRange(moved)).toBeNull();
      }),
    );
  });
});

test('a driver that takes no range has none, whatever a document says', () => {
  const scenario: Scenario = { customers: { value: 400, range: { ...pert, at: 400 } } };
  expect(toRanges(scenario)).toEqual({});
});

test('as many new customers as leave has no range, because there is no number to have it around', () => {
  expect(toRanges({ newCustomersPerYear: { value: null, range: pert } })).toEqual({});
});

describe('two states of a driver', () => {
  test('are the same when value and every part of the range are', () => {
    expect(sameDriver({ value: 3, range: pert }, { value: 3, range: { ...pert } })).toBe(true);
    expect(sameDriver({ value: null }, { value: null })).toBe(true);
  });

  test.each<[string, DriverState]>([
    ['value', { value: 4, range: pert }],
    ['range', { value: 3 }],
    ['shape', { value: 3, range: { ...pert, shape: 'triangular' } }],
    ['ends', { value: 3, range: { ...pert, ends: 'p5p95' } }],
    ['low', { value: 3, range: { ...pert, low: 1 } }],
    ['high', { value: 3, range: { ...pert, high: 7 } }],
    ['mode', { value: 3, range: { ...pert, mode: 4 } }],
    ['at', { value: 3, range: { ...pert, at: 4 } }],
  ])('differ by their %s', (_, other) => {
    expect(sameDriver({ value: 3, range: pert }, other)).toBe(false);
    expect(sameDriver(other, { value: 3, range: pert })).toBe(false);
  });
});

describe('the bounds of a distribution', () => {
  test('are what the equations need', () => {
    const about = { shape: 'normal', ends: 'p5p95', low: 0.1, high: 0.2 } as const;
    for (const key of driverKeys) {
      if (key !== 'grossMargin') expect(rangeLimits(key, about)).toEqual(driverTable[key].limits);
    }
    expect(rangeLimits('annualChurn', about)).toEqual([0, 1]);
  });

  test('keep a margin that is stated above zero there, and let one stated below be negative', () => {
    const margin = (low: number) => rangeLimits('grossMargin', { shape: 'normal', ends: 'p5p95', low, high: 0.3 });
    expect(margin(0.224)).toEqual([0, 1]);
    expect(margin(0)).toEqual([0, 1]);
    expect(margin(-0.01)).toEqual([-1, 1]);
  });
});
