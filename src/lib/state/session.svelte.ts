import { createContext } from 'svelte';
import type { CellKinds } from '$lib/notebook/cellKind';
import { evaluateNotebook, type Evaluation } from '$lib/notebook/evaluateNotebook';
import { withCell, type Cell, type Notebook } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { retell } from '$lib/notebook/retell';
import { sameData } from '$lib/notebook/sameData';
import type { DraftStore } from './draftStore';

/** A change waits this long for the next before it is written; leaving the page writes at once. */
const saveAfterMs = 300;

export interface SessionOptions {
  readonly kinds: CellKinds;
  readonly template: (language: 'fi' | 'en') => Notebook;
  readonly language: 'fi' | 'en';
  readonly now: () => Date;
}

/**
 * The notebook being worked on: the one place that changes it. Every change replaces the document;
 * parts that did not change keep their identity, and evaluation redoes only what depends on the rest.
 */
export class Session {
  notebook: Notebook = $state.raw({} as Notebook);
  /** Whether a control is being dragged: then pictures are coarse. */
  moving = $state(false);
  savedAt: Date | null = $state.raw(null);
  /** Set when the browser refuses to keep the draft, or when a stored one could not be read. */
  trouble: 'notKept' | 'unreadable' | null = $state(null);
  /** What "back to the template" took away, until the next change. */
  undone: Notebook | null = $state.raw(null);

  readonly template: Notebook = $derived.by(() => this.#options.template(this.notebook.language));
  readonly evaluation: Evaluation = $derived.by(() => {
    this.#previous = evaluateNotebook(this.notebook, this.#options.kinds, this.#previous);
    return this.#previous;
  });
  readonly isTemplate = $derived(sameData(this.notebook, this.template));

  readonly #options: SessionOptions;
  #previous: Evaluation | undefined;
  #store: DraftStore | null = null;
  /** Whether there are changes that the store has not taken. A page that changed nothing writes nothing: another tab may have. */
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.notebook = options.template(options.language);
  }

  get #key() {
    return `arvio.draft.${this.notebook.template}`;
  }

  /** Takes up the stored draft, in the reader's language as far as its texts are the template's. Called once, in the browser. */
  open(store: DraftStore): void {
    this.#store = store;
    const text = store.read(this.#key);
    if (text === null) return;
    const parsed = parseNotebook(text, this.#options.kinds);
    if (!parsed.ok || parsed.value.template !== this.notebook.template) {
      // The damaged text is put aside, so that nothing is lost by opening the page, and said so once.
      if (store.write(`${this.#key}.unreadable`, text)) store.remove(this.#key);
      this.trouble = 'unreadable';
      return;
    }
    this.notebook = this.#inLanguage(parsed.value, this.notebook.language);
  }

  /**
   * Follows another tab that has just saved the same draft, so that neither overwrites the other unseen.
   * What is being changed here at this moment is newer, and stays.
   */
  follow(key: string | null): void {
    if (key !== this.#key || this.#unsaved || !this.#store) return;
    const text = this.#store.read(this.#key);
    const parsed = text === null ? null : parseNotebook(text, this.#options.kinds);
    if (parsed && !parsed.ok) return;
    const language = this.notebook.language;
    this.notebook = parsed ? this.#inLanguage(parsed.value, language) : this.#options.template(language);
  }

  /** Follows the language of the page. */
  speak(language: 'fi' | 'en'): void {
    this.notebook = this.#inLanguage(this.notebook, language);
  }

  #inLanguage(notebook: Notebook, language: 'fi' | 'en'): Notebook {
    const { template, kinds } = this.#options;
    return retell(notebook, kinds, template(notebook.language), template(language));
  }

  /** Replaces one cell. */
  change<C extends Cell>(id: string, change: (cell: C) => C): void {
    this.apply(withCell(this.notebook, id, change));
  }

  /** Changes title, client, currency or seed. */
  describe(header: Partial<Pick<Notebook, 'title' | 'subtitle' | 'client' | 'currency' | 'seed'>>): void {
    this.apply({ ...this.notebook, ...header });
  }

  apply(notebook: Notebook): void {
    this.notebook = notebook;
    this.undone = null;
    this.#unsaved = true;
    this.#saveSoon();
  }

  /** Back to the template; `restore` takes it back. */
  reset(): void {
    const before = this.notebook;
    this.apply(this.template);
    this.undone = before;
  }

  restore(): void {
    if (this.undone) this.apply(this.undone);
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), saveAfterMs);
  }

  /** Writes the draft now. Called when the page is left, and shortly after the last change. */
  save(): void {
    clearTimeout(this.#timer);
    if (!this.#store || !this.#unsaved) return;
    if (this.isTemplate) {
      this.#store.remove(this.#key);
      this.#unsaved = false;
      this.savedAt = null;
      return;
    }
    const kept = this.#store.write(this.#key, JSON.stringify(this.notebook));
    this.#unsaved = !kept;
    this.trouble = kept ? null : 'notKept';
    this.savedAt = kept ? this.#options.now() : null;
  }
}

export const [getSession, setSession] = createContext<Session>();
