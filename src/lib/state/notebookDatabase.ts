import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { failure, success, type Result } from '$lib/metrics/result';
import type { KeptNotebook, KeptVersion, StoreTrouble } from './keptNotebook';
import { revisionOf, tables, type Change, type Mirror } from './mirror';

interface Tables extends DBSchema {
  notebooks: { key: string; value: KeptNotebook };
  versions: { key: string; value: KeptVersion; indexes: { notebookId: string } };
}
type Mode = 'readonly' | 'readwrite';
type Transaction<M extends Mode> = IDBPTransaction<Tables, ('notebooks' | 'versions')[], M>;

/** The database as the store uses it. Answers a `Result` and never throws. */
export interface NotebookDatabase {
  /** Reads, in one transaction. */
  look<T>(work: (transaction: Transaction<'readonly'>) => Promise<T>): Promise<Result<T, StoreTrouble>>;
  /** Reads and, by `make`, changes: all or nothing, and complete when the disk has it. */
  alter<T>(
    work: (transaction: Transaction<'readwrite'>, make: (change: Change) => Promise<void>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>>;
}

/** A browser that neither opens its database nor refuses it would leave the page waiting for ever. */
const openWithinMs = 5000;

/**
 * The browser's IndexedDB, opened when it is first asked.
 *
 * @param mirror has a copy of every row; from it a database that the browser has lost is made again
 */
export function createNotebookDatabase(mirror: Mirror): NotebookDatabase {
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

  /**
   * Has the mirror take what it has not: rows of an earlier release, and what it could not take at the time.
   *
   * It takes nothing away. A copy whose row is not here may be of a row that was deleted by a page killed before its copy was; it may as
   * well be the last of a row that was lost, in a database made again by a release without a mirror, or while the copies could not be
   * reached. Nothing in the database tells these apart, and the second is what the mirror is for.
   */
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
  async function alter<T>(
    work: (transaction: Transaction<'readwrite'>, make: (change: Change) => Promise<void>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>> {
    const changes: Change[] = [];
    const result = await transact('readwrite', (transaction) =>
      work(transaction, async (change) => {
        changes.push(change.row ? change : { ...change, revision: await lastRevision(transaction, change) });
        await set(transaction, change);
      }),
    );
    if (result.ok) mirror.keep(changes);
    return result;
  }

  return { look: (work) => transact('readonly', work), alter };
}

/** Of a row about to be deleted. One that is not there any more has none that is this page's to forget: 0. */
async function lastRevision(transaction: Transaction<'readwrite'>, { table, id }: Change): Promise<number> {
  const row = await transaction.objectStore(table).get(id);
  return row ? revisionOf(row) : 0;
}

async function set(
  transaction: IDBPTransaction<Tables, ('notebooks' | 'versions')[], 'readwrite' | 'versionchange'>,
  { table, id, row }: Change,
): Promise<void> {
  const rows = transaction.objectStore(table);
  if (row) await rows.put(row as KeptNotebook & KeptVersion);
  else await rows.delete(id);
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not open')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
