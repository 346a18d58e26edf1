import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRange } from '$lib/uncertainty/checkRange';
import { moveRange } from '$lib/uncertainty/moveRange';
import type { Range } from '$lib/uncertainty/range';
import { suggestRange, suggestShape } from '$lib/uncertainty/suggestRange';
import { toDistribution } from '$lib/uncertainty/toDistribution';

describe('toDistribution', () => {
  test('puts the stated ends on their percentiles', () => {
    for (const shape of ['lognormal', 'normal'] as const) {
      const five = toDistribution({ shape, ends: 'p5p95', low: 5, high: 10 });
      expect([five.quantile(0.05), five.quantile(0.95)].map((x) => +x.toFixed(12))).toEqual([5, 10]);
      const ten = toDistribution({ shape, ends: 'p10p90', low: 5, high: 10 });
      expect([ten.quantile(0.1), ten.quantile(0.9)].map((x) => +x.toFixed(12))).toEqual([5, 10]);
    }
  });
  test('the median of a lognormal is the geometric middle, of a normal the arithmetic one', () => {
    expect(toDistribution({ shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 }).quantile(0.5)).toBeCloseTo(
      7.0710678118654755,
      14,
    );
    expect(toDistribution({ shape: 'normal', ends: 'p5p95', low: -2, high: 8 }).quantile(0.5)).toBe(3);
  });
  test('has the published moments of a lognormal P5–P95 of 5–10', () => {
    const law = toDistribution({ shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 });
    const sigma = Math.log(2) / (2 * 1.6448536269514722);
    expect(law.mean).toBeCloseTo(Math.sqrt(50) * Math.exp(sigma ** 2 / 2), 12);
    expect(law.variance).toBeCloseTo(50 * Math.exp(sigma ** 2) * (Math.exp(sigma ** 2) - 1), 12);
  });
  test('cuts a normal to the limits after the fit: the mean shifts inwards', () => {
    const range: Range = { shape: 'normal', ends: 'p5p95', low: 0.001, high: 0.1 };
    const whole = toDistribution(range);
    const cut = toDistribution(range, [0, 1]);
    expect(whole.cdf(0)).toBeGreaterThan(0.04);
    expect(cut.cdf(0)).toBe(0);
    expect(cut.mean).toBeGreaterThan(whole.mean);
    expect(cut.quantile(0.05)).toBeGreaterThan(0.001);
    const p = whole.cdf(0);
    expect(cut.quantile(0.3)).toBeCloseTo(whole.quantile(p + 0.3 * (1 - p)), 9);
  });
  test('a limit too far away to matter changes no draw', () => {
    const range: Range = { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 };
    const near = toDistribution(range, [0, 1]);
    for (const p of [2 ** -33, 0.1, 0.5, 0.9]) expect(near.quantile(p)).toBe(toDistribution(range).quantile(p));
    expect(toDistribution(range, [-Infinity, Infinity]).mean).toBeCloseTo(0.243, 15);
  });
  test('a mode left out is the middle', () => {
    for (const shape of ['pert', 'triangular'] as const) {
      const range = { shape, ends: 'minmax', low: 2, high: 10 } as const;
      expect(toDistribution(range).quantile(0.3)).toBe(toDistribution({ ...range, mode: 6 }).quantile(0.3));
    }
    expect(toDistribution({ shape: 'uniform', ends: 'minmax', low: 2, high: 10 }).mean).toBe(6);
  });
  test('equal ends are certainty', () => {
    for (const shape of ['lognormal', 'normal', 'pert', 'triangular', 'uniform'] as const) {
      const ends = shape === 'lognormal' || shape === 'normal' ? 'p10p90' : 'minmax';
      const law = toDistribution({ shape, ends, low: 7, high: 7 }, [0, 10]);
      expect([law.quantile(0.2), law.mean, law.variance]).toEqual([7, 7, 0]);
    }
  });
  test('an impossible range is a programmer’s mistake', () => {
    expect(() => toDistribution({ shape: 'normal', ends: 'p5p95', low: 2, high: 1 })).toThrow(
      'impossible range: lowAboveHigh {"shape":"normal","ends":"p5p95","low":2,"high":1}',
    );
  });
});

