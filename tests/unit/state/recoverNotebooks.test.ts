import { beforeEach, describe, expect, test } from 'vitest';
import { createJournal, type Unsaved } from '$lib/state/journal';
import { recoverNotebooks } from '$lib/state/recoverNotebooks';
import { freshDatabase, newStore, valueOf } from './freshDatabase';
import { blockedStorage, fakeStorage } from './fakeStorage';

const written = (title: string) => ({
  text: JSON.stringify({ title, client: 'Kone Oy' }),
  title,
  client: 'Kone Oy',
  template: 'investment-case',
});

/** A visit: what the last one left in storage, and in the store, is brought together. */
function visit(kept: Record<string, string> = {}) {
  const { storage, texts } = fakeStorage(kept);
  const { store } = newStore();
  const journal = createJournal(storage);
  let ids = 0;
  const recover = () => recoverNotebooks(store, journal, storage, () => `new ${++ids}`);
  const listed = async () =>
    Object.fromEntries((await valueOf(store.list())).map(({ id, title }) => [id, title] as const));
  return { store, journal, texts, recover, listed };
}

beforeEach(freshDatabase);

describe('what a page had not saved when it was left', () => {
  const left = (unsaved: Partial<Unsaved> = {}): Unsaved => ({
    by: 'me',
    base: null,
    written: written('late'),
    ...unsaved,
  });

  test('goes on from what it had saved', async () => {
    const { store, journal, recover, listed, texts } = visit();
    const { revision } = await valueOf(store.write('a', written('early'), 'me', null));
    journal.write('a', left({ base: revision }));
    await recover();
    expect(await listed()).toEqual({ a: 'late' });
    expect(texts.size).toBe(0);
  });

  test('goes on from it also when the last saving ended unseen', async () => {
    const { store, journal, recover, listed } = visit();
    await store.write('a', written('early'), 'me', null);
    journal.write('a', left({ base: null }));
    await recover();
    expect(await listed()).toEqual({ a: 'late' });
  });

  test('is there although nothing had been saved', async () => {
    const { journal, recover, listed } = visit();
    journal.write('a', left());
    await recover();
    expect(await listed()).toEqual({ a: 'late' });
  });

  test('is not written twice', async () => {
    const { store, journal, recover } = visit();
    const before = await valueOf(store.write('a', written('late'), 'you', null));
    journal.write('a', left());
    await recover();
    expect(await valueOf(store.list())).toEqual([before]);
    expect(journal.entries()).toEqual([]);
  });

  test('becomes a notebook of its own beside what another page has written since', async () => {
    const { store, journal, recover, listed } = visit();
    const { revision } = await valueOf(store.write('a', written('early'), 'me', null));
    await store.write('a', written('theirs'), 'you', revision);
    journal.write('a', left({ base: revision }));
    await recover();
    expect(await listed()).toEqual({ a: 'theirs', 'new 1': 'late' });
  });

  test('and was as the template, forgets what was saved, unless another page has written since', async () => {
    const { store, journal, recover, listed } = visit();
    const a = await valueOf(store.write('a', written('early'), 'me', null));
    const b = await valueOf(store.write('b', written('early'), 'me', null));
    await store.write('b', written('theirs'), 'you', b.revision);
    journal.write('a', left({ base: a.revision, written: null }));
    journal.write('b', left({ base: b.revision, written: null }));
    await recover();
    expect(await listed()).toEqual({ b: 'theirs' });
    expect(journal.entries()).toEqual([]);
  });
});

describe('a draft of an earlier release', () => {
  const draft = JSON.stringify({ version: 1, title: 'Oma otsikko', client: 'Kone Oy' });

  test('moves into the store once, as it is', async () => {
    const { store, recover, listed, texts } = visit({ 'arvio.draft.investment-case': draft, 'arvio.theme': 'dark' });
    await recover();
    expect(await valueOf(store.read('investment-case'))).toMatchObject({
      text: draft,
      title: 'Oma otsikko',
      client: 'Kone Oy',
      template: 'investment-case',
    });
    expect([...texts.keys()]).toEqual(['arvio.theme']);
    await recover();
    expect(await listed()).toEqual({ 'investment-case': 'Oma otsikko' });
  });

  test('that cannot be read is kept as it is', async () => {
    const { store, recover, texts } = visit({
      'arvio.draft.investment-case': '{',
      'arvio.draft.investment-case.unreadable': 'null',
    });
    await recover();
    expect(await valueOf(store.read('investment-case'))).toMatchObject({ text: '{', title: '' });
    expect(await valueOf(store.read('new 1'))).toMatchObject({ text: 'null', template: 'investment-case' });
    expect(texts.size).toBe(0);
  });

  test('stands beside a notebook that is there already', async () => {
    const { store, recover, listed } = visit({ 'arvio.draft.investment-case': draft });
    await store.write('investment-case', written('newer'), 'me', null);
    await recover();
    expect(await listed()).toEqual({ 'investment-case': 'newer', 'new 1': 'Oma otsikko' });
  });
});

test('nothing is lost while the store keeps nothing', async () => {
  const { journal, recover, texts } = visit({ 'arvio.draft.investment-case': '{}' });
  journal.write('a', { by: 'me', base: null, written: written('late') });
  const before = [...texts];
  globalThis.indexedDB = undefined as unknown as IDBFactory;
  await recover();
  expect([...texts]).toEqual(before);
});

test('blocked storage has nothing to recover', async () => {
  const { store, listed } = visit();
  await recoverNotebooks(store, createJournal(blockedStorage), blockedStorage, () => 'new');
  expect(await listed()).toEqual({});
});
