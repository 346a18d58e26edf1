/** As much of the browser's storage as is used; it holds at most `room` letters in one text. */
export function fakeStorage(kept: Record<string, string> = {}, room = Infinity) {
  const texts = new Map(Object.entries(kept));
  const storage = {
    get length() {
      return texts.size;
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
  } as Storage;
  return { storage: () => storage, texts };
}

/** Storage that the browser refuses altogether. */
export function blockedStorage(): never {
  throw new DOMException('denied', 'SecurityError');
}
