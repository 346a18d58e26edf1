import { describe, expect, test } from 'vitest';
import type { CellKinds } from '$lib/notebook/cellKind';
import { evaluateNotebook, type Evaluation } from '$lib/notebook/evaluateNotebook';
import { withCell, type Cell, type Notebook } from '$lib/notebook/notebook';
import * as v from 'valibot';

interface SumCell extends Cell {
  readonly kind: 'sum';
  readonly adds: number;
  readonly of: readonly string[];
}

/** A kind that adds up the cells it names, and writes down each time it is asked. */
function counting() {
  const asked: string[] = [];
  const kinds = {
    sum: {
      kind: 'sum',
      schema: v.unknown(),
      texts: [],
      reads: (cell: SumCell) => cell.of,
      evaluate: (cell: SumCell, read: (name: string) => unknown) => {
        asked.push(cell.id);
        return { total: cell.of.reduce((sum, name) => sum + total(read(name)), cell.adds) };
      },
    },
  } as unknown as CellKinds;
  return { kinds, asked, since: () => asked.splice(0) };
}

const total = (result: unknown) => (result as { total: number } | undefined)?.total ?? 0;
const sum = (id: string, adds: number, ...of: string[]): SumCell => ({ id, kind: 'sum', name: id, adds, of });
const notebook = (...cells: Cell[]): Notebook => ({ cells }) as unknown as Notebook;
const totals = (evaluation: Evaluation) =>
  Object.fromEntries([...evaluation].map(([id, { result }]) => [id, total(result)]));

describe('order', () => {
  test('each cell is evaluated after those it reads, wherever they stand, and once', () => {
    const { kinds, asked } = counting();
    const evaluation = evaluateNotebook(
      notebook(sum('d', 1, 'b', 'c'), sum('c', 2, 'a'), sum('b', 4, 'a'), sum('a', 8)),
      kinds,
    );
    expect(totals(evaluation)).toEqual({ a: 8, b: 12, c: 10, d: 23 });
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a change', () => {
  const before = notebook(sum('a', 1), sum('b', 10, 'a'), sum('c', 100, 'b'), sum('lone', 5), sum('far', 7, 'lone'));

  test('evaluates again only the cell and what depends on it', () => {
    const { kinds, since } = counting();
    const first = evaluateNotebook(before, kinds);
    since();
    const after = withCell<SumCell>(before, 'b', (cell) => ({ ...cell, adds: 20 }));
    const second = evaluateNotebook(after, kinds, first);
    expect(since()).toEqual(['b', 'c']);
    expect(totals(second)).toMatchObject({ a: 1, b: 21, c: 121 });
    for (const id of ['a', 'lone', 'far']) expect(second.get(id)).toBe(first.get(id));
  });

  test('of nothing evaluates nothing and keeps every result', () => {
    const { kinds, since } = counting();
    const first = evaluateNotebook(before, kinds);
    since();
    const second = evaluateNotebook({ ...before, title: 'Uusi' }, kinds, first);
    expect(since()).toEqual([]);
    for (const [id, evaluated] of first) expect(second.get(id)).toBe(evaluated);
  });

  test('of order alone evaluates nothing', () => {
    const { kinds, since } = counting();
    const first = evaluateNotebook(before, kinds);
    since();
    evaluateNotebook({ ...before, cells: before.cells.toReversed() }, kinds, first);
    expect(since()).toEqual([]);
  });

  test('that comes to the same result stops there', () => {
    const { kinds, since } = counting();
    const known = new Map<number, unknown>();
    const remembering = {
      sum: {
        ...kinds.sum!,
        evaluate: (cell: Cell, read: (name: string) => unknown) => {
          const result = kinds.sum!.evaluate(cell, read);
          return known.get(total(result)) ?? (known.set(total(result), result), result);
        },
      },
    } as CellKinds;
    const first = evaluateNotebook(before, remembering);
    since();
    evaluateNotebook(
      withCell<SumCell>(before, 'a', (cell) => ({ ...cell })),
      remembering,
      first,
    );
    expect(since()).toEqual(['a']);
  });

  test('removing a cell takes its result from those who read it', () => {
    const { kinds, since } = counting();
    const first = evaluateNotebook(before, kinds);
    since();
    const second = evaluateNotebook({ ...before, cells: before.cells.slice(1) }, kinds, first);
    expect(since()).toEqual(['b', 'c']);
    expect(totals(second)).toEqual({ b: 10, c: 110, lone: 5, far: 12 });
  });
});

describe('a fault stays in its cell', () => {
  test('a missing name has no value, and the others work', () => {
    const { kinds } = counting();
    expect(totals(evaluateNotebook(notebook(sum('a', 1, 'gone'), sum('b', 2)), kinds))).toEqual({ a: 1, b: 2 });
  });

  test('a cycle ends, its name has no value there, and the others work', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(
      notebook(sum('a', 1, 'b'), sum('b', 2, 'a'), sum('self', 4, 'self'), sum('c', 8)),
      kinds,
    );
    expect(totals(evaluation)).toEqual({ a: 3, b: 2, self: 4, c: 8 });
  });

  test('a cell of a kind nobody knows has no result, and the others work', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(notebook({ id: 'x', kind: 'unknown', name: 'x' }, sum('a', 1, 'x')), kinds);
    expect(totals(evaluation)).toEqual({ a: 1 });
  });

  test('a name that objects have by birth is no cell', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(notebook(sum('a', 1, 'constructor', '__proto__', 'toString')), kinds);
    expect(totals(evaluation)).toEqual({ a: 1 });
  });
});
