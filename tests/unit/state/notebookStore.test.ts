import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDB } from 'idb';
import type { NotebookStore, NotebookText } from '$lib/state/keptNotebook';
import { freshDatabase, newStore, valueOf } from './freshDatabase';

const written = (title: string, client = ''): NotebookText => ({
  text: JSON.stringify({ version: 2, title, client }),
  title,
  client,
  template: 'investment-case',
});
const titles = async (store: NotebookStore) => (await valueOf(store.list())).map(({ title }) => title);

beforeEach(freshDatabase);
afterEach(() => void vi.restoreAllMocks());

describe('a kept notebook', () => {
  test('is read as it was written, by this page and by the next', async () => {
    const { store } = newStore();
    expect(await valueOf(store.read('a'))).toBeNull();
    const kept = await valueOf(store.write('a', written('Tarjous', 'Kone Oy'), 'me', null));
    expect(kept).toMatchObject({ id: 'a', title: 'Tarjous', client: 'Kone Oy', by: 'me' });
    expect(await valueOf(store.read('a'))).toEqual(kept);
    expect(await valueOf(newStore().store.read('a'))).toEqual(kept);
  });

  test('is listed with the others, the newest first', async () => {
    const { store } = newStore();
    await store.write('a', written('A'), 'me', null);
    const b = await valueOf(store.write('b', written('B'), 'me', null));
    await store.write('c', written('C'), 'me', null);
    await store.write('b', written('B2'), 'me', b.revision);
    expect(await titles(store)).toEqual(['B2', 'C', 'A']);
  });

  test('is told of to other pages, but not when nothing came of it', async () => {
    const { store, told } = newStore();
    await store.write('a', written('A'), 'me', null);
    await store.write('a', written('A'), 'you', 1);
    await store.rename('nobody', 'X');
    expect(told).toEqual([['a', 'me']]);
  });
});

