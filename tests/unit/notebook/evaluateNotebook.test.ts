import { describe, expect, test } from 'vitest';
import type { CellKinds, Surroundings } from '$lib/notebook/cellKind';
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
      create: () => sum('new', 0),
      reads: (cell: SumCell) => cell.of,
      evaluate: (cell: SumCell, around: Surroundings) => {
        asked.push(cell.id);
        return { total: cell.of.reduce((sum, name) => sum + total(around.read(name)), cell.adds) };
      },
    },
  } as unknown as CellKinds;
  return { kinds, asked, since: () => asked.splice(0) };
}

const total = (result: unknown) => (result as { total: number } | undefined)?.total ?? 0;
const sum = (id: string, adds: number, ...of: string[]): SumCell => ({ id, kind: 'sum', name: id, adds, of });
const notebook = (...cells: Cell[]): Notebook => ({ cells }) as unknown as Notebook;
const problems = (evaluation: Evaluation) =>
  Object.fromEntries([...evaluation].flatMap(([id, { problem }]) => (problem ? [[id, problem]] : [])));
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
        evaluate: (cell: Cell, around: Surroundings) => {
          const result = kinds.sum!.evaluate(cell, around);
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
    expect(since()).toEqual([]);
    expect(totals(second)).toEqual({ b: 0, c: 0, lone: 5, far: 12 });
    expect(problems(second)).toEqual({
      b: { tag: 'unknownName', name: 'a', nearest: null },
      c: { tag: 'sourceAtFault', name: 'b' },
    });
    evaluateNotebook(before, kinds, second);
    expect(since()).toEqual(['a', 'b', 'c']);
  });
});

describe('a fault stays in its cell', () => {
  test('a missing name is told with the nearest there is, and the others work', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(notebook(sum('a', 1, 'bse'), sum('base', 2)), kinds);
    expect(problems(evaluation)).toEqual({ a: { tag: 'unknownName', name: 'bse', nearest: 'base' } });
    expect(totals(evaluation)).toMatchObject({ base: 2 });
  });

  test('a cycle ends, its members are told, and the others work', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(
      notebook(sum('a', 1, 'b'), sum('b', 2, 'a'), sum('self', 4, 'self'), sum('c', 8), sum('d', 16, 'a')),
      kinds,
    );
    expect(problems(evaluation)).toEqual({
      a: { tag: 'cycle', names: ['a', 'b'] },
      b: { tag: 'cycle', names: ['b', 'a'] },
      self: { tag: 'cycle', names: ['self'] },
      d: { tag: 'sourceAtFault', name: 'a' },
    });
    expect(totals(evaluation)).toMatchObject({ c: 8 });
  });

  test('a cycle that is broken is evaluated again', () => {
    const { kinds } = counting();
    const tied = notebook(sum('a', 1, 'b'), sum('b', 2, 'a'));
    const first = evaluateNotebook(tied, kinds);
    const second = evaluateNotebook(
      withCell<SumCell>(tied, 'b', (cell) => ({ ...cell, of: [] })),
      kinds,
      first,
    );
    expect(totals(second)).toEqual({ a: 3, b: 2 });
    expect(problems(second)).toEqual({});
  });

  test('of two cells with one name the first is read, and the second says so', () => {
    const { kinds } = counting();
    const twin = { ...sum('twin', 50), name: 'a' };
    const evaluation = evaluateNotebook(notebook(sum('a', 1), twin, sum('b', 2, 'a')), kinds);
    expect(problems(evaluation)).toEqual({ twin: { tag: 'duplicateName', name: 'a' } });
    expect(totals(evaluation)).toEqual({ a: 1, twin: 50, b: 3 });
  });

  test('a name not chosen yet is no unknown name', () => {
    const { kinds } = counting();
    expect(problems(evaluateNotebook(notebook(sum('a', 1, '')), kinds))).toEqual({ a: { tag: 'nothingChosen' } });
  });

  test('a cell of a kind nobody knows has no result, and the others work', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(notebook({ id: 'x', kind: 'unknown', name: 'x' }, sum('a', 1, 'x')), kinds);
    expect(problems(evaluation)).toEqual({ a: { tag: 'sourceAtFault', name: 'x' } });
  });

  test('a name that objects have by birth is no cell', () => {
    const { kinds } = counting();
    const evaluation = evaluateNotebook(notebook(sum('a', 1, 'constructor', '__proto__', 'toString')), kinds);
    expect(problems(evaluation)).toMatchObject({ a: { tag: 'unknownName', name: 'constructor' } });
  });
});

describe('what a cell publishes', () => {
  /** Publishes its total, or its total and twice that by field; `look` reads a path. */
  const publishing = (seen: unknown[]) => {
    const { kinds } = counting();
    return {
      sum: { ...kinds.sum!, publishes: (result: unknown) => ({ value: total(result), unit: 'multiple' }) },
      pair: {
        ...kinds.sum!,
        publishes: (result: unknown) => ({
          once: { value: total(result), unit: 'money' },
          twice: { value: 2 * total(result), unit: 'money' },
        }),
      },
      look: {
        ...kinds.sum!,
        explainsNames: true,
        evaluate: (cell: SumCell, around: Surroundings) => {
          seen.push(...['p', 's', 's.once', 'p.twice', 'p.constructor', 'gone'].map((path) => around.value(path)));
          return { total: 0 };
        },
      },
    } as unknown as CellKinds;
  };

  test('is read by its name, or by name and field; anything else is nothing', () => {
    const seen: unknown[] = [];
    const cells = [
      sum('s', 3),
      { ...sum('p', 5), kind: 'pair' },
      { ...sum('look', 0, 's', 'p', 'gone'), kind: 'look' },
    ];
    evaluateNotebook(notebook(...cells), publishing(seen));
    expect(seen).toEqual([
      undefined,
      { value: 3, unit: 'multiple' },
      undefined,
      { value: 10, unit: 'money' },
      undefined,
      undefined,
    ]);
  });
});
