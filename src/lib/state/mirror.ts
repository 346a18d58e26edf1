import type { KeptNotebook, KeptVersion } from './keptNotebook';
import { within } from './within';

export const tables = ['notebooks', 'versions'] as const;
export type Table = (typeof tables)[number];

/** A row as it stands in a table from now on; `null`: it is gone. */
export interface Change {
  readonly table: Table;
  readonly id: string;
  readonly row: KeptNotebook | KeptVersion | null;
}

/**
 * A second copy of the database's rows, for the day the database is not there any more. A browser that finds its database damaged
 * throws all of it away without a word: Chromium does so when it was once killed in the middle of writing a record and was used after
 * that. The copy never keeps the page from working: where there is none, nothing is mirrored.
 */
export interface Mirror {
  /** Makes the changes. Settles when they stand there, or cannot; never fails. */
  keep(changes: readonly Change[]): Promise<void>;
  /** Of which rows there is a copy, whatever it is. */
  ids(table: Table): Promise<ReadonlySet<string>>;
  /** Every row that can be read. */
  rows(): Promise<readonly Change[]>;
}

/** Long for a few kilobytes. A browser that takes longer is not waited for again. */
const patienceMs = 2000;

const suffix = '.json';
/** An id may be anything; a file's name may not. */
const fileOf = (id: string) => encodeURIComponent(id) + suffix;

/** A file for each row, in the private files of the site (OPFS): another place on the disk than the database's. */
export function createMirror(root: () => Promise<FileSystemDirectoryHandle>): Mirror {
  let gaveUp = false;
  const attempt = async <T>(otherwise: T, work: () => Promise<T>): Promise<T> => {
    if (gaveUp) return otherwise;
    let settled = false;
    const done = work().finally(() => (settled = true));
    return within(patienceMs, done).catch(() => {
      gaveUp ||= !settled;
      return otherwise;
    });
  };
  const folderOf = async (table: Table, create = false) =>
    (await (await root()).getDirectoryHandle('arvio', { create })).getDirectoryHandle(table, { create });

  async function make({ table, id, row }: Change): Promise<void> {
    const folder = await folderOf(table, true);
    if (!row) return folder.removeEntry(fileOf(id));
    // The old file stands until the new one is whole.
    const writing = await (await folder.getFileHandle(fileOf(id), { create: true })).createWritable();
    await writing.write(JSON.stringify(row));
    await writing.close();
  }

  async function filesIn(table: Table): Promise<FileSystemFileHandle[]> {
    const files: FileSystemFileHandle[] = [];
    for await (const one of (await folderOf(table)).values())
      if (one.kind === 'file' && one.name.endsWith(suffix)) files.push(one);
    return files;
  }

  return {
    async keep(changes) {
      for (const change of changes) await attempt(undefined, () => make(change));
    },
    async ids(table) {
      const files = await attempt([], () => filesIn(table));
      return new Set(files.map(({ name }) => decodeURIComponent(name.slice(0, -suffix.length))));
    },
    async rows() {
      const rows: Change[] = [];
      for (const table of tables)
        for (const file of await attempt([], () => filesIn(table))) {
          const row = await attempt(null, async () => toRow(await (await file.getFile()).text()));
          // A row names itself, or it is none of ours.
          if (row && fileOf(row.id) === file.name) rows.push({ table, id: row.id, row });
        }
      return rows;
    },
  };
}

function toRow(text: string): KeptNotebook | KeptVersion | null {
  const row = JSON.parse(text) as KeptNotebook | KeptVersion | null;
  return typeof row?.id === 'string' ? row : null;
}
