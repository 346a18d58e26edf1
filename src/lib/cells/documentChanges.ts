import { defineMessages, type Language } from '$lib/i18n/language';
import { withCell, type Cell, type Notebook } from '$lib/notebook/notebook';
import { sameData } from '$lib/notebook/sameData';
import { cellWords, shortened } from './cellWords';
import { toldByDriver, type Change } from './changes';

const messages = defineMessages({
  fi: {
    title: 'Otsikko',
    subtitle: 'Alaotsikko',
    client: 'Asiakas',
    currency: 'Valuutta',
    order: 'Solujen järjestys',
    ordered: { from: 'entinen', to: 'muutettu' },
    empty: 'tyhjä',
    cell: 'Solu',
    missing: 'ei ollut',
    removed: 'poistettu',
    before: 'entinen',
    edited: 'muokattu',
  },
  en: {
    title: 'Title',
    subtitle: 'Subtitle',
    client: 'Client',
    currency: 'Currency',
    order: 'Order of the cells',
    ordered: { from: 'as before', to: 'changed' },
    empty: 'empty',
    cell: 'Cell',
    missing: 'not there',
    removed: 'removed',
    before: 'as before',
    edited: 'edited',
  },
});

const headers = ['title', 'subtitle', 'client', 'currency'] as const;

/** What else differs between a notebook and where it came from: its title block, cells added, removed or edited, and their order. */
export function documentChanges(notebook: Notebook, origin: Notebook, language: Language): Change[] {
  const say = messages[language];
  const header = headers.flatMap((key): Change[] => {
    if (notebook[key] === origin[key]) return [];
    const [from, to] = [shortened(origin[key]) || say.empty, shortened(notebook[key]) || say.empty];
    return [{ key, name: say[key], from, to, back: (notebook) => ({ ...notebook, [key]: origin[key] }) }];
  });

  const before = new Map(origin.cells.map((cell) => [cell.id, cell]));
  const now = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const removed = origin.cells
    .filter(({ id }) => !now.has(id))
    .map((cell): Change => {
      const back = (notebook: Notebook) => ({ ...notebook, cells: insertAsIn(origin, notebook, cell) });
      return { key: `cell ${cell.id}`, name: say.cell, from: cellWords(cell, language), to: say.removed, back };
    });
  const others = notebook.cells.flatMap((cell): Change[] => {
    const then = before.get(cell.id);
    const key = `cell ${cell.id}`;
    if (!then) {
      const back = (notebook: Notebook) => ({ ...notebook, cells: notebook.cells.filter(({ id }) => id !== cell.id) });
      return [{ key, name: say.cell, from: say.missing, to: cellWords(cell, language), back }];
    }
    if (then === cell || sameData(fieldsOf(then, false), fieldsOf(cell, false))) return [];
    const back = (notebook: Notebook) => withCell(notebook, cell.id, (cell) => asBefore(then, cell));
    return [{ key, name: cellWords(then, language), from: say.before, to: say.edited, back }];
  });

  const kept = (one: Notebook, other: ReadonlyMap<string, Cell>) =>
    one.cells.filter(({ id }) => other.has(id)).map(({ id }) => id);
  const moved = !sameData(kept(notebook, before), kept(origin, now));
  const order: Change = {
    key: 'order',
    name: say.order,
    ...say.ordered,
    back: (notebook) => ({ ...notebook, cells: orderedAsIn(origin, notebook) }),
  };
  return [...header, ...removed, ...others, ...(moved ? [order] : [])];
}

function fieldsOf(cell: Cell, apart: boolean): Record<string, unknown> {
  const told = (key: string) => cell.kind === 'scenario' && toldByDriver.includes(key);
  return Object.fromEntries(Object.entries(cell).filter(([key]) => told(key) === apart));
}

/** A cell as it was, in all but what is told apart. */
function asBefore(then: Cell, cell: Cell): Cell {
  if (cell.kind !== then.kind) return then;
  return { ...fieldsOf(then, false), ...fieldsOf(cell, true) } as unknown as Cell;
}

/** The cells with one of the origin's put back, after the nearest of those that stood before it there. */
function insertAsIn(origin: Notebook, { cells }: Notebook, cell: Cell): readonly Cell[] {
  const earlier = origin.cells.slice(0, origin.cells.indexOf(cell)).map(({ id }) => id);
  const place = cells.findLastIndex(({ id }) => earlier.includes(id)) + 1;
  return cells.toSpliced(place, 0, cell);
}

/** The origin's cells in the origin's order, in the places they take among the others. */
function orderedAsIn(origin: Notebook, { cells }: Notebook): readonly Cell[] {
  const known = new Map(cells.map((cell) => [cell.id, cell]));
  const inOrder = origin.cells.flatMap(({ id }) => known.get(id) ?? []);
  const original = new Set(inOrder);
  return cells.map((cell) => (original.has(cell) ? inOrder.shift()! : cell));
}
