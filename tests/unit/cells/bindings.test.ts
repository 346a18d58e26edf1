import { describe, expect, test } from 'vitest';
import { changes } from '$lib/cells/changes';
import { cellKinds } from '$lib/cells/registry';
import type { FormulaCell, FormulaResult } from '$lib/cells/formula/cell';
import type { InputCell } from '$lib/cells/input/cell';
import type { Bindings } from '$lib/cells/scenario/bindings';
import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
import { liftPublished } from '$lib/notebook/samples/liftPublished';
import { tornado } from '$lib/simulation/tornado';
import { boundWords } from '$lib/cells/scenario/readBinding';
import { inputDraws } from '$lib/simulation/inputDraws';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { simulate } from '$lib/simulation/simulate';
import { varianceShares } from '$lib/simulation/varianceShares';
import { investmentCase } from '$lib/templates/investmentCase';
import { formats, readable } from './readable';

const template = investmentCase('en');
const price = { ...(createCell(template, cellKinds, 'input', 'en') as InputCell), name: 'price', value: 40_000 };

/** The template with an input `price`, and drivers of its base bound to formulas. */
function bind(bindings: Bindings, input: InputCell = price): Notebook {
  const withInput = insertCell(template, input, 1);
  return withCell<ScenarioCell>(withInput, 'base', (cell) => ({ ...cell, bindings }));
}
const evaluate = (notebook: Notebook) => evaluateNotebook(notebook, cellKinds).get('base')!;
const pointOf = (notebook: Notebook) => evaluate(notebook).result as ScenarioPoint;

