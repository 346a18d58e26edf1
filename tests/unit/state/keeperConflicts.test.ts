import { describe, expect, test, vi } from 'vitest';
import type { NotebookStore } from '$lib/state/keptNotebook';
import { newStore, valueOf } from './freshDatabase';
import { id, openPage, pass, settle, startAfresh, template, theirs, written } from './keeperPage';

startAfresh();

describe('two pages on one notebook', () => {
  /** Two pages of one browser: what one writes is told to the other. */
  async function twoPages() {
    const pages = [await openPage(), await openPage()] as const;
    const tell = async () => {
      for (const { keeper } of pages) keeper.told(id, 'somebody');
      await settle();
    };
    return { one: pages[0], other: pages[1], tell };
  }

  test('follow one another, in both directions', async () => {
    const { one, other, tell } = await twoPages();
    one.edit({ client: 'A' });
    await pass(200);
    await tell();
    expect(other.session.notebook.client).toBe('A');
    other.edit({ title: 'B' });
    await pass(200);
    await tell();
    expect(one.session.notebook).toMatchObject({ client: 'A', title: 'B' });
    one.edit({ client: '', title: template.title });
    await pass(200);
    await tell();
    expect(other.session.notebook).toEqual(template);
    expect([one.keeper.conflict, other.keeper.conflict]).toEqual([null, null]);
  });

  test('hear of their own writing and of other notebooks without looking', async () => {
    const { one } = await twoPages();
    const read = vi.spyOn(one.store, 'read');
    one.keeper.told('another', 'somebody');
    await settle();
    expect(read).not.toHaveBeenCalled();
  });

  /** The first has saved, the second has changed something before it heard of it. */
  async function inConflict() {
    const pages = await twoPages();
    pages.one.edit({ client: 'theirs' });
    pages.other.edit({ client: 'mine' });
    await pages.one.keeper.flush();
    await pages.tell();
    await pass(200);
    expect(pages.other.keeper.conflict).toMatchObject({ theirs: { client: 'theirs' } });
    expect(await pages.one.stored()).toMatchObject({ client: 'theirs' });
    expect(pages.other.session.notebook.client).toBe('mine');
    return pages;
  }

  test('ask when both have changed it, and write nothing meanwhile', async () => {
    const { one, other, tell } = await inConflict();
    other.edit({ title: 'more of mine' });
    one.edit({ title: 'more of theirs' });
    await pass(200);
    await tell();
    await pass(1000);
    expect(await one.stored()).toMatchObject({ client: 'theirs', title: 'more of theirs' });
    expect(other.session.notebook).toMatchObject({ client: 'mine', title: 'more of mine' });
    expect([other.keeper.saved, one.keeper.conflict]).toEqual([false, null]);
  });

  test('take theirs, and follow again', async () => {
    const { one, other, tell } = await inConflict();
    other.keeper.takeTheirs();
    expect(other.session.notebook.client).toBe('theirs');
    expect([other.keeper.conflict, other.keeper.saved]).toEqual([null, true]);
    one.edit({ client: 'newer' });
    await pass(200);
    await tell();
    expect(other.session.notebook.client).toBe('newer');
  });

  test('keep mine as a copy beside theirs', async () => {
    const { one, other } = await inConflict();
    const copy = await other.keeper.keepMine();
    expect(copy).not.toBe(id);
    expect(await one.stored()).toMatchObject({ client: 'theirs' });
    expect(await valueOf(one.store.read(copy!))).toMatchObject({ client: 'mine' });
    other.edit({ client: 'later' });
    await pass(1000);
    expect(await one.stored()).toMatchObject({ client: 'theirs' });
  });

  test('keep both when the page is closed without a choice', async () => {
    const { one, other } = await inConflict();
    other.keeper.close();
    await settle();
    const kept = (await valueOf(one.store.list())).map(({ client }) => client).sort();
    expect(kept).toEqual(['mine', 'theirs']);
  });

  test('that say the same are in no conflict', async () => {
    const { one, other } = await twoPages();
    one.edit({ client: 'same' });
    other.edit({ client: 'same' });
    await one.keeper.flush();
    await other.keeper.flush();
    expect([other.keeper.conflict, other.keeper.saved]).toEqual([null, true]);
  });
});

describe('a notebook of one’s own that another page takes away', () => {
  const own = async (store: NotebookStore) => {
    return openPage({ id: 'own', store, found: await valueOf(store.write('own', written(theirs), 'you', null)) });
  };

  test('is said to be gone, and follows when it comes back', async () => {
    const { store } = newStore();
    const { keeper, session } = await own(store);
    await store.remove('own');
    keeper.told('own', '');
    await settle();
    expect([keeper.gone, session.notebook.client]).toEqual([true, 'Toinen Oy']);
    await store.restore('own');
    keeper.told('own', '');
    await settle();
    expect(keeper.gone).toBe(false);
  });

  test('is followed when a list gives it another title, also when it was written here', async () => {
    const { store } = newStore();
    const { keeper, session, edit } = await own(store);
    edit({ client: 'Kone Oy' });
    await pass(200);
    await store.rename('own', 'Uusi nimi');
    keeper.told('own', '');
    await settle();
    expect(session.notebook).toMatchObject({ title: 'Uusi nimi', client: 'Kone Oy' });
    await store.remove('own');
    await keeper.look();
    await store.restore('own');
    await keeper.look();
    expect([keeper.gone, keeper.saved]).toEqual([false, true]);
  });

  test('is brought back by whoever wants it', async () => {
    const { store } = newStore();
    const { keeper, stored } = await own(store);
    await store.remove('own');
    await keeper.look();
    expect(await keeper.keepMine()).toBe('own');
    expect([keeper.gone, (await stored())!.client]).toEqual([false, 'Toinen Oy']);
  });

  test('while it is changed here is asked about', async () => {
    const { store } = newStore();
    const { keeper, edit } = await own(store);
    edit({ title: 'Uusi' });
    await store.remove('own');
    await pass(200);
    expect(keeper.conflict).toEqual({ tag: 'conflict', theirs: null });
    keeper.takeTheirs();
    expect([keeper.gone, keeper.saved]).toEqual([true, true]);
  });
});
