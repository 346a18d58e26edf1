import type { DraftStore } from '$lib/state/draftStore';

/** A store in memory that counts what it is asked, and may refuse to keep anything. */
export function fakeDraftStore(kept: Record<string, string> = {}) {
  const texts = new Map(Object.entries(kept));
  let refuses = false;
  let writes = 0;
  const store: DraftStore = {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => {
      writes++;
      if (!refuses) texts.set(key, text);
      return !refuses;
    },
    remove: (key) => void texts.delete(key),
  };
  return {
    ...store,
    texts,
    writes: () => writes,
    refuse: (now: boolean) => (refuses = now),
  };
}