describe('a driver that reads the notebook', () => {
  test('has the value of its formula, and follows it', () => {
    expect(pointOf(bind({ investment: 'price * 1.5' })).drivers.investment).toBe(60_000);
    const moved = withCell<InputCell>(bind({ investment: 'price * 1.5' }), price.id, (cell) => ({
      ...cell,
      value: 50_000,
    }));
    expect(pointOf(moved).drivers.investment).toBe(75_000);
    expect(pointOf(moved).bound.investment).toMatchObject({ problem: null, spread: 'none' });
  });

  test('is evaluated again only when what it reads changes', () => {
    const notebook = bind({ investment: 'price' });
    const first = evaluateNotebook(notebook, cellKinds);
    const second = evaluateNotebook({ ...notebook, title: 'New' }, cellKinds, first);
    expect(second.get('base')).toBe(first.get('base'));
  });

  describe('that is uncertain', () => {
    const range = { shape: 'normal', ends: 'p5p95', low: 30_000, high: 50_000, at: 40_000 } as const;
    const uncertain = { ...price, range };
    const { seed } = template;
    const drawsOf = (point: ScenarioPoint, key: 'investment', trials = 1024) =>
      simulate({ ...point, seed, trials, sampler: 'sobol', aligned: [key] }).aligned[key]!;
    const priceDraws = inputDraws({ range, dimension: price.dimension, seed, sampler: 'sobol', trials: 1024 });

    test.each([
      ['price', 1, 0],
      ['price * 1.5', 1.5, 0],
      ['(price + 20000) / 2 + 500', 0.5, 10_500],
      ['10000 - -price', 1, 10_000],
      ['price + price / 4 - fee', 1.25, -1000],
      ['double * 2', 4, 0],
    ])('takes over the draws of what it reads: %s', (expression, slope, offset) => {
      const formula = (name: string, expression: string) =>
        ({ ...createCell(template, cellKinds, 'formula', 'en'), id: name, name, expression }) as FormulaCell;
      const withOthers = [formula('fee', '1000'), formula('double', 'price * 2')].reduce(
        (notebook, cell) => insertCell(notebook, cell, 1),
        bind({ investment: expression }, uncertain),
      );
      const point = pointOf(withOthers);
      expect(point.bound.investment).toMatchObject({ expression, problem: null, spread: 'carried' });
      expect(point.drivers.investment).toBeCloseTo(slope * 40_000 + offset, 9);
      drawsOf(point, 'investment').forEach((value, i) => {
        expect(Math.abs(value - (slope * priceDraws[i]! + offset))).toBeLessThan(1e-6 * 20_000 * slope);
      });
    });

    test.each([
      ['a fall', '100000 - price'],
      ['a product of two', 'price * volume / 40000'],
      ['a sum of two', 'price + volume'],
      ['another shape', 'price ^ 2 / 40000'],
      ['an output', 'if(price > 0, price, 1)'],
      ['ends out of the driver’s limits', 'price - 35000'],
      ['tails cut elsewhere', 'price * 1.2 - 29000'],
    ])('is taken at its point, and says so, where the draws would be another distribution: %s', (_, expression) => {
      const volume = { ...uncertain, id: 'volume', name: 'volume', dimension: uncertain.dimension + 1 };
      const point = pointOf(insertCell(bind({ investment: expression }, uncertain), volume, 1));
      expect(point.bound.investment).toMatchObject({ problem: null, spread: 'leftOut' });
      expect(point.ranges.investment).toBeUndefined();
      expect(point.dimensions).toEqual({});
    });

    test('keeps the draws in a scenario that follows it, and gives them up where that one states its own', () => {
      const parent = bind({ investment: 'price' }, uncertain);
      const child = { ...createCell(parent, cellKinds, 'scenario', 'en'), name: 'child' } as ScenarioCell;
      const evaluated = (cell: ScenarioCell) =>
        evaluateNotebook(insertCell(parent, cell, 9), cellKinds).get(cell.id)!.result as ScenarioPoint;
      expect(evaluated(child).dimensions).toEqual({ investment: price.dimension });
      expect(drawsOf(evaluated(child), 'investment')).toEqual(drawsOf(pointOf(parent), 'investment'));
      expect(evaluated({ ...child, scenario: { investment: { value: 5 } } }).dimensions).toEqual({});
      expect(evaluated({ ...child, bindings: { investment: 'base.investment * 2' } })).toMatchObject({
        dimensions: { investment: price.dimension },
        ranges: { investment: { low: 60_000, high: 100_000 } },
      });
    });

    test('leaves nothing of its difference from what it reads', async () => {
      const formula = createCell(template, cellKinds, 'formula', 'en') as FormulaCell;
      const left = { ...formula, id: 'left', name: 'left', expression: 'base.investment - price * 1.5' };
      const notebook = insertCell(bind({ investment: 'price * 1.5' }, uncertain), left, 2);
      const { published } = evaluateNotebook(notebook, cellKinds).get(left.id)!.result as FormulaResult;
      const job = { seed, sampler: 'sobol', trials: 1024, published: published! } as const;
      const lifted = (await liftPublished(job, async (request) => simulate(request).aligned)) as Float64Array;
      expect([...new Set(lifted)]).toEqual([0]);
    });

    test('swings together with the others that read the same', () => {
      const both = pointOf(bind({ investment: 'price * 2', annualRevenue: 'price * 400' }, uncertain));
      const rows = tornado(both.drivers, both.ranges, 'roi12', both.dimensions);
      const row = rows.find(({ driver }) => driver === 'annualRevenue')!;
      expect(row.together).toEqual(['investment']);
      expect(row.swing).toBeLessThan(1e-9);
      expect(rows.some(({ driver }) => driver === 'investment')).toBe(false);
    });

    test('goes together with nothing else: a correlation of its own has no effect', () => {
      const notebook = bind({ investment: 'price' }, uncertain);
      const tied = withCell<ScenarioCell>(notebook, 'base', (cell) => ({
        ...cell,
        correlations: [{ a: 'grossMargin', b: 'investment', strength: 'strong' }],
      }));
      expect(drawsOf(pointOf(tied), 'investment')).toEqual(drawsOf(pointOf(notebook), 'investment'));
    });

    test('shares of variance give way to rank correlations where two drivers draw the same', () => {
      const one = pointOf(bind({ investment: 'price' }, uncertain));
      const two = pointOf(bind({ investment: 'price', acquisitionCost: 'price / 50' }, uncertain));
      const kindOf = (point: ScenarioPoint) => {
        const run = varianceShares({ ...point, seed, trials: 1024 }, 'npv', createTwinKernel(), 1024);
        for (;;) {
          const step = run.next();
          if (step.done) return step.value.kind;
        }
      };
      expect(kindOf(one)).toBe('shares');
      expect(kindOf(two)).toBe('correlations');
    });
  });

  test.each<[string, Bindings, object]>([
    ['reads what is not there', { investment: 'prise' }, { tag: 'unknownPath', path: 'prise' }],
    ['divides by nothing', { investment: 'price / 0' }, { tag: 'noValue' }],
    ['leaves its limits', { grossMargin: 'price' }, { tag: 'outOfLimits', value: 40_000 }],
    ['has half a customer', { customers: 'price / 16000' }, { tag: 'notWhole', value: 2.5 }],
    ['is no formula', { investment: 'price *' }, { tag: 'expression' }],
  ])('that %s keeps its own value and says so; the rest keeps working', (_, bindings, problem) => {
    const notebook = bind(bindings);
    const [key] = Object.keys(bindings) as ['investment'];
    const { result, problem: fault } = evaluate(notebook);
    const point = result as ScenarioPoint;
    expect(fault).toBeNull();
    expect(point.bound[key]!.problem).toMatchObject(problem);
    expect(point.drivers[key]).toBe(pointOf(template).drivers[key]);
  });

  test.each<[string, Bindings, object[]]>([
    ['of its own unit', { annualRevenue: 'price * 400' }, []],
    ['a plain number', { customers: 'price / price * 4' }, []],
    ['of another unit', { customers: 'price / 10000' }, [{ tag: 'otherUnit', gives: 'money', takes: 'count' }]],
    ['of things that do not add up', { investment: 'price + base2.payback' }, [{ tag: 'mixed' }]],
  ])('that is %s computes, and what does not go together is told', (_, bindings, warnings) => {
    const [key] = Object.keys(bindings) as ['investment'];
    const alone = createCell({ ...template, cells: [] }, cellKinds, 'scenario', 'en') as ScenarioCell;
    const other = { ...alone, id: 's', name: 'base2' };
    const { bound } = pointOf(insertCell(bind(bindings), other, 1));
    expect(bound[key]).toMatchObject({ problem: null, warnings });
    for (const language of ['fi', 'en'] as const)
      expect(readable(boundWords(bound[key]!, key, formats[language]).note)).toMatch(warnings.length > 0 ? /\w/ : /^$/);
  });

  test('that needs itself through a formula of its own outputs is a cycle, and is still shown', () => {
    const { problem, result } = evaluate(bind({ investment: 'base.npv / 10' }));
    expect(problem).toEqual({ tag: 'cycle', names: ['base'] });
    expect((result as ScenarioPoint).drivers.investment).toBe(60_392.5);
  });

  test('is followed when what it reads is renamed', () => {
    const renamed = renameCell(bind({ investment: 'max(price, 10) * 1.5' }), cellKinds, price.id, 'fee');
    expect((renamed.cells.find(({ id }) => id === 'base') as ScenarioCell).bindings).toEqual({
      investment: 'max(fee, 10) * 1.5',
    });
    expect(pointOf(renamed).drivers.investment).toBe(60_000);
  });

  test('that is let go is bound no more, though its value stays', () => {
    const bound = bind({ investment: 'price' });
    const { scenario } = pointOf(bound);
    const free = withCell<ScenarioCell>(bound, 'base', ({ bindings: _, ...cell }) => ({ ...cell, scenario }));
    expect(pointOf(free).bound).toEqual({});
    expect(pointOf(free).drivers.investment).toBe(40_000);
  });

  test('is written and read back; an empty table, and a driver nobody knows, are refused', () => {
    const notebook = bind({ investment: 'price' });
    expect(parseNotebook(JSON.stringify(notebook), cellKinds)).toEqual({ ok: true, value: notebook });
    for (const bindings of [{}, { luck: '1' }, { investment: 1 }])
      expect(parseNotebook(JSON.stringify(bind(bindings as Bindings)), cellKinds)).toMatchObject({ ok: false });
  });
});

describe('what changed', () => {
  test('names the formula of a driver that reads one, and goes back alone', () => {
    const notebook = bind({ investment: 'price * 2', annualChurn: '0.1' });
    const origin = insertCell(template, price, 1);
    const list = changes(notebook, origin, formats.en);
    expect(list.map(({ name, from, to }) => readable(`${name} ${from} > ${to}`))).toEqual([
      'Annual churn 10.0% > = 0.1',
      'Investment €60,393 > = price * 2',
    ]);
    const back = list[1]!.back(notebook);
    expect(changes(back, origin, formats.en)).toHaveLength(1);
    expect(pointOf(back).drivers.investment).toBe(60_392.5);
  });
});
