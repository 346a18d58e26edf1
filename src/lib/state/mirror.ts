import type { KeptNotebook, KeptVersion } from './keptNotebook';

export const tables = ['notebooks', 'versions'] as const;
export type Table = (typeof tables)[number];

/** A row as it stands in a table from now on; `null`: it is gone. */
export interface Change {
  readonly table: Table;
  readonly id: string;
  readonly row: KeptNotebook | KeptVersion | null;
  /** Of a row that is gone: the last revision it had. Copies up to it go too; absent, every copy goes. */
  readonly revision?: number;
}

/**
 * A second copy of the database's rows, for the day the database is not there any more. A browser that finds its database damaged
 * throws all of it away without a word: Chromium does so when it was once killed in the middle of writing a record and was used after
 * that. Where a browser has no room for it nothing is mirrored, and nobody waits for it.
 */
export interface Mirror {
  /** Makes the changes when it can, in this order; of one row only the newest. */
  keep(changes: readonly Change[]): void;
  /**
   * The revision of each row's newest copy, by id; `null` where nothing is mirrored. A copy whose writing was never finished is none.
   *
   * @throws when the copies cannot be listed now
   */
  revisions(table: Table): Promise<ReadonlyMap<string, number> | null>;
  /**
   * Every copy that is whole.
   * @throws when there may be copies that cannot be read now
   */
  rows(): Promise<readonly Change[]>;
}

/** What a copy's file is called: an id may be anything, a file's name may not. */
const nameOf = (id: string, row: KeptNotebook | KeptVersion) => `${encodeURIComponent(id)}.${revisionOf(row)}.json`;
const named = /^(.*)\.(\d+)\.json$/;

/** By which copies of a row are told apart; a version never changes and has none: 0. */
export function revisionOf(row: KeptNotebook | KeptVersion): number {
  return 'revision' in row && Number.isSafeInteger(row.revision) ? Math.max(0, row.revision) : 0;
}

interface Copy {
  readonly id: string;
  readonly revision: number;
  readonly file: FileSystemFileHandle;
}

/** A file for each row, in the private files of the site (OPFS). */
export function createMirror(privateFiles: () => Promise<FileSystemDirectoryHandle>): Mirror {
  /** `null` where the browser has no such files, or none that a page can write. */
  const root = async () => {
    if (typeof FileSystemFileHandle !== 'function' || !('createWritable' in FileSystemFileHandle.prototype))
      return null;
    return Promise.resolve()
      .then(privateFiles)
      .catch(() => null);
  };

  /** Copies of a table, the newest of a row last: an interrupted writing leaves two. */
  async function copies(table: Table, of: FileSystemDirectoryHandle): Promise<Copy[]> {
    const found: Copy[] = [];
    try {
      const folder = await (await of.getDirectoryHandle('arvio')).getDirectoryHandle(table);
      for await (const file of folder.values()) {
        const copy = file.kind === 'file' && toCopy(file);
        if (copy) found.push(copy);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return found.sort((a, b) => a.revision - b.revision);
  }

  async function make({ table, id, row, revision: last = Infinity }: Change): Promise<void> {
    const of = await root();
    if (!of) return;
    const ours = await of.getDirectoryHandle('arvio', { create: true });
    const folder = await ours.getDirectoryHandle(table, { create: true });
    const old = (await copies(table, of)).filter((copy) => copy.id === id);
    const name = row && nameOf(id, row);
    if (name) await write(folder, name, JSON.stringify(row));
    // The older stand until the new one is whole; a newer one is another page's, also when the row is gone for this one.
    for (const { file, revision } of old)
      if (row ? revision < revisionOf(row) : revision <= last) await folder.removeEntry(file.name);
  }

  const due = new Map<string, Change>();
  let making = false;
  async function makeDue(): Promise<void> {
    if (making) return;
    making = true;
    for (const [key, change] of due) {
      due.delete(key);
      // What cannot be mirrored now is when the database is next opened.
      await make(change).catch(() => undefined);
    }
    making = false;
  }

  return {
    keep(changes) {
      for (const change of changes) due.set(`${change.table} ${change.id}`, change);
      void makeDue();
    },
    async revisions(table) {
      const of = await root();
      if (!of) return null;
      const found = await copies(table, of);
      const written = await Promise.all(found.map(({ file }) => isWritten(file)));
      return new Map(found.filter((_, at) => written[at]).map(({ id, revision }) => [id, revision]));
    },
    async rows() {
      const of = await root();
      if (!of) return [];
      const read = await Promise.all(
        tables.map(async (table) => Promise.all((await copies(table, of)).map((copy) => toChange(table, copy)))),
      );
      // Of one row the newest that is whole.
      const newest = new Map(
        read.flat().flatMap((change) => (change ? [[`${change.table} ${change.id}`, change]] : [])),
      );
      return [...newest.values()];
    },
  };
}

/** Writes a file whole or leaves things as they were: no file, or the earlier one of this name. */
async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  let writing: FileSystemWritableFileStream | undefined;
  try {
    writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  } catch (error) {
    // A file that is still being written cannot be removed.
    await writing?.abort().catch(() => undefined);
    if ((await file.getFile()).size === 0) await folder.removeEntry(name);
    throw error;
  }
}

/**
 * A file has its name as soon as its writing begins and its contents only at the end, so that a page killed in between leaves an empty
 * one. One that cannot be looked at counts as not written: to write it once more does no harm.
 */
const isWritten = (file: FileSystemFileHandle): Promise<boolean> =>
  file.getFile().then(
    ({ size }) => size > 0,
    () => false,
  );

/** `null` for a file that is none of ours. */
function toCopy(file: FileSystemFileHandle): Copy | null {
  const [, id, revision] = named.exec(file.name) ?? [];
  try {
    return id === undefined ? null : { id: decodeURIComponent(id), revision: Number(revision), file };
  } catch {
    return null;
  }
}

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/** `null` for a copy that is not whole, or is gone meanwhile. */
async function toChange(table: Table, { id, file }: Copy): Promise<Change | null> {
  try {
    const row = JSON.parse(await (await file.getFile()).text()) as KeptNotebook | KeptVersion | null;
    return row?.id === id ? { table, id, row } : null;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return null;
    throw error;
  }
}
