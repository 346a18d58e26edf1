import type { Birth, CellKinds } from './cellKind';
import { dimensionOf, freshDimension } from './inputDimension';
import type { Cell, Notebook } from './notebook';

/** An id no cell of the notebook has, nor any cell of a template. */
export function freshId(notebook: Notebook): string {
  const numbers = notebook.cells.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0));
  return `c${Math.max(0, ...numbers) + 1}`;
}

/**
 * A name no cell has yet.
 *
 * @example freshName(notebook, 'base') // 'base', or 'base2' where there is one
 */
export function freshName(notebook: Notebook, wish: string): string {
  const taken = new Set(notebook.cells.map(({ name }) => name));
  if (!taken.has(wish)) return wish;
  const stem = wish.replace(/\d+$/, '') || wish;
  for (let number = 2; ; number++) if (!taken.has(stem + number)) return stem + number;
}

/** A new cell of a kind, with an id and perhaps a name of its own. */
export function createCell(
  notebook: Notebook,
  kinds: CellKinds,
  kind: string,
  language: Birth['language'],
): Cell | null {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return known ? known.create({ id: freshId(notebook), language, notebook }) : null;
}

/** A notebook with a cell added before the one at `index`; at its length, at the end. */
export function insertCell(notebook: Notebook, cell: Cell, index: number): Notebook {
  return { ...notebook, cells: notebook.cells.toSpliced(index, 0, cell) };
}

/** A notebook without a cell; the dimension of a deleted input stays spent. */
export function removeCell(notebook: Notebook, id: string): Notebook {
  const cells = notebook.cells.filter((cell) => cell.id !== id);
  const gone = notebook.cells.find((cell) => cell.id === id);
  const spent = gone && dimensionOf(gone);
  return spent
    ? { ...notebook, spentDimension: Math.max(spent, notebook.spentDimension ?? 0), cells }
    : { ...notebook, cells };
}

/** A notebook with one cell moved so that it stands at `index` among the others; the same when it stands there already. */
export function moveCell(notebook: Notebook, id: string, index: number): Notebook {
  const from = notebook.cells.findIndex((cell) => cell.id === id);
  const to = Math.max(0, Math.min(index, notebook.cells.length - 1));
  if (from < 0 || from === to) return notebook;
  const cell = notebook.cells[from]!;
  return { ...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/** A notebook with a copy after the cell, under an id and a name of its own. */
export function duplicateCell(notebook: Notebook, id: string): Notebook {
  const index = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[index];
  if (!cell) return notebook;
  const copy = {
    ...cell,
    id: freshId(notebook),
    ...(cell.name && { name: freshName(notebook, cell.name) }),
    // A copy of an uncertain input is another unknown, not the same one twice.
    ...(dimensionOf(cell) !== null && { dimension: freshDimension(notebook) }),
  };
  return insertCell(notebook, copy, index + 1);
}
