import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { failure } from '$lib/metrics/result';
import type { Notebook } from '$lib/notebook/notebook';
import { createJournal } from '$lib/state/journal';
import { Keeper } from '$lib/state/keeper.svelte';
import { recoverNotebooks } from '$lib/state/recoverNotebooks';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';
import { templateOf } from '$lib/templates/templates';
import { newStore, valueOf } from './freshDatabase';
import { fakeStorage } from './fakeStorage';
import { id, openPage, pass, settle, startAfresh, template, theirs, written } from './keeperPage';

startAfresh();

describe('saving', () => {
  test('takes changes together, and waits no longer because more of them come', async () => {
    const { keeper, edit, stored } = await openPage();
    for (let letters = 1; letters <= 7; letters++) {
      edit({ client: 'Kone Oy'.slice(0, letters) });
      await pass(20);
      expect([keeper.saved, await stored()]).toEqual([false, null]);
    }
    await pass(60);
    expect(await stored()).toMatchObject({ client: 'Kone Oy' });
    expect(keeper.saved).toBe(true);
    expect(keeper.savedAt).toBe((await stored())!.savedAt);
  });

  test('goes on while changes never pause: none waits for more than 200 ms', async () => {
    const { edit, stored } = await openPage();
    for (let count = 0; count < 50; count++) {
      edit({ seed: count });
      await pass(50);
      const kept = JSON.parse((await stored())?.text ?? '{"seed":-1}') as Notebook;
      expect(count - kept.seed).toBeLessThanOrEqual(4);
    }
  });

  test('says "saved" only when the disk has it, and of a change during the writing not yet', async () => {
    const { keeper, edit, store, stored } = await openPage();
    const begun = vi.spyOn(store, 'write');
    edit({ client: 'A' });
    vi.advanceTimersByTime(200);
    // The writing has begun, and has not ended.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect(begun).toHaveBeenCalledOnce();
    expect(keeper.saved).toBe(false);
    edit({ client: 'B' });
    await settle();
    expect([keeper.saved, (await stored())!.client]).toEqual([false, 'A']);
    await pass(200);
    expect([keeper.saved, (await stored())!.client]).toEqual([true, 'B']);
  });

  test('of the template takes it away, and undo brings it back', async () => {
    const { keeper, session, edit, stored } = await openPage();
    edit({ client: 'Kone Oy' });
    await pass(200);
    session.reset();
    keeper.notice();
    await pass(200);
    expect([await stored(), keeper.savedAt, keeper.saved]).toEqual([null, null, true]);
    session.undo();
    keeper.notice();
    await pass(200);
    expect(await stored()).toMatchObject({ client: 'Kone Oy' });
  });

  test('of nothing new does nothing', async () => {
    const { store } = newStore();
    const write = vi.spyOn(store, 'write');
    const { keeper, session } = await openPage({ store });
    session.speak('en');
    keeper.notice();
    await pass(1000);
    await keeper.flush();
    keeper.leave();
    await settle();
    expect(write).not.toHaveBeenCalled();
  });

  test('does not wait when the page is closed, and the next page of the site waits for it', async () => {
    const { store } = newStore();
    const { keeper, edit } = await openPage({ store });
    edit({ client: 'Kone Oy' });
    keeper.close();
    const next = await openPage({ store });
    expect(next.session.notebook.client).toBe('Kone Oy');
  });
});

describe('a page that is left', () => {
  test('loses nothing when the database takes nothing any more', async () => {
    const { storage } = fakeStorage();
    const { keeper, edit, store } = await openPage({ storage });
    edit({ client: 'early' });
    await pass(200);
    edit({ client: 'late' });
    vi.spyOn(store, 'write').mockReturnValue(new Promise(() => undefined));
    keeper.leave();
    await settle();

    const later = newStore().store;
    await recoverNotebooks(later, createJournal(storage), storage, () => 'other');
    const { session } = await openPage({ store: later, storage });
    expect(session.notebook.client).toBe('late');
    expect(await valueOf(later.list())).toHaveLength(1);
  });

  test('needs no journal once the database has it', async () => {
    const { storage, texts } = fakeStorage();
    const { keeper, edit } = await openPage({ storage });
    edit({ client: 'Kone Oy' });
    keeper.leave();
    expect(texts.size).toBe(1);
    await settle();
    expect([texts.size, keeper.saved]).toEqual([0, true]);
  });

  test('and shown again after its journal was taken up goes on as if nothing had been', async () => {
    const { storage } = fakeStorage();
    const page = await openPage({ storage });
    page.edit({ client: 'A' });
    const held = vi.spyOn(page.store, 'write').mockResolvedValueOnce(failure({ tag: 'notKept', reason: 'blocked' }));
    page.keeper.leave();
    await settle();
    held.mockRestore();
    await recoverNotebooks(newStore().store, createJournal(storage), storage, () => 'other');
    page.edit({ client: 'B' });
    await pass(200);
    expect([page.keeper.conflict, page.keeper.saved]).toEqual([null, true]);
    expect(await page.stored()).toMatchObject({ client: 'B' });
  });
});