describe('checkRange', () => {
  test('names what is wrong', () => {
    expect(checkRange({ shape: 'normal', ends: 'p5p95', low: 2, high: 1 })).toEqual({
      kind: 'lowAboveHigh',
      low: 2,
      high: 1,
    });
    expect(checkRange({ shape: 'lognormal', ends: 'p5p95', low: 0, high: 1 })).toEqual({
      kind: 'lowNotPositive',
      low: 0,
    });
    expect(checkRange({ shape: 'pert', ends: 'minmax', low: 0, high: 1, mode: 2 })).toEqual({
      kind: 'modeOutside',
      mode: 2,
      low: 0,
      high: 1,
    });
    expect(checkRange({ shape: 'pert', ends: 'p5p95', low: 0, high: 1 })).toEqual({
      kind: 'endsDoNotFit',
      shape: 'pert',
      ends: 'p5p95',
    });
    expect(checkRange({ shape: 'normal', ends: 'minmax', low: 0, high: 1 })?.kind).toBe('endsDoNotFit');
    expect(checkRange({ shape: 'uniform', ends: 'minmax', low: NaN, high: 1 })).toEqual({ kind: 'notANumber' });
    expect(checkRange({ shape: 'uniform', ends: 'minmax', low: 0, high: Infinity })).toEqual({ kind: 'notANumber' });
    expect(checkRange({ shape: 'uniform', ends: 'minmax', low: 0, high: 1e200 })).toEqual({ kind: 'tooLarge' });
  });
  test('has nothing against the template’s ranges, or against certainty', () => {
    expect(checkRange({ shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 })).toBeNull();
    expect(checkRange({ shape: 'triangular', ends: 'minmax', low: 1, high: 1, mode: 1 })).toBeNull();
  });
  test('every range it lets through has finite figures', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const range = fc
      .tuple(fc.constantFrom('lognormal', 'normal', 'pert', 'triangular', 'uniform'), number, number, number)
      .map(([shape, a, b, c]): Range => {
        const [low, mode, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const byPercentiles = shape === 'lognormal' || shape === 'normal';
        return { shape, ends: byPercentiles ? 'p5p95' : 'minmax', low, high, ...(byPercentiles ? {} : { mode }) };
      })
      .filter((candidate) => checkRange(candidate) === null);
    expect(() =>
      fc.assert(
        fc.property(range, fc.boolean(), (spec, limited) => {
          const law = limited ? toDistribution(spec, [-10, 10]) : toDistribution(spec);
          return [law.quantile(2 ** -33), law.quantile(0.5), law.cdf(1), law.mean, law.variance].every(Number.isFinite);
        }),
        { numRuns: 1000, seed: 1 },
      ),
    ).not.toThrow();
  });
});

describe('suggestShape', () => {
  const open = [-Infinity, Infinity] as const;
  test('positive numbers are lognormal, those that cross zero normal', () => {
    expect(suggestShape(52_100, 70_000, [0, Infinity])).toBe('lognormal');
    expect(suggestShape(-1, 5, open)).toBe('normal');
    expect(suggestShape(0, 5, open)).toBe('normal');
  });
  test('ratios bounded by 1 are normal, though positive', () => {
    expect(suggestShape(0.078, 0.123, [0, 1])).toBe('normal');
    expect(suggestShape(0.224, 0.262, [-1, 1])).toBe('normal');
  });
  test('three numbers are a PERT', () => {
    expect(suggestShape(1, 3, [0, 1], 2)).toBe('pert');
    expect(suggestRange(1, 3, [0, Infinity], 2)).toEqual({ shape: 'pert', ends: 'minmax', low: 1, high: 3, mode: 2 });
    expect(suggestRange(1, 3, open)).toEqual({ shape: 'lognormal', ends: 'p5p95', low: 1, high: 3 });
  });
});

describe('moveRange', () => {
  const positive: Range = { shape: 'lognormal', ends: 'p5p95', low: 5, high: 10 };
  test('scales a positive range, mode and all', () => {
    expect(moveRange(positive, 7, 14)).toEqual({ ...positive, low: 10, high: 20 });
    expect(moveRange({ shape: 'pert', ends: 'minmax', low: 1, mode: 2, high: 4 }, 2, 1)).toEqual({
      shape: 'pert',
      ends: 'minmax',
      low: 0.5,
      mode: 1,
      high: 2,
    });
  });
  test('shifts any other', () => {
    expect(moveRange({ shape: 'normal', ends: 'p5p95', low: -1, high: 3 }, 1, 0)).toEqual({
      shape: 'normal',
      ends: 'p5p95',
      low: -2,
      high: 2,
    });
    expect(moveRange({ shape: 'uniform', ends: 'minmax', low: 0, high: 2 }, 0, 5)).toMatchObject({ low: 5, high: 7 });
  });
  test('leaves nothing of a positive range whose value moves to 0 or below', () => {
    expect(moveRange(positive, 7, 0)).toBeNull();
    expect(moveRange(positive, 7, -1)).toBeNull();
    expect(moveRange(positive, 0, 7)).toBeNull();
  });
  test('a value that does not move keeps its range as it is', () => {
    expect(moveRange(positive, 0, 0)).toBe(positive);
  });
  test('there and back is where it was, within rounding', () => {
    const value = fc.double({ min: 0.01, max: 1e4, noNaN: true });
    expect(() =>
      fc.assert(
        fc.property(value, value, value, value, (low, width, from, to) => {
          const range: Range = { ...positive, low, high: low + width };
          const back = moveRange(moveRange(range, from, to)!, to, from)!;
          return Math.abs(back.low / range.low - 1) < 1e-14 && Math.abs(back.high / range.high - 1) < 1e-14;
        }),
        { seed: 1 },
      ),
    ).not.toThrow();
    const any = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    expect(() =>
      fc.assert(
        fc.property(any, any, any, value, (from, to, high, width) => {
          const low = Math.min(high - width, Math.min(0, from - to));
          const range: Range = { shape: 'normal', ends: 'p5p95', low, high: Math.max(low, high) };
          const back = moveRange(moveRange(range, from, to)!, to, from)!;
          return Math.abs(back.low - range.low) < 1e-10 && Math.abs(back.high - range.high) < 1e-10;
        }),
        { seed: 1 },
      ),
    ).not.toThrow();
  });
});