describe('a revision', () => {
  test('that is not the one gone on from is a conflict, and nothing is written over', async () => {
    const { store } = newStore();
    const first = await valueOf(store.write('a', written('A'), 'me', null));
    const second = await valueOf(store.write('a', written('B'), 'me', first.revision));
    const conflict = { ok: false, problem: { tag: 'conflict', theirs: second } };
    expect(await store.write('a', written('C'), 'you', first.revision)).toEqual(conflict);
    expect(await store.write('a', written('C'), 'you', null)).toEqual(conflict);
    expect(await store.clear('a', 'you', first.revision)).toEqual(conflict);
    expect(await valueOf(store.read('a'))).toEqual(second);
  });

  test('of two pages that write at once belongs to one of them', async () => {
    const [mine, yours] = [newStore().store, newStore().store];
    const { revision } = await valueOf(mine.write('a', written('A'), 'me', null));
    const results = await Promise.all([
      mine.write('a', written('mine'), 'me', revision),
      yours.write('a', written('yours'), 'you', revision),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const winner = results[0].ok ? 'mine' : 'yours';
    expect(await titles(mine)).toEqual([winner]);
  });

  test('is never used twice, also when the notebook is cleared and begun again', async () => {
    const { store } = newStore();
    const first = await valueOf(store.write('a', written('A'), 'me', null));
    await store.clear('a', 'me', first.revision);
    const again = await valueOf(store.write('a', written('B'), 'you', null));
    expect(again.revision).toBeGreaterThan(first.revision);
    expect(await store.write('a', written('C'), 'me', first.revision)).toMatchObject({ ok: false });
  });

  test('of a notebook that was taken away since is a conflict with nothing', async () => {
    const { store } = newStore();
    const { revision } = await valueOf(store.write('a', written('A'), 'me', null));
    await store.remove('a');
    const result = await store.write('a', written('B'), 'me', revision);
    expect(result).toEqual({ ok: false, problem: { tag: 'conflict', theirs: null } });
  });
});

describe('taking away', () => {
  test('can be undone with everything, versions too', async () => {
    const { store } = newStore();
    const { text } = await valueOf(store.write('a', written('A'), 'me', null));
    const version = { id: 'v', notebookId: 'a', name: 'Sent', savedAt: 1, text };
    await store.keepVersion(version);
    await store.remove('a');
    expect(await titles(store)).toEqual([]);
    expect(await valueOf(store.read('a'))).toBeNull();
    await store.restore('a');
    expect(await valueOf(store.read('a'))).toMatchObject({ title: 'A', text });
    expect(await valueOf(store.versions('a'))).toEqual([version]);
  });

  test('is for good when it is purged, and touches no other', async () => {
    const { store } = newStore();
    await store.write('a', written('A'), 'me', null);
    const b = await valueOf(store.write('b', written('B'), 'me', null));
    for (const notebookId of ['a', 'b'])
      await store.keepVersion({ id: `of ${notebookId}`, notebookId, name: 'Sent', savedAt: 1, text: '{}' });
    await store.remove('a');
    await store.purge(0);
    await store.restore('a');
    expect(await titles(store)).toContain('A');
    await store.remove('a');
    await store.purge(Date.UTC(2030, 0));
    await store.restore('a');
    expect(await titles(store)).toEqual(['B']);
    expect(await valueOf(store.read('b'))).toEqual(b);
    expect(await valueOf(store.versions('a'))).toEqual([]);
    expect(await valueOf(store.versions('b'))).toHaveLength(1);
  });

  test('of what is again as its template leaves its versions', async () => {
    const { store } = newStore();
    const { revision } = await valueOf(store.write('a', written('A'), 'me', null));
    await store.keepVersion({ id: 'v', notebookId: 'a', name: 'Sent', savedAt: 1, text: '{}' });
    expect(await store.clear('a', 'me', revision)).toEqual({ ok: true, value: null });
    expect(await valueOf(store.read('a'))).toBeNull();
    expect(await valueOf(store.versions('a'))).toHaveLength(1);
  });
});

describe('renaming and copying', () => {
  test('change the title in the list and in the document, and nothing else', async () => {
    const { store } = newStore();
    const before = await valueOf(store.write('a', written('A', 'Kone Oy'), 'me', null));
    const renamed = await valueOf(store.rename('a', 'B'));
    expect(JSON.parse(renamed!.text)).toEqual({ version: 2, title: 'B', client: 'Kone Oy' });
    expect(renamed!.revision).toBeGreaterThan(before.revision);
    const copy = await valueOf(store.duplicate('a', 'c', 'C'));
    expect(JSON.parse(copy!.text)).toEqual({ version: 2, title: 'C', client: 'Kone Oy' });
    expect(await titles(store)).toEqual(['C', 'B']);
  });

  test('leave alone what is not a document', async () => {
    const { store } = newStore();
    for (const text of ['{', 'null', '[]', '7']) {
      const { revision } = await valueOf(store.write('a', { ...written('A'), text }, 'me', null));
      expect([await valueOf(store.rename('a', 'B')), await valueOf(store.duplicate('a', 'c', 'B'))]).toEqual([
        null,
        null,
      ]);
      expect(await valueOf(store.read('a'))).toMatchObject({ text, title: 'A', revision });
      await store.clear('a', 'me', revision);
    }
    expect(await valueOf(store.rename('nobody', 'B'))).toBeNull();
  });

  test('never write over a notebook that has the id of the copy', async () => {
    const { store } = newStore();
    await store.write('a', written('A'), 'me', null);
    await store.write('b', written('B'), 'me', null);
    expect(await valueOf(store.duplicate('a', 'b', 'C'))).toBeNull();
    expect(await titles(store)).toEqual(['B', 'A']);
  });
});

test('what is set aside keeps its text, in a place of its own', async () => {
  const { store, told } = newStore();
  await store.write('a', { ...written('A'), text: '{' }, 'me', null);
  await store.setAside('a', 'b');
  expect(await valueOf(store.read('a'))).toBeNull();
  expect(await valueOf(store.read('b'))).toMatchObject({ text: '{', title: 'A' });
  expect(told).toEqual([
    ['a', 'me'],
    ['b', ''],
  ]);
});

test('a row that something else has written is listed with what it has', async () => {
  const { store } = newStore();
  await store.list();
  const database = await openDB('arvio', 1);
  await database.put('notebooks', { id: 'a', title: 7, savedAt: 'yesterday', revision: NaN });
  database.close();
  const [row] = await valueOf(store.list());
  expect(row).toMatchObject({ id: 'a', title: '', client: '', savedAt: 0, revision: 0 });
  expect(row!.text).toContain('yesterday');
});

describe('versions', () => {
  test('are listed by notebook, the newest first, and forgotten one by one', async () => {
    const { store } = newStore();
    const version = (id: string, notebookId: string, savedAt: number) =>
      store.keepVersion({ id, notebookId, name: id, savedAt, text: '{}' });
    await version('old', 'a', 1);
    await version('other', 'b', 2);
    await version('new', 'a', 3);
    const names = async () => (await valueOf(store.versions('a'))).map(({ name }) => name);
    expect(await names()).toEqual(['new', 'old']);
    await store.dropVersion('new');
    expect(await names()).toEqual(['old']);
  });
});

/** Everything a store can be asked. */
const questions: readonly [string, (store: NotebookStore) => Promise<{ ok: boolean }>][] = [
  ['list', (store) => store.list()],
  ['read', (store) => store.read('a')],
  ['write', (store) => store.write('a', written('A'), 'me', null)],
  ['clear', (store) => store.clear('a', 'me', 1)],
  ['remove', (store) => store.remove('a')],
  ['restore', (store) => store.restore('a')],
  ['purge', (store) => store.purge(0)],
  ['rename', (store) => store.rename('a', 'B')],
  ['duplicate', (store) => store.duplicate('a', 'b', 'B')],
  ['setAside', (store) => store.setAside('a', 'b')],
  ['versions', (store) => store.versions('a')],
  ['keepVersion', (store) => store.keepVersion({ id: 'v', notebookId: 'a', name: '', savedAt: 1, text: '' })],
  ['dropVersion', (store) => store.dropVersion('v')],
];
const reasonOf = async (question: Promise<{ ok: boolean }>) => {
  const answer = (await question) as { ok: boolean; problem?: string | { tag: string; reason: string } };
  return typeof answer.problem === 'object' ? answer.problem.reason : answer.problem;
};

describe.each(questions)('%s', (_, ask) => {
  test('says that there is no database', async () => {
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    expect(await reasonOf(ask(newStore().store))).toBe('absent');
  });

  test('says that the database is refused', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(await reasonOf(ask(newStore().store))).toBe('blocked');
  });

  test('says so when the very name of the database is refused', async () => {
    const { store } = newStore();
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const reason = await reasonOf(ask(store));
    Object.defineProperty(globalThis, 'indexedDB', own);
    expect(reason).toBe('blocked');
  });

  test('gives up on a database that never opens', async () => {
    vi.useFakeTimers();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    const answer = reasonOf(ask(newStore().store));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await answer).toBe('blocked');
  });
});

