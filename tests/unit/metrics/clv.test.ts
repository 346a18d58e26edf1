import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clv, clvDivergence, clvShareAfter, type ClvTiming } from '$lib/metrics/clv';

const timings: ClvTiming[] = ['immediate', 'endOfPeriod', 'arrears', 'midPeriod'];
const ratio = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const assumptions = fc.record({
  margin: ratio(-1000, 1000),
  retention: ratio(0, 0.98),
  discountRate: ratio(0, 0.5),
  timing: fc.constantFrom(...timings),
});

/** The sum written out margin by margin: when it arrives and the chance that the customer is still there. */
function writtenOut(timing: ClvTiming, margin: number, r: number, d: number, g: number, periods: number): number {
  const offset = { immediate: 0, midPeriod: 0.5, arrears: 1, endOfPeriod: 1 }[timing];
  let sum = 0;
  for (let k = 0; k < periods; k++) {
    const staying = Math.pow(r, timing === 'endOfPeriod' ? k + 1 : k);
    sum += (margin * Math.pow(1 + g, k) * staying) / Math.pow(1 + d, k + offset);
  }
  return sum;
}

describe.each(timings)('%s', (timing) => {
  test('a finite horizon is the sum of its margins, growth or not', () => {
    fc.assert(
      fc.property(ratio(0, 1), ratio(-0.2, 0.5), ratio(-0.1, 0.1), fc.nat(60), (r, d, g, periods) => {
        const value = clv({ margin: 10, retention: r, discountRate: d, growth: g, timing, periods });
        const sum = writtenOut(timing, 10, r, d, g, periods);
        expect(value).not.toBeNull();
        expect(Math.abs((value ?? NaN) - sum)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(sum)));
      }),
    );
  });

  test('a horizon beyond every customer is the infinite one', () => {
    fc.assert(
      fc.property(assumptions, (assumptions) => {
        const infinite = clv({ ...assumptions, timing }) ?? NaN;
        expect(clv({ ...assumptions, timing, periods: 5000 })).toBeCloseTo(infinite, 6);
        expect(clv({ ...assumptions, timing, periods: null })).toBe(infinite);
      }),
    );
  });

  test('a horizon adds up from its parts', () => {
    const monthly = { margin: 10, retention: 0.97, discountRate: 0.01, timing };
    const later = 10 * Math.pow(0.97 / 1.01, 12);
    const parts = (clv({ ...monthly, periods: 12 }) ?? NaN) + (clv({ ...monthly, margin: later, periods: 24 }) ?? NaN);
    expect(clv({ ...monthly, periods: 36 })).toBeCloseTo(parts, 9);
  });

  test('more churn never raises the value of a profitable customer', () => {
    fc.assert(
      fc.property(ratio(0, 1), ratio(0, 1), ratio(0.01, 0.5), (one, other, discountRate) => {
        const [more, less] = [Math.min(one, other), Math.max(one, other)];
        const loyal = clv({ margin: 100, retention: less, discountRate, timing }) ?? NaN;
        const fickle = clv({ margin: 100, retention: more, discountRate, timing }) ?? NaN;
        expect(fickle).toBeLessThanOrEqual(loyal);
      }),
    );
  });

  test('no margin is no value, and a loss per period is a negative one', () => {
    expect(clv({ margin: 0, retention: 0.8, discountRate: 0.1, timing })).toBeCloseTo(0, 12);
    expect(clv({ margin: -100, retention: 0.8, discountRate: 0.1, timing })).toBeLessThan(0);
  });
});

test('the conventions differ by (1+d)/r from first to last, and by (1+d) and its root between', () => {
  fc.assert(
    fc.property(ratio(0.01, 0.98), ratio(0, 0.5), (retention, discountRate) => {
      const value = (timing: ClvTiming) => clv({ margin: 100, retention, discountRate, timing }) ?? NaN;
      expect(value('immediate') / value('endOfPeriod')).toBeCloseTo((1 + discountRate) / retention, 6);
      expect(value('immediate') / value('arrears')).toBeCloseTo(1 + discountRate, 9);
      expect(value('immediate') / value('midPeriod')).toBeCloseTo(Math.sqrt(1 + discountRate), 9);
    }),
  );
});

test('midPeriod is what an unnamed convention means', () => {
  const unnamed = { margin: 10, retention: 0.95, discountRate: 0.01 };
  expect(clv(unnamed)).toBe(clv({ ...unnamed, timing: 'midPeriod' }));
});

