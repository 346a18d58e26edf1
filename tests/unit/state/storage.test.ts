import { describe, expect, test } from 'vitest';
import { createJournal } from '$lib/state/journal';
import { createPreferences } from '$lib/state/preferences';
import { blockedStorage, fakeStorage } from './fakeStorage';

describe('the journal', () => {
  const written = { text: '{}', title: 'Ä', client: '', template: 'blank' };

  test('keeps the last state of each notebook, gives it back and forgets', () => {
    const { storage, texts } = fakeStorage({ 'arvio.language': 'fi' });
    const journal = createJournal(storage);
    expect(journal.entries()).toEqual([]);
    journal.write('a', { by: 'me', base: 1, written: null });
    journal.write('a', { by: 'me', base: 2, written });
    journal.write('b.c', { by: 'me', base: null, written: null });
    expect(createJournal(storage).entries()).toEqual([
      ['a', { by: 'me', base: 2, written }],
      ['b.c', { by: 'me', base: null, written: null }],
    ]);
    journal.drop('a');
    expect(journal.entries()).toHaveLength(1);
    journal.drop('b.c');
    expect([...texts.keys()]).toEqual(['arvio.language']);
  });

  test.each(['', '{', 'null', '7', '{"by":1,"base":null,"written":null}', '{"by":"me","base":1,"written":{"text":7}}'])(
    'takes %j for nothing',
    (text) => {
      const { storage } = fakeStorage({ 'arvio.unsaved.a': text });
      expect(createJournal(storage).entries()).toEqual([]);
    },
  );

  test('is silently empty when storage is blocked or full', () => {
    const full = createJournal(fakeStorage({}, 5).storage);
    for (const journal of [createJournal(blockedStorage), full]) {
      expect(() => journal.write('a', { by: 'me', base: 1, written })).not.toThrow();
      expect(() => journal.drop('a')).not.toThrow();
      expect(journal.entries()).toEqual([]);
    }
  });
});

describe('preferences', () => {
  test('are found again', () => {
    const { storage } = fakeStorage();
    createPreferences(storage).rememberLanguage('en');
    createPreferences(storage).rememberTheme('dark');
    const later = createPreferences(storage);
    expect([later.language(), later.theme()]).toEqual(['en', 'dark']);
  });

  test('that nobody chose, or nobody could have chosen, are none', () => {
    const { storage } = fakeStorage();
    const preferences = createPreferences(storage);
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
    storage().setItem('arvio.language', 'sv');
    storage().setItem('arvio.theme', 'constructor');
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
  });

  test('are forgotten, not fatal, when storage is blocked', () => {
    const preferences = createPreferences(blockedStorage);
    expect(() => preferences.rememberLanguage('fi')).not.toThrow();
    expect(() => preferences.rememberTheme('dark')).not.toThrow();
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
  });
});
