import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { Draft } from '$lib/state/draft.svelte';
import type { DraftStore } from '$lib/state/draftStore';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';
import { templateOf } from '$lib/templates/templates';
import { fakeDraftStore } from './fakeDraftStore';

const key = 'arvio.draft.investment-case';
const clock = new Date(2026, 5, 1, 14, 2);

/** A session and its draft as the page has them: every change is saved soon. */
function newSession(language: 'fi' | 'en' = 'fi') {
  const session = new Session({ kinds: cellKinds, template: templateOf, notebook: investmentCase(language) });
  const draft = new Draft(session, () => clock);
  return {
    open: (store: DraftStore) => draft.open(store),
    save: () => draft.save(),
    speak: (language: 'fi' | 'en') => session.speak(language),
    describe: (header: { client: string }) => {
      session.describe(header);
      draft.saveSoon();
    },
    reset: () => session.reset(),
    undo: () => session.undo(),
    get notebook() {
      return session.notebook;
    },
    get isOriginal() {
      return session.isOriginal;
    },
    get savedAt() {
      return draft.savedAt;
    },
    get trouble() {
      return draft.trouble;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  test('waits for a pause in the changes, then writes once', () => {
    const session = newSession();
    const store = fakeDraftStore();
    session.open(store);
    for (let i = 1; i <= 7; i++) {
      session.describe({ client: 'Kone Oy'.slice(0, i) });
      vi.advanceTimersByTime(50);
    }
    expect(store.writes()).toBe(0);
    expect(session.savedAt).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(store.writes()).toBe(1);
    expect(JSON.parse(store.texts.get(key)!)).toEqual(session.notebook);
    expect(session.savedAt).toEqual(clock);
  });

  test('does not wait when the page is left', () => {
    const session = newSession();
    const store = fakeDraftStore();
    session.open(store);
    session.describe({ client: 'Kone Oy' });
    session.save();
    expect(JSON.parse(store.texts.get(key)!)).toMatchObject({ client: 'Kone Oy' });
    vi.advanceTimersByTime(1000);
    expect(store.writes()).toBe(1);
  });

  test('of the template takes the draft away', () => {
    const session = newSession();
    const store = fakeDraftStore();
    session.open(store);
    session.describe({ client: 'Kone Oy' });
    session.save();
    session.reset();
    session.save();
    expect(store.texts.has(key)).toBe(false);
    expect(session.savedAt).toBeNull();
    session.undo();
    session.save();
    expect(JSON.parse(store.texts.get(key)!)).toMatchObject({ client: 'Kone Oy' });
  });

  test('of nothing new leaves alone what another tab has written since', () => {
    const store = fakeDraftStore();
    const [idle, working] = [newSession(), newSession()];
    idle.open(store);
    working.open(store);
    working.describe({ client: 'Kone Oy' });
    working.save();
    idle.save();
    expect(JSON.parse(store.texts.get(key)!)).toMatchObject({ client: 'Kone Oy' });
  });

  test('before a store is opened does nothing', () => {
    const session = newSession();
    session.describe({ client: 'Kone Oy' });
    expect(() => session.save()).not.toThrow();
    expect([session.savedAt, session.trouble]).toEqual([null, null]);
  });

  test('that the browser refuses is said, and tried again', () => {
    const session = newSession();
    const store = fakeDraftStore();
    session.open(store);
    store.refuse(true);
    session.describe({ client: 'Kone Oy' });
    vi.advanceTimersByTime(1000);
    expect([session.trouble, session.savedAt]).toEqual(['notKept', null]);
    store.refuse(false);
    session.save();
    expect([session.trouble, session.savedAt]).toEqual([null, clock]);
    expect(JSON.parse(store.texts.get(key)!)).toMatchObject({ client: 'Kone Oy' });
  });

  test('alone is no change to be saved', () => {
    const session = newSession();
    const store = fakeDraftStore();
    session.open(store);
    session.speak('en');
    vi.advanceTimersByTime(1000);
    session.save();
    expect(store.texts.size).toBe(0);
  });
});

describe('the stored draft', () => {
  const draft = { ...investmentCase('fi'), client: 'Kone Oy', title: 'Oma otsikko' };

  test('is taken up as it was left', () => {
    const session = newSession();
    session.open(fakeDraftStore({ [key]: JSON.stringify(draft) }));
    expect(session.notebook).toEqual(draft);
    expect(session.trouble).toBeNull();
  });

  test('is taken up in the reader’s language as far as its texts are the template’s', () => {
    const session = newSession('en');
    session.open(fakeDraftStore({ [key]: JSON.stringify(draft) }));
    const english = investmentCase('en');
    expect(session.notebook).toEqual({ ...english, client: 'Kone Oy', title: 'Oma otsikko' });
  });

  test.each([
    ['cut off', JSON.stringify(draft).slice(0, 900)],
    ['of a newer version', JSON.stringify({ ...draft, version: 99 })],
    ['of another template', JSON.stringify({ ...draft, template: 'blank' })],
    ['empty', ''],
  ])('that is %s changes nothing, is said, and is kept aside', (_, damaged) => {
    const session = newSession();
    const store = fakeDraftStore({ [key]: damaged });
    session.open(store);
    expect(session.isOriginal).toBe(true);
    expect(session.trouble).toBe('unreadable');
    session.save();
    session.describe({ client: 'Uusi Oy' });
    session.save();
    expect(store.texts.get(`${key}.unreadable`)).toBe(damaged);
    expect(session.trouble).toBeNull();
  });

  test('that is damaged stays where it is when it cannot be put aside', () => {
    const session = newSession();
    const store = fakeDraftStore({ [key]: '{' });
    store.refuse(true);
    session.open(store);
    session.save();
    expect(store.texts.get(key)).toBe('{');
  });
});