test('churn 0 is a perpetuity', () => {
  expect(clv({ margin: 10, retention: 1, discountRate: 0.05, timing: 'arrears' })).toBeCloseTo(200, 9);
});

test('retention 0 is one period, and none for a customer who has just paid', () => {
  expect(clv({ margin: 10, retention: 0, discountRate: 0.05, timing: 'immediate' })).toBe(10);
  expect(clv({ margin: 10, retention: 0, discountRate: 0.05, timing: 'endOfPeriod' })).toBe(0);
  expect(clv({ margin: 10, retention: 0, discountRate: 0.05, timing: 'immediate', periods: 7 })).toBe(10);
});

test('undiscounted, in arrears, it is margin over churn', () => {
  expect(clv({ margin: 30, retention: 0.96, discountRate: 0, timing: 'arrears' })).toBeCloseTo(750, 9);
});

test('when growth exactly offsets churn and discounting, a horizon counts its periods', () => {
  const balanced = { margin: 10, retention: 0.88, discountRate: 0.1, growth: 0.25, timing: 'immediate' } as const;
  expect(clv({ ...balanced, periods: 60 })).toBeCloseTo(600, 9);
  expect(clv(balanced)).toBeNull();
});

test('a value that diverges is null, never the negative number of the formula, and says why', () => {
  const growing = { margin: 100, retention: 0.98, discountRate: 0.01, growth: 0.05 };
  expect(clv(growing)).toBeNull();
  expect(clvDivergence(growing)).toBe('growth');
  const forever = { margin: 100, retention: 1, discountRate: 0 };
  expect(clv(forever)).toBeNull();
  expect(clvDivergence(forever)).toBe('retention');
  const meaningless = { margin: 100, retention: 0.9, discountRate: -1 };
  expect(clv(meaningless)).toBeNull();
  expect(clv({ ...meaningless, periods: 12 })).toBeNull();
  expect(clvDivergence(meaningless)).toBe('discountRate');
});

test('shrinking margins keep an undiscounted customer who never leaves finite', () => {
  const fading = { margin: 100, retention: 1, discountRate: 0, growth: -0.5, timing: 'immediate' } as const;
  expect(clv(fading)).toBeCloseTo(200, 9);
  expect(clvDivergence(fading)).toBeNull();
  expect(clvDivergence({ ...fading, growth: 0 })).toBe('retention');
});

test('a negative discount rate is allowed as long as churn outweighs it', () => {
  expect(clv({ margin: 90, retention: 0.5, discountRate: -0.1, timing: 'immediate' })).toBeCloseTo(202.5, 9);
  expect(clv({ margin: 90, retention: 0.95, discountRate: -0.1, timing: 'immediate' })).toBeNull();
});

test('a value is null exactly where there is a reason for it', () => {
  fc.assert(
    fc.property(ratio(0, 1), ratio(-0.5, 0.5), ratio(-0.5, 0.5), (retention, discountRate, growth) => {
      const assumptions = { margin: 100, retention, discountRate, growth };
      expect(clv(assumptions) === null).toBe(clvDivergence(assumptions) !== null);
    }),
  );
});

test('no periods are worth nothing', () => {
  expect(clv({ margin: 100, retention: 1, discountRate: 0.1, periods: 0 })).toBe(0);
});

test('the share after a number of periods is what the finite horizon leaves out', () => {
  fc.assert(
    fc.property(assumptions, fc.nat(120), (assumptions, periods) => {
      const whole = clv({ ...assumptions, margin: 100, timing: 'midPeriod' }) ?? NaN;
      const part = clv({ ...assumptions, margin: 100, timing: 'midPeriod', periods }) ?? NaN;
      expect(clvShareAfter(assumptions, periods)).toBeCloseTo(1 - part / whole, 9);
    }),
  );
});

test('everything is earned later than now, and nothing of a diverging value has a share', () => {
  expect(clvShareAfter({ margin: 100, retention: 0.9, discountRate: 0.1 }, 0)).toBe(1);
  expect(clvShareAfter({ margin: 100, retention: 0, discountRate: 0.1 }, 1)).toBe(0);
  expect(clvShareAfter({ margin: 100, retention: 1, discountRate: 0 }, 5)).toBeNull();
});
