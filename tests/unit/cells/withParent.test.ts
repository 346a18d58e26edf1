import { expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import { moveDriver } from '$lib/cells/scenario/editScenario';
import { possibleParents, withParent } from '$lib/cells/scenario/withParent';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { investmentCase } from '$lib/templates/investmentCase';

const add = (notebook: Notebook) =>
  insertCell(notebook, createCell(notebook, cellKinds, 'scenario', 'en')!, notebook.cells.length);
const child = withCell<ScenarioCell>(add(investmentCase('en')), 'c1', (cell) => ({
  ...cell,
  scenario: moveDriver(cell.scenario, 'annualChurn', 0.08),
}));
const cellOf = (notebook: Notebook, id: string) => notebook.cells.find((cell) => cell.id === id) as ScenarioCell;
const driversOf = (notebook: Notebook, id: string) =>
  (evaluateNotebook(notebook, cellKinds).get(id)!.result as ScenarioPoint).drivers;
const withoutParent = withParent(child, evaluateNotebook(child, cellKinds), 'c1', null);

test('a scenario let go of its parent keeps its figures', () => {
  expect(cellOf(withoutParent, 'c1').extends).toBeUndefined();
  expect(driversOf(withoutParent, 'c1')).toEqual(driversOf(child, 'c1'));
  expect(parseNotebook(JSON.stringify(withoutParent), cellKinds).ok).toBe(true);
});

test('one given a parent states only what differs, and keeps its figures', () => {
  const back = withParent(withoutParent, evaluateNotebook(withoutParent, cellKinds), 'c1', 'base');
  expect(cellOf(back, 'c1').extends).toBe('base');
  expect(Object.keys(cellOf(back, 'c1').scenario)).toEqual(['annualChurn']);
  expect(driversOf(back, 'c1')).toEqual(driversOf(child, 'c1'));
});

test('what goes together is the parent’s, and stays when it is let go', () => {
  const correlations = [{ a: 'annualChurn', b: 'revenueUplift', strength: 'strong' }] as never;
  const paired = withCell<ScenarioCell>(child, 'base', (cell) => ({ ...cell, correlations }));
  const alone = withParent(paired, evaluateNotebook(paired, cellKinds), 'c1', null);
  expect(cellOf(alone, 'c1').correlations).toEqual(correlations);
  const again = withParent(alone, evaluateNotebook(alone, cellKinds), 'c1', 'base');
  expect(cellOf(again, 'c1').correlations).toBeUndefined();
  expect(parseNotebook(JSON.stringify(again), cellKinds).ok).toBe(true);
});

test('a scenario that follows another is not offered as its parent', () => {
  expect(possibleParents(child, cellOf(child, 'base'))).toEqual([]);
  expect(possibleParents(child, cellOf(child, 'c1'))).toEqual(['base']);
  const three = withCell<ScenarioCell>(add(child), 'c2', (cell) => ({ ...cell, extends: 'scenario2' }));
  expect(possibleParents(three, cellOf(three, 'c1'))).toEqual(['base']);
});
