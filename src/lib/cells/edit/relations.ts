import type { CellKinds } from '$lib/notebook/cellKind';
import type { Cell, Notebook } from '$lib/notebook/notebook';

const readNames = (kinds: CellKinds, cell: Cell) => kinds[cell.kind]?.reads(cell) ?? [];

/** Ids of the cells one reads directly; a name that stands twice is the first one's. */
export function sourcesOf(notebook: Notebook, kinds: CellKinds, id: string): string[] {
  const cell = notebook.cells.find((cell) => cell.id === id);
  if (!cell) return [];
  return readNames(kinds, cell).flatMap((name) => notebook.cells.find((other) => other.name === name)?.id ?? []);
}

/** Ids of the cells that read one directly. */
export function readersOf(notebook: Notebook, kinds: CellKinds, id: string): string[] {
  const name = notebook.cells.find((cell) => cell.id === id)?.name;
  if (name === undefined || notebook.cells.find((cell) => cell.name === name)?.id !== id) return [];
  return notebook.cells.filter((cell) => cell.id !== id && readNames(kinds, cell).includes(name)).map(({ id }) => id);
}
