import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NotebookStore, NotebookText } from '$lib/state/keptNotebook';
import { revisionOf, type Change } from '$lib/state/mirror';
import { freshDatabase, newMirror, newStore, valueOf } from './freshDatabase';

const written = (title: string): NotebookText => ({
  text: JSON.stringify({ version: 2, title }),
  title,
  client: '',
  template: 'investment-case',
});
const titles = async (store: NotebookStore) => (await valueOf(store.list())).map(({ title }) => title);

beforeEach(freshDatabase);
afterEach(() => void vi.restoreAllMocks());

test('a database the browser has thrown away comes back as it was', async () => {
  const mirror = newMirror();
  const { store } = newStore(mirror);
  const a = await valueOf(store.write('a', written('A'), 'me', null));
  const b = await valueOf(store.write('b', written('B'), 'me', null));
  const version = { id: 'v', notebookId: 'a', name: 'Sent', savedAt: 1, text: a.text };
  await store.keepVersion(version);
  await store.remove('b');
  freshDatabase();

  const after = newStore(mirror).store;
  expect(await titles(after)).toEqual(['A']);
  expect(await valueOf(after.read('a'))).toEqual(a);
  expect(await valueOf(after.versions('a'))).toEqual([version]);
  // What was taken off the list can still be put back, and writing goes on from where it was.
  await after.restore('b');
  expect(await valueOf(after.read('b'))).toMatchObject({ text: b.text });
  expect((await after.write('a', written('A2'), 'me', a.revision)).ok).toBe(true);
});

test('what was forgotten does not come back', async () => {
  const mirror = newMirror();
  const { store } = newStore(mirror);
  const { revision } = await valueOf(store.write('cleared', written('C'), 'me', null));
  await store.clear('cleared', 'me', revision);
  await store.write('purged', written('P'), 'me', null);
  await store.keepVersion({ id: 'of purged', notebookId: 'purged', name: 'Sent', savedAt: 1, text: '{}' });
  await store.remove('purged');
  await store.purge(Date.UTC(2030, 0));
  await store.keepVersion({ id: 'dropped', notebookId: 'a', name: 'Sent', savedAt: 1, text: '{}' });
  await store.dropVersion('dropped');
  await store.write('damaged', { ...written('D'), text: '{' }, 'me', null);
  await store.setAside('damaged', 'aside');
  freshDatabase();

  const after = newStore(mirror).store;
  await after.restore('purged');
  expect((await valueOf(after.list())).map(({ id }) => id)).toEqual(['aside']);
  expect(await valueOf(after.versions('purged'))).toEqual([]);
  expect(await valueOf(after.versions('a'))).toEqual([]);
});

test('the mirror is told up to which revision a row is gone: a later one may be there by then', async () => {
  const mirror = newMirror();
  const gone: Change[] = [];
  const keep = (changes: readonly Change[]) => {
    gone.push(...changes.filter(({ row }) => !row));
    mirror.keep(changes);
  };
  const { store } = newStore({ ...mirror, keep });
  const cleared = await valueOf(store.write('cleared', written('C'), 'me', null));
  await store.clear('cleared', 'me', cleared.revision);
  await store.write('purged', written('P'), 'me', null);
  await store.keepVersion({ id: 'of purged', notebookId: 'purged', name: 'Sent', savedAt: 1, text: '{}' });
  await store.remove('purged');
  const purged = revisionOf((await mirror.rows()).find(({ id }) => id === 'purged')!.row!);
  await store.purge(Date.UTC(2030, 0));
  await store.dropVersion('dropped by another page');
  const damaged = await valueOf(store.write('damaged', { ...written('D'), text: '{' }, 'me', null));
  await store.setAside('damaged', 'aside');

  expect(gone).toEqual([
    { table: 'notebooks', id: 'cleared', row: null, revision: cleared.revision },
    { table: 'notebooks', id: 'purged', row: null, revision: purged },
    { table: 'versions', id: 'of purged', row: null, revision: 0 },
    { table: 'versions', id: 'dropped by another page', row: null, revision: 0 },
    { table: 'notebooks', id: 'damaged', row: null, revision: damaged.revision },
  ]);
});

test('copies stay when the database lacks their rows: it may have been made while they could not be reached', async () => {
  const mirror = newMirror();
  const { store } = newStore(mirror);
  const a = await valueOf(store.write('a', written('A'), 'me', null));
  freshDatabase();
  const unreachable = { keep: () => undefined, revisions: async () => null, rows: async () => [] };
  await newStore(unreachable).store.write('b', written('B'), 'me', null);

  // That 'b' has a copy shows that the mirror was completed.
  expect(await titles(newStore(mirror).store)).toEqual(['B']);
  await expect.poll(() => mirror.rows()).toHaveLength(2);
  expect(await mirror.rows()).toContainEqual({ table: 'notebooks', id: 'a', row: a });
});

test('is made again whole or not at all: what failed half way is done at the next visit', async () => {
  const mirror = newMirror();
  const { store } = newStore(mirror);
  for (const id of ['a', 'b', 'c']) await store.write(id, written(id), 'me', null);
  freshDatabase();

  const put = IDBObjectStore.prototype.put;
  let puts = 0;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    if (++puts < 3) return put.apply(this, row);
    this.transaction.abort();
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect((await newStore(mirror).store.list()).ok).toBe(false);
  full.mockRestore();
  expect((await titles(newStore(mirror).store)).sort()).toEqual(['a', 'b', 'c']);
});

test('copies that cannot be read now are not taken for none: nothing is made, and the next visit tries again', async () => {
  const mirror = newMirror();
  await newStore(mirror).store.write('a', written('A'), 'me', null);
  freshDatabase();

  const deaf = { ...mirror, rows: () => Promise.reject(new DOMException('busy', 'NotReadableError')) };
  const { store } = newStore(deaf);
  expect(await store.list()).toEqual({ ok: false, problem: 'blocked' });
  expect((await store.write('a', written('B'), 'me', null)).ok).toBe(false);
  expect(await titles(newStore(mirror).store)).toEqual(['A']);
});

test('what has no copy, or an old one, is copied when the database is opened', async () => {
  const mirror = newMirror();
  const { store } = newStore(mirror);
  const old = await valueOf(store.write('a', written('A'), 'me', null));
  // A page of an earlier release, or one that was killed too early, mirrors nothing.
  const { store: earlier } = newStore({ ...mirror, keep: () => undefined });
  const a = await valueOf(earlier.write('a', written('A2'), 'me', old.revision));
  await earlier.write('b', written('B'), 'me', null);
  await earlier.keepVersion({ id: 'v', notebookId: 'a', name: 'Sent', savedAt: 1, text: '{}' });
  expect(await mirror.rows()).toEqual([{ table: 'notebooks', id: 'a', row: old }]);

  await newStore(mirror).store.list();
  await expect.poll(() => mirror.rows()).toHaveLength(3);
  expect(await mirror.rows()).toContainEqual({ table: 'notebooks', id: 'a', row: a });
});

test('where nothing is mirrored everything else is as ever', async () => {
  const { store } = newStore({ keep: () => undefined, revisions: async () => null, rows: async () => [] });
  await store.write('a', written('A'), 'me', null);
  expect(await titles(store)).toEqual(['A']);
  freshDatabase();
  expect(await titles(newStore().store)).toEqual([]);
});
