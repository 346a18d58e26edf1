import { describe, expect, it } from 'vitest';
import type { CompareCell, CompareResult } from '$lib/cells/compare/cell';
import { bestOf, driverDifferences, outputRows } from '$lib/cells/compare/compareRows';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { createCell, insertCell, removeCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import type { Cell, Notebook } from '$lib/notebook/notebook';
import { checkNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
import { liftPublished } from '$lib/notebook/samples/liftPublished';
import { simulate } from '$lib/simulation/simulate';
import { investmentCase } from '$lib/templates/investmentCase';
import { formats, readable } from './readable';

function add<C extends Cell>(notebook: Notebook, kind: string, fields: Partial<C> = {}): Notebook {
  const cell = createCell(notebook, cellKinds, kind, 'fi')!;
  return insertCell(notebook, { ...cell, ...fields }, notebook.cells.length);
}
const template = investmentCase('fi');
const dearer = add<ScenarioCell>(template, 'scenario', {
  name: 'b',
  extends: 'base',
  scenario: { investment: { value: 90_000 }, churnReduction: { value: 0.1 } },
});
const same = add<ScenarioCell>(dearer, 'scenario', { name: 'sama', extends: 'base', scenario: {} });
const compare = (fields: Partial<CompareCell> = {}, notebook = same) => add<CompareCell>(notebook, 'compare', fields);
function resultOf(notebook: Notebook): CompareResult {
  return evaluateNotebook(notebook, cellKinds).get(notebook.cells.at(-1)!.id)!.result as CompareResult;
}
const trials = { seed: 5, sampler: 'sobol', trials: 1024 } as const;
const lift = (published: NonNullable<CompareResult['pair']>['beats']) =>
  liftPublished({ ...trials, published }, async (request) => simulate(request).aligned);
const tongue = { language: 'fi', formats: formats.fi, currency: 'EUR' } as const;

describe('a comparison', () => {
  it('begins with the first two scenarios, is kept and read back', () => {
    const notebook = compare();
    expect(notebook.cells.at(-1)).toMatchObject({ of: ['base', 'b'], output: 'npv' });
    expect(checkNotebook(JSON.parse(JSON.stringify(notebook)), cellKinds)).toEqual({ ok: true, value: notebook });
  });

  it('has no pair with fewer than two, and leaves out what is not there', () => {
    expect(resultOf(compare({}, template))).toMatchObject({ pair: null });
    expect(resultOf(compare({ of: [] })).scenarios).toEqual([]);
    const gone = removeCell(compare(), same.cells.find(({ name }) => name === 'b')!.id);
    expect(resultOf(gone)).toMatchObject({ scenarios: [{ name: 'base' }], pair: null });
  });

  it('tells differences of percentages in points, and all others in the unit of the output', () => {
    const unitOf = (output: CompareCell['output']) => resultOf(compare({ output })).pair!.difference.unit;
    expect([unitOf('roi12'), unitOf('npv'), unitOf('payback'), unitOf('ltvToCacProgramme')]).toEqual([
      'points',
      'money',
      'months',
      'multiple',
    ]);
  });

  it('takes the difference from the first, in the same futures', async () => {
    const { pair, scenarios } = resultOf(compare());
    const sampleOf = (of: number) => {
      const { drivers, ranges, correlations } = scenarios[of]!.point;
      return simulate({ drivers, ranges, correlations, ...trials, aligned: ['npv'] }).aligned.npv!;
    };
    const [base, b] = [sampleOf(0), sampleOf(1)];
    expect(pair).toMatchObject({ first: 'base', other: 'b' });
    expect(await lift(pair!.difference)).toEqual(b.map((value, i) => value - base[i]!));
    expect(await lift(pair!.beats)).toBe(b.filter((value, i) => value > base[i]!).length / 1024);
  });

  it('is exactly zero between scenarios that are the same', async () => {
    const { pair } = resultOf(compare({ of: ['base', 'sama'] }));
    expect(((await lift(pair!.difference)) as Float64Array).every((value) => value === 0)).toBe(true);
    expect(await lift(pair!.beats)).toBe(0);
  });

  it('holds any of them against the first; the faster payback is the better', async () => {
    const { pair } = resultOf(compare({ of: ['base', 'b', 'sama'], against: 'sama', output: 'payback' }));
    expect(pair).toMatchObject({ other: 'sama', difference: { unit: 'months' } });
    const { pair: slower } = resultOf(compare({ of: ['base', 'b'], output: 'payback' }));
    expect(await lift(slower!.beats)).toBeLessThan(0.5);
    expect(resultOf(compare({ of: ['base', 'b'], against: 'nobody' })).pair!.other).toBe('b');
  });

  it('follows a rename', () => {
    const notebook = compare({ of: ['base', 'b', 'sama'], against: 'b' });
    const id = notebook.cells.find(({ name }) => name === 'b')!.id;
    expect(renameCell(notebook, cellKinds, id, 'kallis').cells.at(-1)).toMatchObject({
      of: ['base', 'kallis', 'sama'],
      against: 'kallis',
    });
  });
});

describe('side by side', () => {
  const { scenarios } = resultOf(compare());

  it('marks the better of each output, and none where they are alike', () => {
    const rows = outputRows(scenarios, tongue);
    const best = Object.fromEntries(rows.map(({ output, cells }) => [output, cells.map(({ best }) => best)]));
    expect(best.npv).toEqual([false, true]);
    expect(best.payback).toEqual([true, false]);
    expect(readable(rows[0]!.cells[0]!.text)).toBe(readable(formats.fi.money(scenarios[0]!.point.outputs.npv)));
    const alike = outputRows(resultOf(compare({ of: ['base', 'sama'] })).scenarios, tongue);
    expect(alike.flatMap(({ cells }) => cells).some(({ best }) => best)).toBe(false);
  });

  it('ranks "never" last', () => {
    expect(bestOf([null, 12], true)).toBe(1);
    expect(bestOf([3, null, 2], true)).toBe(2);
    expect(bestOf([null, null], true)).toBeNull();
    expect(bestOf([1, 1], false)).toBeNull();
  });

  it('shows the drivers that differ, and only those', () => {
    const rows = driverDifferences(scenarios, tongue);
    expect(rows.map(({ key }) => key)).toEqual(['investment', 'churnReduction']);
    const [investment] = rows;
    expect(investment!.cells.map(({ text }) => readable(text))).toEqual(['60 393 €', '90 000 €']);
    expect(investment!.cells.map(({ changed }) => changed)).toEqual([false, true]);
  });
});
