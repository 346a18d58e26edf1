import type { NotebookText } from './keptNotebook';

/** What a page had on the screen when it was left and the database had not yet taken. */
export interface Unsaved {
  /** Which page it was. */
  readonly by: string;
  /** The revision it went on from; `null`: none. */
  readonly base: number | null;
  /** `null`: it was again as its template, with nothing to keep. */
  readonly written: NotebookText | null;
}

/**
 * The last unsaved state of each notebook, written in one go while the page is being left: a database transaction begun then may
 * not end. Taken up by `recoverNotebooks` at the next visit.
 */
export interface Journal {
  write(id: string, unsaved: Unsaved): void;
  drop(id: string): void;
  entries(): readonly (readonly [id: string, unsaved: Unsaved])[];
}

const prefix = 'arvio.unsaved.';

/** Storage that is full, blocked or absent keeps no journal, and is not spoken of: the database says what is kept. */
export function createJournal(storage: () => Storage): Journal {
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(storage());
    } catch {
      return undefined;
    }
  };
  return {
    write: (id, unsaved) => attempt((kept) => kept.setItem(prefix + id, JSON.stringify(unsaved))),
    drop: (id) => attempt((kept) => kept.removeItem(prefix + id)),
    entries: () =>
      keysOf(storage, prefix).flatMap((id) => {
        const unsaved = attempt((kept) => toUnsaved(kept.getItem(prefix + id)));
        return unsaved ? [[id, unsaved] as const] : [];
      }),
  };
}

/** The keys that begin with a prefix, without it. */
export function keysOf(storage: () => Storage, prefix: string): string[] {
  try {
    const kept = storage();
    const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

function toUnsaved(text: string | null): Unsaved | null {
  const { by, base, written } = JSON.parse(text ?? 'null') as Unsaved;
  const texts = written === null || [written.text, written.title, written.client, written.template];
  const sound = typeof by === 'string' && (base === null || typeof base === 'number');
  return sound && (texts === true || texts.every((one) => typeof one === 'string')) ? { by, base, written } : null;
}
