import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { failure, success, type Result } from '$lib/metrics/result';
import type { KeptNotebook, KeptVersion, NotebookStore, StoreTrouble, WriteProblem } from './keptNotebook';
import { revisionOf, tables, type Change, type Mirror } from './mirror';

interface Tables extends DBSchema {
  notebooks: { key: string; value: KeptNotebook };
  versions: { key: string; value: KeptVersion; indexes: { notebookId: string } };
}
type Mode = 'readonly' | 'readwrite';
type Transaction<M extends Mode> = IDBPTransaction<Tables, ('notebooks' | 'versions')[], M>;

interface Options {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells other pages that a notebook has changed, and by which page. */
  readonly tell?: (id: string, by: string) => void;
  /** A second copy of every row, from which a database that the browser has lost is made again. */
  readonly mirror: Mirror;
}

/** A browser that neither opens its database nor refuses it would leave the page waiting for ever. */
const openWithinMs = 5000;

/** Notebooks in the browser's IndexedDB. One for a page; opens the database when it is first asked. */
export function createNotebookStore({ now, tell = () => undefined, mirror }: Options): NotebookStore {
  let opening: Promise<IDBPDatabase<Tables>> | undefined;
  const forget = () => (opening = undefined);

  /** Opens the database. One that is not there is made with `rows` in it, all or none; without rows nothing is made. */
  const openWith = async (rows: readonly Change[] | null): Promise<IDBPDatabase<Tables> | null> => {
    let missing = false;
    const opened = openDB<Tables>('arvio', 1, {
      upgrade(database, _from, _to, transaction) {
        // Its failure is told by the opening.
        transaction.done.catch(() => undefined);
        if (!rows) {
          missing = true;
          return transaction.abort();
        }
        database.createObjectStore('notebooks', { keyPath: 'id' });
        database.createObjectStore('versions', { keyPath: 'id' }).createIndex('notebookId', 'notebookId');
        for (const change of rows) set(transaction, change).catch(() => undefined);
      },
      // A page of a newer release wants the database: it may have it, and this page opens it anew when it can.
      blocking(_current, _blocked, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    return opened.catch((error: unknown) => {
      if (missing) return null;
      throw error;
    });
  };

  const open = (): Promise<IDBPDatabase<Tables>> => {
    const openOrMake = async () => {
      const opened = await openWith(null);
      if (opened) completeMirror(opened).catch(() => undefined);
      return opened ?? (await openWith(await mirror.rows()))!;
    };
    opening ??= within(openWithinMs, openOrMake());
    opening.catch(forget);
    return opening;
  };

  /** Has the mirror take what it has not: rows of an earlier release, and what it could not take at the time. */
  async function completeMirror(database: IDBPDatabase<Tables>): Promise<void> {
    for (const table of tables) {
      const known = await mirror.revisions(table);
      if (!known) return;
      for (const row of await database.getAll(table))
        if ((known.get(row.id) ?? -1) < revisionOf(row)) mirror.keep([{ table, id: row.id, row }]);
    }
  }

  async function transact<M extends Mode, T>(
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>> {
    try {
      if (!globalThis.indexedDB) return failure('absent');
    } catch {
      return failure('blocked');
    }
    try {
      // Strict: complete when it is on the disk and not only on its way there, because "saved" is what the page says then. It costs
      // some milliseconds that nobody waits for.
      const begin = async () =>
        (await open()).transaction(['notebooks', 'versions'], mode, { durability: 'strict' }) as Transaction<M>;
      const transaction = await begin().catch((error: unknown) => {
        // A connection that was closed under our hands is opened once more.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        forget();
        return begin();
      });
      // Its failure is told by whichever is awaited first.
      transaction.done.catch(() => undefined);
      const value = await work(transaction);
      await transaction.done;
      return success(value);
    } catch (error) {
      return failure(error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'blocked');
    }
  }

  /** As `transact`; what is changed by `make` is mirrored once the disk has it. */
  async function mirrored<T>(
    work: (transaction: Transaction<'readwrite'>, make: (change: Change) => Promise<void>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>> {
    const changes: Change[] = [];
    const result = await transact('readwrite', (transaction) =>
      work(transaction, (change) => {
        changes.push(change);
        return set(transaction, change);
      }),
    );
    if (result.ok) mirror.keep(changes);
    return result;
  }

  const nextRevision = (before: KeptNotebook | undefined) => Math.max(now(), (before?.revision ?? 0) + 1);

  /** Changes one notebook in one transaction: what another page writes comes before it or after it, never between. */
  async function edit<T>(
    id: string,
    by: string,
    work: (current: KeptNotebook | undefined, put: (next: KeptNotebook | null) => Promise<void>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>> {
    let changed = false;
    const result = await mirrored(async (transaction, make) => {
      const found = await transaction.objectStore('notebooks').get(id);
      return work(found && toKept(found), (row) => {
        changed = true;
        return make({ table: 'notebooks', id, row });
      });
    });
    if (result.ok && changed) tell(id, by);
    return result;
  }

  /** As `edit`, going on from a known revision. */
  const editFrom = async <T>(
    id: string,
    by: string,
    expected: number | null,
    change: (current: KeptNotebook | undefined) => readonly [next: KeptNotebook | null, value: T],
  ): Promise<Result<T, WriteProblem>> => {
    const result = await edit<Result<T, WriteProblem>>(id, by, async (current, put) => {
      const theirs = onList(current);
      if ((theirs?.revision ?? null) !== expected) return failure({ tag: 'conflict', theirs });
      const [next, value] = change(current);
      await put(next);
      return success(value);
    });
    return result.ok ? result.value : failure({ tag: 'notKept', reason: result.problem });
  };

  const place = (id: string, deletedAt: number | undefined) =>
    edit(id, '', async (current, put) => {
      if (!current) return null;
      const kept: KeptNotebook & { deletedAt?: number } = { ...current, by: '', revision: nextRevision(current) };
      if (deletedAt === undefined) delete kept.deletedAt;
      else kept.deletedAt = deletedAt;
      await put(kept);
      return null;
    });

  return {
    async list() {
      const rows = await transact('readonly', (transaction) => transaction.objectStore('notebooks').getAll());
      if (!rows.ok) return rows;
      const kept = rows.value.map(toKept).filter((one) => onList(one));
      return success(kept.sort((a, b) => b.savedAt - a.savedAt));
    },
    async read(id) {
      const found = await transact('readonly', (transaction) => transaction.objectStore('notebooks').get(id));
      return found.ok ? success(onList(found.value && toKept(found.value))) : found;
    },
    write: (id, written, by, expected) =>
      editFrom(id, by, expected, (current) => {
        const { text, title, client, template } = written;
        const kept = { id, text, title, client, template, by, savedAt: now(), revision: nextRevision(current) };
        return [kept, kept];
      }),
    clear: (id, by, expected) => editFrom(id, by, expected, () => [null, null]),
    remove: (id) => place(id, now()),
    restore: (id) => place(id, undefined),
    purge: (before) =>
      mirrored(async (transaction, make) => {
        const [notebooks, versions] = [transaction.objectStore('notebooks'), transaction.objectStore('versions')];
        for (const { id, deletedAt } of await notebooks.getAll()) {
          if (deletedAt === undefined || deletedAt >= before) continue;
          await make({ table: 'notebooks', id, row: null });
          for (const version of await versions.index('notebookId').getAllKeys(id))
            await make({ table: 'versions', id: version, row: null });
        }
        return null;
      }),
    rename: (id, title) =>
      edit(id, '', async (current, put) => {
        const renamed = current && entitled(current, title);
        if (!renamed) return null;
        const next = { ...renamed, by: '', savedAt: now(), revision: nextRevision(current) };
        await put(next);
        return next;
      }),
    async duplicate(id, copy, title) {
      const source = await this.read(id);
      const renamed = source.ok && source.value ? entitled(source.value, title) : null;
      if (!renamed) return source.ok ? success(null) : source;
      const written = await this.write(copy, renamed, '', null);
      if (written.ok) return written;
      return written.problem.tag === 'notKept' ? failure(written.problem.reason) : success(null);
    },
    async setAside(id, aside) {
      const moved = await mirrored(async (transaction, make) => {
        const found = await transaction.objectStore('notebooks').get(id);
        if (!found) return null;
        await make({ table: 'notebooks', id: aside, row: { ...found, id: aside } });
        await make({ table: 'notebooks', id, row: null });
        return null;
      });
      if (moved.ok) tell(aside, '');
      return moved;
    },

    async versions(notebookId) {
      const found = await transact('readonly', (transaction) =>
        transaction.objectStore('versions').index('notebookId').getAll(notebookId),
      );
      return found.ok ? success(found.value.toSorted((a, b) => b.savedAt - a.savedAt)) : found;
    },
    keepVersion: (version) =>
      mirrored(async (_, make) => {
        await make({ table: 'versions', id: version.id, row: version });
        return null;
      }),
    dropVersion: (id) =>
      mirrored(async (_, make) => {
        await make({ table: 'versions', id, row: null });
        return null;
      }),
  };
}

async function set(
  transaction: IDBPTransaction<Tables, ('notebooks' | 'versions')[], 'readwrite' | 'versionchange'>,
  { table, id, row }: Change,
): Promise<void> {
  const rows = transaction.objectStore(table);
  if (row) await rows.put(row as KeptNotebook & KeptVersion);
  else await rows.delete(id);
}

const onList = (kept: KeptNotebook | undefined): KeptNotebook | null =>
  kept && kept.deletedAt === undefined ? kept : null;

/** A row as it should be, whatever stands there: somebody else's page, or a damaged disk, may have written it. */
function toKept(row: KeptNotebook): KeptNotebook {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
  return {
    id: text(row.id),
    text: typeof row.text === 'string' ? row.text : (JSON.stringify(row) ?? ''),
    title: text(row.title),
    client: text(row.client),
    template: text(row.template),
    by: text(row.by),
    savedAt: number(row.savedAt),
    revision: number(row.revision),
    ...(row.deletedAt === undefined ? {} : { deletedAt: number(row.deletedAt) }),
  };
}

/** The same notebook under another title, in its text too; `null` when the text is not a document. */
function entitled(kept: KeptNotebook, title: string): KeptNotebook | null {
  try {
    const document = JSON.parse(kept.text) as unknown;
    if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
    return { ...kept, title, text: JSON.stringify({ ...document, title }) };
  } catch {
    return null;
  }
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not open')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
