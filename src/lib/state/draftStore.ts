/** Where a notebook is kept between visits. One draft for each template. */
export interface DraftStore {
  /** The stored text; `null` when there is none. */
  read(key: string): string | null;
  /** @returns whether it will be there on the next visit. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

/** The browser's own storage. Private mode, a full disk or a blocked store never throw: they answer that nothing is kept. */
export function createDraftStore(storage: () => Storage): DraftStore {
  return {
    read(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        storage().setItem(key, text);
        return storage().getItem(key) === text;
      } catch {
        return false;
      }
    },
    remove(key) {
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was kept, so nothing is left.
      }
    },
  };
}
