import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePoint } from '$lib/cells/scenario/cell';
import { explain } from '$lib/cells/scenario/explain';
import { headlineOutputs, type HeadlineOutput } from '$lib/cells/scenario/headline';
import { languages } from '$lib/i18n/language';
import { driverKeys, type Drivers } from '$lib/scenario/drivers';
import type { Scenario } from '$lib/scenario/scenario';
import { allowedDrivers } from '../scenario/arbitraries';
import { formats, readable, unreadable } from './readable';

const toScenario = (drivers: Partial<Drivers>): Scenario =>
  Object.fromEntries(Object.entries(drivers).map(([key, value]) => [key, { value }]));
const told = (output: HeadlineOutput, language: 'fi' | 'en', drivers: Partial<Drivers> = {}) => {
  const { formulas, table, ...rest } = explain(output, evaluatePoint(toScenario(drivers)), formats[language]);
  const rows = table.rows.map((row) => row.map(readable));
  return { ...rest, formulas: formulas.map(readable), rows, columns: table.columns, answer: rows[table.answer] };
};

describe('the published case', () => {
  test('ROI: 10.5 months of 26 973 €, less the investment, over the investment', () => {
    expect(told('roi12', 'fi').formulas).toEqual(['(283 217 € − 60 392,50 €) / 60 392,50 € = 368,96 %']);
    expect(told('roi12', 'en').formulas).toEqual(['(€283,217 − €60,392.50) / €60,392.50 = 368.96%']);
    expect(told('roi12', 'fi').answer![1]).toBe('222 824 €');
  });

  test('payback: three whole months and the rest of the fourth', () => {
    expect(told('payback', 'fi').formulas).toEqual(['3 + 19 933 € / 26 973 € = 3,74 kk']);
    expect(told('payback', 'en').formulas).toEqual(['3 + €19,933 / €26,973 = 3.74 mo']);
    expect(told('payback', 'fi').answer![0]).toBe('4');
  });

  test('net present value: what is earned less what is paid', () => {
    expect(told('npv', 'fi').formulas[1]).toBe('−60 392,50 € + 804 417 € = 744 025 €');
    expect(told('npv', 'en').formulas[1]).toBe('−€60,392.50 + €804,417 = €744,025');
    expect(told('npv', 'fi').rows.map(([year]) => year)).toEqual(['0', '1', '2', '3', 'Σ']);
  });

  test('lifetime value: the month’s margin, √(1+d), and what is left of it each month', () => {
    // m = 45 000/12 · 1.074 · 24.3 %; d = 1.1^(1/12) − 1; r = 0.9^(1/12).
    expect(told('clvProgramme', 'fi').formulas[1]).toBe(
      '978,68 € · √1,00797 / (1,00797 − 0,99126 · 1,00000) = 58 781 €',
    );
    expect(told('clvProgramme', 'en').answer!.slice(1)).toEqual(['€54,731', '€58,781']);
  });

  test('LTV:CAC: the one over the other', () => {
    expect(told('ltvToCacProgramme', 'fi').formulas).toEqual(['58 781 € / 8 000 € = 7,348']);
    expect(told('ltvToCacProgramme', 'en').rows).toEqual([
      ['Lifetime value', '€54,731', '€58,781'],
      ['CAC', '€8,000', '€8,000'],
      ['LTV:CAC', '6.8', '7.3'],
    ]);
  });

  test.each(headlineOutputs)('%s says what it is, convention and source in both languages', (output) => {
    const [fi, en] = [told(output, 'fi'), told(output, 'en')];
    for (const { text, convention, source } of [fi, en]) {
      expect([text, convention, source].every((words) => words.length > 10)).toBe(true);
    }
    expect(fi.text).not.toBe(en.text);
    expect(fi.rows).toHaveLength(en.rows.length);
  });
});

