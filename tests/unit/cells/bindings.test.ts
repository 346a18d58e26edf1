import { describe, expect, test } from 'vitest';
import { changes } from '$lib/cells/changes';
import { cellKinds } from '$lib/cells/registry';
import type { InputCell } from '$lib/cells/input/cell';
import type { Bindings } from '$lib/cells/scenario/bindings';
import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
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
    expect(pointOf(moved).bound.investment).toMatchObject({ problem: null, spreadLeftOut: false });
  });

  test('is evaluated again only when what it reads changes', () => {
    const notebook = bind({ investment: 'price' });
    const first = evaluateNotebook(notebook, cellKinds);
    const second = evaluateNotebook({ ...notebook, title: 'New' }, cellKinds, first);
    expect(second.get('base')).toBe(first.get('base'));
  });

  test('says that an uncertain value is taken at its point', () => {
    const range = { shape: 'normal', ends: 'p5p95', low: 30_000, high: 50_000, at: 40_000 } as const;
    const point = pointOf(bind({ investment: 'price' }, { ...price, range }));
    expect(point.bound.investment).toMatchObject({ spreadLeftOut: true });
    expect(point.ranges.investment).toBeUndefined();
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
