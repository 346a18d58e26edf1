import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { revisionOf, type Change, type Mirror } from '$lib/state/mirror';
import { createNotebookStore } from '$lib/state/notebookStore';

/** An empty database in the place of the browser's. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** A mirror that keeps its rows in memory. */
export function newMirror(): Mirror {
  const rows = new Map<string, Change>();
  return {
    keep(changes) {
      for (const change of changes) {
        const key = `${change.table} ${change.id}`;
        if (change.row) rows.set(key, change);
        else rows.delete(key);
      }
    },
    revisions: async (wanted) =>
      new Map([...rows.values()].filter(({ table }) => table === wanted).map(({ id, row }) => [id, revisionOf(row!)])),
    rows: async () => [...rows.values()],
  };
}

/** A store whose clock goes on by a second with every question, and what it tells other pages. */
export function newStore(mirror: Mirror = newMirror()) {
  const told: [id: string, by: string][] = [];
  let now = Date.UTC(2026, 5, 1, 11, 2);
  const store = createNotebookStore({ now: () => (now += 1000), tell: (id, by) => void told.push([id, by]), mirror });
  return { store, told };
}

/** What a promise of a `Result` holds, which must be well. */
export async function valueOf<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const known = await result;
  if (!known.ok) throw new Error(`not well: ${JSON.stringify(known.problem)}`);
  return known.value;
}
