import type { CellKinds } from '$lib/notebook/cellKind';
import type { Cell, Notebook } from '$lib/notebook/notebook';
import { sourcesOf } from './relations';

/** A cell in its column: after everything it reads. */
export interface MapNode {
  readonly cell: Cell;
  readonly column: number;
  readonly row: number;
  readonly sources: readonly string[];
}

/**
 * The cells of a notebook in columns, each to the right of all it reads, and in the order of the document within a column. Cells that
 * need one another stand where the first of them does.
 */
export function layered(notebook: Notebook, kinds: CellKinds): MapNode[] {
  const sources = new Map(notebook.cells.map(({ id }) => [id, sourcesOf(notebook, kinds, id)]));
  const columns = new Map<string, number>();
  const columnOf = (id: string, above: readonly string[]): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const before = sources.get(id)!.filter((source) => !above.includes(source));
    const column = Math.max(-1, ...before.map((source) => columnOf(source, [...above, id]))) + 1;
    columns.set(id, column);
    return column;
  };
  const filled: number[] = [];
  return notebook.cells.map((cell) => {
    const column = columnOf(cell.id, [cell.id]);
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    return { cell, column, row, sources: sources.get(cell.id)! };
  });
}