describe('what is kept', () => {
  test('is taken up as it was left', async () => {
    const { store } = newStore();
    await store.write(id, written(theirs), 'you', null);
    const { session, keeper } = await openPage({ store });
    expect(session.notebook).toEqual(theirs);
    expect([keeper.opening, keeper.saved, keeper.trouble, keeper.savedAt]).toEqual([false, true, null, null]);
  });

  test('is taken up in the reader’s language as far as its texts are the template’s', async () => {
    const { store } = newStore();
    await store.write(id, written({ ...theirs, title: 'Oma otsikko' }), 'you', null);
    const { session, keeper } = await openPage({ store, language: 'en' });
    expect(session.notebook).toEqual({ ...investmentCase('en'), client: 'Toinen Oy', title: 'Oma otsikko' });
    expect(keeper.saved).toBe(true);
  });

  test('and damaged stays where it is when it cannot be moved aside', async () => {
    const { store } = newStore();
    const damaged = await valueOf(store.write(id, { ...written(theirs), text: '{' }, 'you', null));
    const { keeper, edit } = await openPage({ store });
    const full = vi.spyOn(store, 'setAside').mockResolvedValue(failure('full'));
    edit({ client: 'Uusi Oy' });
    await pass(200);
    expect([keeper.trouble, await valueOf(store.list())]).toEqual(['full', [damaged]]);
    full.mockRestore();
    await keeper.flush();
    expect([keeper.trouble, (await valueOf(store.list())).length]).toEqual([null, 2]);
  });

  test.each([
    ['cut off', JSON.stringify(theirs).slice(0, 900), 'notJson'],
    ['of a newer version', JSON.stringify({ ...theirs, version: 99 }), 'newerVersion'],
    ['not sound', JSON.stringify({ ...theirs, currency: 7 }), 'invalid'],
    ['of another template', JSON.stringify({ ...theirs, template: 'blank' }), 'invalid'],
    ['empty', '', 'notJson'],
  ])('and is %s changes nothing, is said, and is moved aside by the first change', async (_, text, tag) => {
    const { store } = newStore();
    const damaged = await valueOf(store.write(id, { ...written(theirs), text }, 'you', null));
    const { session, keeper, edit } = await openPage({ store });
    expect(session.notebook).toEqual(template);
    expect(keeper.unreadable).toMatchObject({ tag });
    keeper.leave();
    await settle();
    expect(await valueOf(store.list())).toEqual([damaged]);

    edit({ client: 'Uusi Oy' });
    await pass(200);
    expect([keeper.unreadable, keeper.conflict, keeper.trouble]).toEqual([null, null, null]);
    const [mine, aside] = await valueOf(store.list());
    expect(mine).toMatchObject({ id, client: 'Uusi Oy' });
    expect(aside).toEqual({ ...damaged, id: aside!.id });
  });
});

describe('storage that is not there', () => {
  test('is said when the page opens, and the page works', async () => {
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    const { keeper, edit, session } = await openPage();
    expect(keeper.trouble).toBe('absent');
    edit({ client: 'Kone Oy' });
    await pass(200);
    expect([session.notebook.client, keeper.saved, keeper.trouble]).toEqual(['Kone Oy', false, 'absent']);
  });

  test('whose code does not load counts as blocked', async () => {
    const session = new Session({ kinds: cellKinds, template: templateOf, notebook: template });
    const keeper = new Keeper({
      session,
      id,
      store: () => Promise.reject(new TypeError('no network')),
      journal: createJournal(fakeStorage().storage),
    });
    await keeper.open();
    session.describe({ client: 'Kone Oy' });
    await keeper.flush();
    expect([keeper.trouble, keeper.saved]).toEqual(['blocked', false]);
  });

  test('full is said, not tried for ever, and forgotten when there is room again', async () => {
    const { keeper, edit, stored } = await openPage();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('full', 'QuotaExceededError');
    });
    edit({ client: 'A' });
    await pass(10_000);
    await pass(10_000);
    expect([keeper.trouble, keeper.savedAt, full.mock.calls.length]).toEqual(['full', null, 1]);
    full.mockRestore();
    edit({ client: 'B' });
    await pass(200);
    expect([keeper.trouble, keeper.saved, (await stored())!.client]).toEqual([null, true, 'B']);
  });
});

test('somebody else’s notebook is kept when that is asked for, and not before', async () => {
  const { keeper, edit, store, stored } = await openPage({ id: 'shared', found: null, waits: true });
  edit({ client: 'A' });
  keeper.leave();
  await pass(1000);
  expect([await valueOf(store.list()), keeper.saved]).toEqual([[], false]);
  expect(await keeper.keep()).toBe(true);
  expect([(await stored())!.client, keeper.saved]).toEqual(['A', true]);
  edit({ client: 'B' });
  await pass(200);
  expect((await stored())!.client).toBe('B');
});
