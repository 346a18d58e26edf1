import { parseNotebook } from '$lib/notebook/parseNotebook';
import type { DraftStore } from './draftStore';
import type { Session } from './session.svelte';

/** A change waits this long for the next before it is written; leaving the page writes at once. */
const saveAfterMs = 300;

/** Keeps what is done to a template between visits. */
export class Draft {
  savedAt: Date | null = $state.raw(null);
  /** Set when the browser refuses to keep the draft, or when a stored one could not be read. */
  trouble: 'notKept' | 'unreadable' | null = $state(null);

  readonly #session: Session;
  readonly #now: () => Date;
  #store: DraftStore | null = null;
  /** The revision the store has. A page that changed nothing writes nothing: another tab may have. */
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, now: () => Date) {
    this.#session = session;
    this.#now = now;
  }

  get #key() {
    return `arvio.draft.${this.#session.notebook.template}`;
  }

  /** Takes up the stored draft. Called once, in the browser. */
  open(store: DraftStore): void {
    this.#store = store;
    const text = store.read(this.#key);
    if (text === null) return;
    const parsed = parseNotebook(text, this.#session.kinds);
    if (!parsed.ok || parsed.value.template !== this.#session.notebook.template) {
      // The damaged text is put aside, so that nothing is lost by opening the page, and said so once.
      if (store.write(`${this.#key}.unreadable`, text)) store.remove(this.#key);
      this.trouble = 'unreadable';
      return;
    }
    this.#session.open(parsed.value);
  }

  /**
   * Follows another tab that has just saved the same draft, so that neither overwrites the other unseen.
   * What is being changed here at this moment is newer, and stays.
   */
  follow(key: string | null): void {
    if (key !== this.#key || this.#session.revision !== this.#saved || !this.#store) return;
    const text = this.#store.read(this.#key);
    const parsed = text === null ? null : parseNotebook(text, this.#session.kinds);
    if (parsed && !parsed.ok) return;
    this.#session.open(parsed ? parsed.value : this.#session.origin);
  }

  /** Called after each change. */
  saveSoon(): void {
    clearTimeout(this.#timer);
    if (this.#session.revision !== this.#saved) this.#timer = setTimeout(() => this.save(), saveAfterMs);
  }

  /** Writes the draft now. Called when the page is left, and shortly after the last change. */
  save(): void {
    clearTimeout(this.#timer);
    const { revision } = this.#session;
    if (!this.#store || revision === this.#saved) return;
    if (this.#session.isOriginal) {
      this.#store.remove(this.#key);
      this.#saved = revision;
      this.savedAt = null;
      return;
    }
    const kept = this.#store.write(this.#key, JSON.stringify(this.#session.notebook));
    if (kept) this.#saved = revision;
    this.trouble = kept ? null : 'notKept';
    this.savedAt = kept ? this.#now() : null;
  }
}
