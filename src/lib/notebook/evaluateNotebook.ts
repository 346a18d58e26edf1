import type { CellKinds } from './cellKind';
import type { Cell, Notebook } from './notebook';

/** What one cell came to, and what it was computed from: unchanged inputs mean that it is kept as it is. */
interface Evaluated {
  readonly cell: Cell;
  readonly inputs: readonly unknown[];
  readonly result: unknown;
}

/** The results of all cells by id. */
export type Evaluation = ReadonlyMap<string, Evaluated>;

/**
 * Evaluates a notebook: each cell after those it reads, and only those whose cell or inputs changed since `previous`.
 * A cell that reads itself through others gets no value for that name.
 */
export function evaluateNotebook(notebook: Notebook, kinds: CellKinds, previous?: Evaluation): Evaluation {
  const byName = new Map(notebook.cells.flatMap((cell) => (cell.name ? [[cell.name, cell] as const] : [])));
  const done = new Map<string, Evaluated>();
  const underWay = new Set<string>();

  const resultOf = (cell: Cell): unknown => {
    const ready = done.get(cell.id);
    if (ready) return ready.result;
    const kind = kinds[cell.kind];
    if (!kind || underWay.has(cell.id)) return undefined;
    underWay.add(cell.id);
    const names = kind.reads(cell);
    const inputs = names.map((name) => {
      const source = byName.get(name);
      return source && resultOf(source);
    });
    underWay.delete(cell.id);
    const before = previous?.get(cell.id);
    const unchanged =
      before?.cell === cell &&
      before.inputs.length === inputs.length &&
      inputs.every((input, index) => input === before.inputs[index]);
    const evaluated = unchanged
      ? before
      : { cell, inputs, result: kind.evaluate(cell, (name) => inputs[names.indexOf(name)]) };
    done.set(cell.id, evaluated);
    return evaluated.result;
  };

  notebook.cells.forEach(resultOf);
  return done;
}
