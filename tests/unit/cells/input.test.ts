import { describe, expect, it } from 'vitest';
import { inputKind, inputLimits, type InputCell } from '$lib/cells/input/cell';
import { changeUnit, enterInput, moveInput, restoreInput } from '$lib/cells/input/editInput';
import { cellKinds } from '$lib/cells/registry';
import { createCell, duplicateCell, insertCell, removeCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import type { Notebook } from '$lib/notebook/notebook';
import { checkNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
import { investmentCase } from '$lib/templates/investmentCase';
import { rangeOf } from '$lib/scenario/scenario';
import * as v from 'valibot';

const blank: Notebook = { ...investmentCase('fi'), cells: [] };
const add = (notebook: Notebook) =>
  insertCell(notebook, createCell(notebook, cellKinds, 'input', 'fi')!, notebook.cells.length);
const inputs = (notebook: Notebook) => notebook.cells as InputCell[];
const dimensions = (notebook: Notebook) => inputs(notebook).map(({ dimension }) => dimension);
const one = inputs(add(blank))[0]!;
const range = { shape: 'lognormal', ends: 'p5p95', low: 10_000, high: 40_000 } as const;

describe("an author's own input", () => {
  it('works at once, is kept and read back', () => {
    const notebook = add(blank);
    expect(checkNotebook(JSON.parse(JSON.stringify(notebook)), cellKinds)).toEqual({ ok: true, value: notebook });
  });

  it('publishes its value, and where its trials come from when it is uncertain', () => {
    const published = (cell: InputCell) => {
      const evaluation = evaluateNotebook({ ...blank, cells: [cell] }, cellKinds);
      return evaluation.get(cell.id)!.published()[''];
    };
    expect(published(one)).toEqual({ value: 20_000, unit: 'money' });
    expect(published(enterInput(one, { value: 20_000, range }))).toEqual({
      value: 20_000,
      unit: 'money',
      sample: { tag: 'input', dimension: 185, range, limits: [0, Number.MAX_SAFE_INTEGER] },
    });
  });

  it('takes its range along when it moves, and back again exactly', () => {
    const uncertain = enterInput(one, { value: 20_000, range });
    const moved = moveInput(uncertain, 40_000);
    expect(rangeOf(moved)).toMatchObject({ low: 20_000, high: 80_000 });
    expect(rangeOf(moveInput(moved, 20_000))).toEqual(range);
    expect(enterInput(uncertain, { value: 40_000, range: null, follows: true })).toEqual(moved);
    expect(enterInput(uncertain, { value: 5, range: null })).toEqual({ ...one, value: 5 });
    expect(restoreInput(moved, one)).toEqual(one);
  });

  it('begins a slider anew in a unit that means other figures', () => {
    expect(changeUnit(one, 'moneyPerMonth')).toEqual({ ...one, unit: 'moneyPerMonth' });
    expect(changeUnit(enterInput(one, { value: 1, range }), 'ratio')).toEqual({
      ...one,
      unit: 'ratio',
      min: 0,
      max: 1,
      step: 0.01,
      value: 0.1,
    });
  });

  it('is never negative when its slider is not, and a share stays one', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(inputLimits({ unit: 'money', min: 0, max: 5 })).toEqual([0, most]);
    expect(inputLimits({ unit: 'money', min: -5, max: 5 })).toEqual([-most, most]);
    expect(inputLimits({ unit: 'ratio', min: 0, max: 0.5 })).toEqual([0, 1]);
    expect(inputLimits({ unit: 'ratio', min: 0, max: 3 })).toEqual([0, most]);
  });

  it('is refused with figures that no slider could have', () => {
    for (const wrong of [
      { min: 10, max: 10 },
      { step: 0 },
      { value: -1 },
      { dimension: 184 },
      { unit: 'euros' },
      { min: NaN },
    ])
      expect(v.safeParse(inputKind.schema, { ...one, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});

describe('the dimension of its draws', () => {
  it('is its own, and never another’s again', () => {
    const three = add(add(add(blank)));
    expect(dimensions(three)).toEqual([185, 186, 187]);
    const fewer = removeCell(three, inputs(three)[2]!.id);
    expect(dimensions(add(fewer))).toEqual([185, 186, 188]);
    const none = inputs(three).reduce((notebook, { id }) => removeCell(notebook, id), three);
    expect(dimensions(add(none))).toEqual([188]);
    expect(checkNotebook(JSON.parse(JSON.stringify(none)), cellKinds)).toEqual({ ok: true, value: none });
  });

  it('is another for a copy, and the same under another name', () => {
    const two = add(add(blank));
    expect(dimensions(duplicateCell(two, inputs(two)[0]!.id))).toEqual([185, 187, 186]);
    expect(dimensions(renameCell(two, cellKinds, inputs(two)[0]!.id, 'hinta'))).toEqual([185, 186]);
  });
});
