import { failure, success, type Result } from '$lib/metrics/result';
import type { KeptNotebook, NotebookStore, StoreTrouble, WriteProblem } from './keptNotebook';
import type { Mirror } from './mirror';
import { createNotebookDatabase } from './notebookDatabase';

interface Options {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells other pages that a notebook has changed, and by which page. */
  readonly tell?: (id: string, by: string) => void;
  /** A second copy of every row, from which a database that the browser has lost is made again. */
  readonly mirror: Mirror;
}

/** Notebooks in the browser's database. One for a page. */
export function createNotebookStore({ now, tell = () => undefined, mirror }: Options): NotebookStore {
  const { look, alter } = createNotebookDatabase(mirror);

  const nextRevision = (before: KeptNotebook | undefined) => Math.max(now(), (before?.revision ?? 0) + 1);

  /** Changes one notebook in one transaction: what another page writes comes before it or after it, never between. */
  async function edit<T>(
    id: string,
    by: string,
    work: (current: KeptNotebook | undefined, put: (next: KeptNotebook | null) => Promise<void>) => Promise<T>,
  ): Promise<Result<T, StoreTrouble>> {
    let changed = false;
    const result = await alter(async (transaction, make) => {
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
      const rows = await look((transaction) => transaction.objectStore('notebooks').getAll());
      if (!rows.ok) return rows;
      const kept = rows.value.map(toKept).filter((one) => onList(one));
      return success(kept.sort((a, b) => b.savedAt - a.savedAt));
    },
    async read(id) {
      const found = await look((transaction) => transaction.objectStore('notebooks').get(id));
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
      alter(async (transaction, make) => {
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
      const moved = await alter(async (transaction, make) => {
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
      const found = await look((transaction) =>
        transaction.objectStore('versions').index('notebookId').getAll(notebookId),
      );
      return found.ok ? success(found.value.toSorted((a, b) => b.savedAt - a.savedAt)) : found;
    },
    keepVersion: (version) =>
      alter(async (_, make) => {
        await make({ table: 'versions', id: version.id, row: version });
        return null;
      }),
    dropVersion: (id) =>
      alter(async (_, make) => {
        await make({ table: 'versions', id, row: null });
        return null;
      }),
  };
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
