import { expect, test } from 'vitest';
import { layered } from '$lib/cells/edit/layered';
import { readersOf, sourcesOf } from '$lib/cells/edit/relations';
import { cellKinds } from '$lib/cells/registry';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { withCell, type Cell } from '$lib/notebook/notebook';
import { investmentCase } from '$lib/templates/investmentCase';

const template = investmentCase('en');
/** A scenario that extends the first, and a fan of it. */
const child = insertCell(template, createCell(template, cellKinds, 'scenario', 'en')!, 0);
const notebook = withCell<Cell & { of: string }>(child, 'fan', (cell) => ({ ...cell, of: 'scenario2' }));

test('a cell reads those whose names it has, and is read by those that have its own', () => {
  expect(sourcesOf(notebook, cellKinds, 'c1')).toEqual(['base']);
  expect(sourcesOf(notebook, cellKinds, 'base')).toEqual([]);
  expect(readersOf(notebook, cellKinds, 'base')).toEqual(['c1', 'lead', 'certainty', 'decides', 'months']);
  expect(readersOf(notebook, cellKinds, 'c1')).toEqual(['fan']);
  expect(readersOf(notebook, cellKinds, 'fan')).toEqual([]);
});

test('on the map every cell stands to the right of all it reads', () => {
  const columns = Object.fromEntries(layered(notebook, cellKinds).map(({ cell, column }) => [cell.id, column]));
  expect(columns).toEqual({ base: 0, c1: 1, lead: 1, certainty: 1, decides: 1, months: 1, fan: 2 });
});

test('cells that need each other are on the map too', () => {
  const circle = withCell<Cell & { extends?: string }>(notebook, 'base', (cell) => ({ ...cell, extends: 'scenario2' }));
  const nodes = layered(circle, cellKinds);
  expect(nodes).toHaveLength(notebook.cells.length);
  expect(nodes.every(({ column }) => Number.isInteger(column))).toBe(true);
});