describe('a full disk', () => {
  const fill = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('full', 'QuotaExceededError');
    });

  test('is said, keeps what was there, and takes more when there is room again', async () => {
    const { store, told } = newStore();
    const first = await valueOf(store.write('a', written('A'), 'me', null));
    const full = fill();
    expect(await store.write('a', written('B'), 'me', first.revision)).toEqual({
      ok: false,
      problem: { tag: 'notKept', reason: 'full' },
    });
    expect(await store.rename('a', 'B')).toEqual({ ok: false, problem: 'full' });
    expect(told).toHaveLength(1);
    full.mockRestore();
    expect(await valueOf(store.read('a'))).toEqual(first);
    expect((await store.write('a', written('B'), 'me', first.revision)).ok).toBe(true);
  });
});

test('a connection that the browser closes is opened anew', async () => {
  const { store } = newStore();
  const kept = await valueOf(store.write('a', written('A'), 'me', null));
  // A newer release asks for the database: this page lets go of it, and cannot open the newer one.
  const newer = await openDB('arvio', 2);
  expect(await store.read('a')).toEqual({ ok: false, problem: 'blocked' });
  newer.close();
  // It is gone with what the newer one has made of it.
  freshDatabase();
  expect(await valueOf(store.read('a'))).toEqual(kept);
});