describe('the arithmetic that is shown', () => {
  const amount = '−?€[\\d,]+(?:\\.\\d+)?';
  const toNumber = (text: string) => Number(text.replace('−', '-').replace(/[€,%]/g, ''));
  const moved = fc.record({
    revenueUplift: fc.integer({ min: 20, max: 200 }).map((thousandth) => thousandth / 1000),
    investment: fc.integer({ min: 20_000, max: 150_000 }),
    rampMonths: fc.integer({ min: 0, max: 60 }).map((tenth) => tenth / 10),
    runningCost: fc.integer({ min: 0, max: 2000 }),
  });
  const parts = (pattern: string, formula: string) => {
    const match = new RegExp(`^${pattern}$`).exec(formula);
    if (!match) throw new Error(`unreadable formula: ${formula}`);
    return match.slice(1).map(toNumber);
  };

  test('of a return gives the return', () => {
    fc.assert(
      fc.property(moved, (drivers) => {
        const [formula] = told('roi12', 'en', drivers).formulas;
        const [gain, cost, same, roi] = parts(
          `\\((${amount}) − (${amount})\\) / (${amount}) = (−?[\\d,.]+)%`,
          formula!,
        );
        expect(cost).toBe(same);
        expect(Math.abs((100 * (gain! - cost!)) / cost! - roi!)).toBeLessThan(0.006 + 51 / cost!);
      }),
    );
  });

  test('of a payback gives the payback', () => {
    fc.assert(
      fc.property(moved, (drivers) => {
        const [formula] = told('payback', 'en', drivers).formulas;
        fc.pre(formula !== undefined);
        const [whole, needed, net, months] = parts(`(\\d+) \\+ (${amount}) / (${amount}) = ([\\d.]+) mo`, formula!);
        expect(needed).toBeGreaterThanOrEqual(0);
        expect(needed).toBeLessThanOrEqual(net! + 1);
        expect(Math.abs(whole! + needed! / net! - months!)).toBeLessThan(0.006 + 1 / net!);
      }),
    );
  });

  test('of a present value gives it', () => {
    fc.assert(
      fc.property(moved, (drivers) => {
        const formula = told('npv', 'en', drivers).formulas[1]!;
        const [paid, earned, npv] = parts(`(${amount}) \\+ (${amount}) = (${amount})`, formula);
        expect(Math.abs(paid! + earned! - npv!)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of a payback at the very end of a month is that month’s', () => {
    // Each month brings 26 973 € from day one, so twice that is back after exactly two.
    const month = (18_000_000 / 12) * 0.074 * 0.243;
    const { formulas, answer } = told('payback', 'fi', { rampMonths: 0, investment: 2 * month });
    expect(formulas).toEqual(['1 + 26 973 € / 26 973 € = 2,00 kk']);
    expect(answer![0]).toBe('2');
    const last = told('payback', 'fi', { rampMonths: 0, investment: 2 * month, horizonMonths: 2 });
    expect(last.formulas).toEqual(formulas);
  });
});

describe('in words', () => {
  test('what never pays back says where the total stands at the end', () => {
    const { text, formulas, rows } = told('payback', 'en', { revenueUplift: 0 });
    expect(readable(text)).toContain('After 36 months the total is −€60,393');
    expect(formulas).toEqual([]);
    expect(rows.at(-1)![0]).toBe('36');
    expect(readable(told('payback', 'fi', { revenueUplift: 0 }).text)).toContain(
      'Tarkastelujakson lopussa (36 kuukautta) kertymä on −60 393 €, joten se ei yllä nollaan.',
    );
  });

  test('a total that falls below zero again says so', () => {
    const fading = { investment: 20_000, fadePerYear: 0.9, runningCost: 5000 };
    expect(told('payback', 'en', fading).text).toContain('later falls below it again');
    expect(told('payback', 'fi', fading).text).toContain('painuu myöhemmin taas miinukselle');
    expect(told('payback', 'en').text).not.toContain('again');
  });

  test('nothing invested, nothing to divide by, a value without end', () => {
    expect(told('payback', 'en', { investment: 0 }).text).toContain('Nothing is invested');
    expect(told('roi12', 'en', { investment: 0 })).toMatchObject({
      formulas: [],
      text: expect.stringContaining('nothing to divide'),
    });
    expect(told('ltvToCacProgramme', 'en', { acquisitionCost: 0 }).text).toContain('nothing to divide');
    expect(told('clvProgramme', 'en', { annualGrowth: 0.3 }).text).toContain('grows without end');
    expect(told('ltvToCacProgramme', 'fi', { annualGrowth: 0.3 }).text).toContain('kasvaa rajatta');
  });
});

test('no explanation is ever unreadable, whatever the drivers', () => {
  fc.assert(
    fc.property(allowedDrivers, fc.constantFrom(...languages), (drivers, language) => {
      const point = evaluatePoint(
        Object.fromEntries(driverKeys.map((key) => [key, { value: drivers[key] }])) as Scenario,
      );
      for (const output of headlineOutputs) {
        const { table, formulas, ...words } = explain(output, point, formats[language]);
        expect(JSON.stringify([Object.values(words), formulas, table.columns, table.rows])).not.toMatch(unreadable);
        expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
        expect(table.answer).toBeLessThan(table.rows.length);
      }
    }),
    { numRuns: 400 },
  );
});
