import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { FanCell } from '$lib/cells/fan/cell';
import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import type { TextCell } from '$lib/cells/text/cell';
import { createCell, duplicateCell, freshName, insertCell, moveCell, removeCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { parseName, renameCell } from '$lib/notebook/renameCell';
import { investmentCase } from '$lib/templates/investmentCase';

const template = investmentCase('en');
const ids = (notebook: Notebook) => notebook.cells.map(({ id }) => id);
const cellOf = <C>(notebook: Notebook, id: string) => notebook.cells.find((cell) => cell.id === id) as C;
const pointOf = (notebook: Notebook, id: string) =>
  evaluateNotebook(notebook, cellKinds).get(id)!.result as ScenarioPoint;

/** The template with a scenario that extends its base. */
function withChild(scenario: ScenarioCell['scenario'] = {}): Notebook {
  const child = { ...createCell(template, cellKinds, 'scenario', 'en')!, scenario } as ScenarioCell;
  return insertCell(template, child, 2);
}

describe('a new cell', () => {
  test.each(Object.keys(cellKinds))('of kind %s is valid, works at once and has an id of its own', (kind) => {
    for (const language of ['fi', 'en'] as const) {
      const cell = createCell(template, cellKinds, kind, language)!;
      const notebook = insertCell(template, cell, 1);
      expect(parseNotebook(JSON.stringify(notebook), cellKinds)).toEqual({ ok: true, value: notebook });
      expect(evaluateNotebook(notebook, cellKinds).get(cell.id)).toMatchObject({ problem: null });
      expect(new Set(ids(notebook)).size).toBe(notebook.cells.length);
    }
  });

  test('of a kind nobody knows is none', () => {
    expect(createCell(template, cellKinds, 'constructor', 'en')).toBeNull();
  });

  test('stands where it was asked for; the others keep their identity', () => {
    const notebook = insertCell(template, createCell(template, cellKinds, 'text', 'en')!, 2);
    expect(notebook.cells[2]!.kind).toBe('text');
    expect(notebook.cells.toSpliced(2, 1).every((cell, i) => cell === template.cells[i])).toBe(true);
  });
});

describe('moving, copying and removing', () => {
  test('a cell moves to its place among the others, and not out of the notebook', () => {
    expect(ids(moveCell(template, 'fan', 0))).toEqual(['fan', 'lead', 'base', 'certainty', 'decides', 'months']);
    expect(ids(moveCell(template, 'lead', 99))).toEqual(['base', 'certainty', 'fan', 'decides', 'months', 'lead']);
    expect(moveCell(template, 'lead', -3)).toBe(template);
    expect(moveCell(template, 'nobody', 2)).toBe(template);
  });

  test('a copy follows its original under a name of its own', () => {
    const notebook = duplicateCell(template, 'base');
    expect(notebook.cells[2]).toMatchObject({ kind: 'scenario', name: 'base2', title: 'Base case' });
    expect(duplicateCell(notebook, 'base').cells[2]).toMatchObject({ name: 'base3' });
    expect(cellOf<ScenarioCell>(duplicateCell(template, 'fan'), 'c1').name).toBeUndefined();
  });

  test('what is removed is gone, and nothing else', () => {
    expect(ids(removeCell(template, 'fan'))).toEqual(['lead', 'base', 'certainty', 'decides', 'months']);
  });

  test('a fresh name counts up from the wish', () => {
    expect([freshName(template, 'price'), freshName(template, 'base')]).toEqual(['price', 'base2']);
  });
});

describe('a new name', () => {
  test.each<[string, unknown]>([
    ['today', { ok: true, value: 'today' }],
    ['  päätös_2 ', { ok: true, value: 'päätös_2' }],
    ['base', { ok: true, value: 'base' }],
    ['', { ok: false, problem: { tag: 'empty' } }],
    ['2base', { ok: false, problem: { tag: 'notName', text: '2base' } }],
    ['my base', { ok: false, problem: { tag: 'notName', text: 'my base' } }],
    ['x'.repeat(61), { ok: false, problem: { tag: 'tooLong', most: 60 } }],
  ])('%o', (text, expected) => expect(parseName(text, template, 'base')).toEqual(expected));

  test('that another cell has is taken', () => {
    expect(parseName('base', withChild(), 'c1')).toEqual({ ok: false, problem: { tag: 'taken', name: 'base' } });
  });

  test('is followed by every reference, and every figure stays', () => {
    const before = withChild({ annualChurn: { value: 0.08 } });
    const after = renameCell(before, cellKinds, 'base', 'today');
    expect(JSON.stringify(after)).not.toMatch(/"(name|of|extends)":"base"|base\./);
    expect(cellOf<TextCell>(after, 'lead').text).toContain('{~today.revenueUplift}');
    expect(cellOf<TextCell>(after, 'lead').asideWhile).toContain('today.investment');
    expect(cellOf<FanCell>(after, 'fan').of).toBe('today');
    expect(cellOf<ScenarioCell>(after, 'c1').extends).toBe('today');
    expect(pointOf(after, 'c1').outputs).toEqual(pointOf(before, 'c1').outputs);
  });

  test('of a cell that only bears the name a second time moves no reference', () => {
    const twin = insertCell(template, { ...createCell(template, cellKinds, 'scenario', 'en')!, name: 'base' }, 2);
    const after = renameCell(twin, cellKinds, 'c1', 'other');
    expect(cellOf<FanCell>(after, 'fan').of).toBe('base');
  });
});

describe('a scenario that extends another', () => {
  test('follows it in everything it does not state itself', () => {
    const child = withChild({ annualChurn: { value: 0.08 } });
    const moved = withCell<ScenarioCell>(child, 'base', (cell) => ({
      ...cell,
      scenario: { ...cell.scenario, revenueUplift: { value: 0.1 }, annualChurn: { value: 0.2 } },
    }));
    expect(pointOf(moved, 'c1').drivers).toMatchObject({ revenueUplift: 0.1, annualChurn: 0.08, investment: 60_392.5 });
    expect(pointOf(moved, 'c1').ranges).toMatchObject({ investment: { shape: 'lognormal' } });
  });

  test('is evaluated again only when it or its parent changes', () => {
    const notebook = withChild();
    const first = evaluateNotebook(notebook, cellKinds);
    const second = evaluateNotebook({ ...notebook, client: 'Kone Oy' }, cellKinds, first);
    expect(second.get('c1')).toBe(first.get('c1'));
  });

  test('of itself, or of one that extends it, says so', () => {
    const tied = withCell<ScenarioCell>(withChild(), 'base', (cell) => ({ ...cell, extends: 'scenario2' }));
    expect(evaluateNotebook(tied, cellKinds).get('base')!.problem).toEqual({
      tag: 'cycle',
      names: ['base', 'scenario2'],
    });
  });

  test('may not state how drivers go together: that is the same in every scenario', () => {
    const child = withCell<ScenarioCell>(withChild(), 'c1', (cell) => ({
      ...cell,
      correlations: [{ a: 'grossMargin', b: 'annualChurn', strength: 'some' }],
    }));
    expect(parseNotebook(JSON.stringify(child), cellKinds)).toMatchObject({ ok: false });
  });
});
