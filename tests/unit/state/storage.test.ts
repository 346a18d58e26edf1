import { describe, expect, test } from 'vitest';
import { createDraftStore } from '$lib/state/draftStore';
import { createPreferences } from '$lib/state/preferences';

/** As much of the browser's storage as is used; it holds at most `room` letters. */
function fakeStorage(room = Infinity): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
  } as Storage;
}

const blocked = () => {
  throw new DOMException('denied', 'SecurityError');
};

describe('the draft store', () => {
  test('keeps, gives back and forgets', () => {
    const storage = fakeStorage();
    const store = createDraftStore(() => storage);
    expect(store.read('a')).toBeNull();
    expect(store.write('a', 'ä')).toBe(true);
    expect(store.read('a')).toBe('ä');
    store.remove('a');
    expect(store.read('a')).toBeNull();
  });

  test('says that nothing is kept when storage is blocked, and never throws', () => {
    const store = createDraftStore(blocked);
    expect(store.read('a')).toBeNull();
    expect(store.write('a', 'x')).toBe(false);
    expect(() => store.remove('a')).not.toThrow();
  });

  test('says so when it is full, and keeps what was there', () => {
    const storage = fakeStorage(5);
    const store = createDraftStore(() => storage);
    store.write('a', 'short');
    expect(store.write('a', 'longer')).toBe(false);
    expect(store.read('a')).toBe('short');
  });

  test('says so when the browser takes it and keeps nothing', () => {
    const store = createDraftStore(() => ({ ...fakeStorage(), setItem: () => undefined }) as Storage);
    expect(store.write('a', 'x')).toBe(false);
  });
});

describe('preferences', () => {
  test('are found again', () => {
    const storage = fakeStorage();
    createPreferences(() => storage).rememberLanguage('en');
    createPreferences(() => storage).rememberTheme('dark');
    const later = createPreferences(() => storage);
    expect([later.language(), later.theme()]).toEqual(['en', 'dark']);
  });

  test('that nobody chose, or nobody could have chosen, are none', () => {
    const storage = fakeStorage();
    const preferences = createPreferences(() => storage);
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
    storage.setItem('arvio.language', 'sv');
    storage.setItem('arvio.theme', 'constructor');
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
  });

  test('are forgotten, not fatal, when storage is blocked', () => {
    const preferences = createPreferences(blocked);
    expect(() => preferences.rememberLanguage('fi')).not.toThrow();
    expect(() => preferences.rememberTheme('dark')).not.toThrow();
    expect([preferences.language(), preferences.theme()]).toEqual([null, 'system']);
  });
});
