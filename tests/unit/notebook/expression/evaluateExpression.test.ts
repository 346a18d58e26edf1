import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateLifted, evaluateNumber, evaluatePoint } from '$lib/notebook/expression/evaluateExpression';
import type { Expression } from '$lib/notebook/expression/expression';
import { definitionOf, isFunctionName } from '$lib/notebook/expression/functions';
import { parseExpression } from '$lib/notebook/expression/parseExpression';
import { whyMissing } from '$lib/notebook/expression/whyMissing';
import { clv } from '$lib/metrics/clv';
import { irr } from '$lib/metrics/irr';
import { npv } from '$lib/metrics/npv';
import { payback } from '$lib/metrics/payback';
import { anExpression } from './arbitraries';

function read(text: string): Expression {
  const parsed = parseExpression(text, 'canonical');
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.tag}`);
  return parsed.value;
}
const value = (text: string, values: Record<string, number | null> = {}) =>
  evaluatePoint(read(text), (path) => values[path]!);
/** Over samples: +∞ is never, NaN not defined. */
const sample = (text: string, values: Record<string, readonly number[]>) => {
  const trials = Object.values(values)[0]!.length;
  const result = evaluateLifted(read(text), (path) => Float64Array.from(values[path]!), trials);
  return typeof result === 'number' ? result : [...result];
};

describe('a formula over numbers', () => {
  it('computes as written', () => {
    expect(value('-2^2')).toBe(-4);
    expect(value('2^3^2')).toBe(512);
    expect(value('2^-1')).toBe(0.5);
    expect(value('5%')).toBe(0.05);
    expect(value('7.4%')).toBe(0.074);
    expect(value('100 * 5%')).toBe(5);
    expect(value('(50 + 50)%')).toBe(1);
    expect(value('10 - 4 - 3')).toBe(3);
    expect(value('3 < 4')).toBe(1);
    expect(value('3 >= 4')).toBe(0);
    expect(value('min(3, 1, 2) + max(3, 1, 2) * sum(3, 1, 2)')).toBe(19);
    expect(value('if(3 > 4, 1, 2)')).toBe(2);
    expect(value('abs(-3) + sqrt(16) + exp(0) + ln(1)')).toBe(8);
    expect(value('price * 2', { price: 21 })).toBe(42);
  });

  it('rounds half away from zero, as a reader of decimals expects', () => {
    expect(value('round(2.5)')).toBe(3);
    expect(value('round(-2.5)')).toBe(-3);
    expect(value('round(1.005, 2)')).toBe(1.01);
    expect(value('round(1234, -2)')).toBe(1200);
    expect(value('round(2.5, 0.5)')).toBeNull();
  });

  it("gives the model's own functions", () => {
    expect(value('npv(10%, -200, 50, 60, 70, 200)')).toBe(npv(0.1, [-200, 50, 60, 70, 200]));
    expect(value('irr(-80000, 20000, 20000, 20000, 20000, 20000, 20000)')).toBeCloseTo(0.12978, 5);
    expect(value('irr(-100, 60, 70)')).toBe(irr([-100, 60, 70]));
    // A steady gain of 4 a month earns 10 back in two and a half months, as the flows −10, 4, 4, 4 do.
    expect(value('payback(10, 4)')).toBe(payback([-10, 4, 4, 4]));
    expect(value('payback(0, 4)')).toBe(0);
    expect(value('payback(10, 0)')).toBeNull();
    expect(value('clv(100, 0.8, 0.1)')).toBe(clv({ margin: 100, retention: 0.8, discountRate: 0.1 }));
    expect(value('clv(100, 1, 0)')).toBeNull();
  });

  it('leaves reductions of a number as they are', () => {
    expect(value('mean(3) + median(3) + percentile(3, 5%)')).toBe(9);
    expect(value('probability(3 > 2)')).toBe(1);
  });

  it('is null, and says why, where there is no answer', () => {
    const why = (text: string, values: Record<string, number> = {}) => {
      expect(value(text, values)).toBeNull();
      return whyMissing(read(text), (path) => values[path]!);
    };
    expect(why('1 / (x - 2)', { x: 2 })).toMatchObject({ tag: 'divisionByZero' });
    expect(why('1 + 2 / 0 + 1')).toMatchObject({ tag: 'divisionByZero', part: { operator: '/' } });
    expect(why('0^-1')).toMatchObject({ tag: 'divisionByZero' });
    expect(why('sqrt(-1)')).toMatchObject({ tag: 'noAnswer', name: 'sqrt' });
    expect(why('ln(0)')).toMatchObject({ tag: 'noAnswer', name: 'ln' });
    expect(why('(-8)^0.5')).toMatchObject({ tag: 'noAnswer' });
    expect(why('exp(1000)')).toMatchObject({ tag: 'tooLarge' });
    expect(why('sum(1e308, 1e308)')).toMatchObject({ tag: 'tooLarge' });
    expect(why('exp(ln(0))')).toMatchObject({ tag: 'noAnswer', name: 'ln' });
    expect(why('1e300 * 1e300')).toMatchObject({ tag: 'tooLarge' });
    expect(why('1 + x', { x: Infinity })).toEqual({ tag: 'reads', path: 'x' });
    expect(whyMissing(read('1 + 2'), () => NaN)).toBeNull();
  });
});

describe('"never" and "not defined"', () => {
  const [never, undefinedValue] = [Infinity, NaN];

  it('never ranks last: comparisons and least values know it', () => {
    expect(value('payback <= 12', { payback: null })).toBe(0);
    expect(value('min(payback, 60)', { payback: null })).toBe(60);
    expect(value('max(payback, 60)', { payback: null })).toBeNull();
    expect(sample('x <= 12', { x: [3, never, 20] })).toEqual([1, 0, 0]);
  });

  it('goes through arithmetic as an infinity that is truly there, and never becomes a negative one', () => {
    expect(sample('x + 3', { x: [never] })).toEqual([never]);
    expect(sample('1 / x', { x: [never] })).toEqual([0]);
    for (const text of ['x - x', '3 - x', '0 * x', '-x', 'x * (0 - 2)', 'x / 0', 'x - y'])
      expect(sample(text, { x: [never], y: [never] })).toEqual([undefinedValue]);
  });

  it('arithmetic of finite numbers is never "never"', () => {
    for (const text of ['x / 0', 'x * 1e300', 'x^9', 'exp(x)', 'x + x'])
      expect(sample(text, { x: [1.7e308] })).toEqual([undefinedValue]);
  });

  it('a choice takes only the branch it needs', () => {
    expect(sample('if(x > 0, 1 / x, 0)', { x: [0, 2, undefinedValue] })).toEqual([0, 0.5, undefinedValue]);
    expect(value('if(1 < 2, 5, 1 / 0)')).toBe(5);
  });

  it('probability, mean and percentiles say of what they are', () => {
    const x = [1, 2, 3, never, undefinedValue];
    expect(sample('probability(x <= 2)', { x })).toBe(0.5);
    expect(sample('mean(x)', { x })).toBe(2);
    expect(sample('median(x)', { x })).toBe(2.5);
    expect(sample('percentile(x, 95%)', { x })).toBe(never);
    expect(sample('percentile(x, 2)', { x })).toBeNaN();
    expect(sample('mean(x)', { x: [never, never] })).toBe(never);
    expect(sample('mean(x)', { x: [undefinedValue] })).toBeNaN();
  });
});

describe('a formula over samples', () => {
  const values = ['a', 'b', 'base.npv', 'hinta_1'] as const;
  const anItem = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, Infinity, NaN) },
  );
  const reduces = (expression: Expression): boolean => {
    if (expression.tag === 'call')
      return (
        (isFunctionName(expression.name) && definitionOf(expression.name).reduces === true) ||
        expression.args.some(reduces)
      );
    if (expression.tag === 'binary') return reduces(expression.left) || reduces(expression.right);
    return expression.tag === 'negate' || expression.tag === 'percent' ? reduces(expression.of) : false;
  };

  it('is, in each trial, what the numbers of that trial give', () => {
    const samples = fc.tuple(...values.map(() => fc.array(anItem, { minLength: 37, maxLength: 41 })));
    fc.assert(
      fc.property(
        anExpression(values).filter((expression) => !reduces(expression)),
        fc.tuple(...values.map(() => fc.boolean())),
        samples,
        (expression, certain, items) => {
          const columns = Object.fromEntries(
            values.map((name, k) => [
              name,
              Float64Array.from({ length: 1500 }, (_, i) => items[k]![i % items[k]!.length]!),
            ]),
          );
          const isCertain = Object.fromEntries(values.map((name, k) => [name, certain[k]!]));
          const lifted = evaluateLifted(
            expression,
            (path) => (isCertain[path] ? columns[path]![0]! : columns[path]!),
            1500,
          );
          for (const trial of [0, 1, 700, 1023, 1024, 1499]) {
            const number = evaluateNumber(expression, (path) => columns[path]![isCertain[path] ? 0 : trial]!);
            const there = typeof lifted === 'number' ? lifted : lifted[trial]!;
            // Object.is, but for the sign of zero, which nobody sees.
            expect(there + 0).toBe(number + 0);
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  it('leaves what it reads as it was, and computes the same again', () => {
    const a = Float64Array.from({ length: 3000 }, (_, i) => i - 1500);
    const before = a.slice();
    const expression = read('(a + 1) * (a - 1) / if(a > 0, a, -a) + max(a, 3 - a) - npv(5%, a, 1)');
    const first = evaluateLifted(expression, () => a, 3000);
    expect(a).toEqual(before);
    expect(evaluateLifted(expression, () => a, 3000)).toEqual(first);
  });

  it('is exactly zero for a value minus itself', () => {
    const x = Array.from({ length: 2000 }, (_, i) => Math.sin(i) * 1e6);
    expect(sample('x - x', { x })).toEqual(x.map(() => 0));
    expect(sample('max(x - x)', { x })).toEqual(x.map(() => 0));
  });

  it('may compute further with what a sample was reduced to', () => {
    const x = [1, 2, 3, 4, 5];
    expect(sample('x - mean(x)', { x })).toEqual([-2, -1, 0, 1, 2]);
    expect(sample('probability(x > mean(x)) * 100', { x })).toBe(40);
    expect(sample('percentile(x, median(x) / 6)', { x })).toBe(3);
  });
});

describe('a name that stands for nothing', () => {
  it('is not defined', () => {
    expect(evaluateNumber(read('x + 1'), () => NaN)).toBeNaN();
  });
});
