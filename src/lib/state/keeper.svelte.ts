import { createContext } from 'svelte';
import { failure, type Result } from '$lib/metrics/result';
import type { Notebook } from '$lib/notebook/notebook';
import { parseNotebook, type NotebookProblem } from '$lib/notebook/parseNotebook';
import type { Journal } from './journal';
import type { Conflict, KeptNotebook, NotebookStore, NotebookText, StoreTrouble } from './keptNotebook';
import { randomId } from './randomId';
import type { Session } from './session.svelte';

/**
 * The first unsaved change waits this long for company, and later ones wait no longer with it: half a second after any change, the
 * time the database takes included, the change is on the disk.
 */
const saveAfterMs = 200;

export interface KeeperOptions {
  readonly session: Session;
  /** Under which name it is kept: the template's, on a template's own page. */
  readonly id: string;
  /** What a page of one's own notebook has read; `null` for one that begins now. Left out on a template's page, which reads by itself. */
  readonly found?: KeptNotebook | null;
  /** Nothing is kept before `keep` is called: somebody else's notebook, opened from a link or a file. */
  readonly waits?: boolean;
  readonly store: () => Promise<NotebookStore>;
  readonly journal: Journal;
}

/** What keepers are still writing though their page is closed: the next one on the same site waits for it. */
let leaving: Promise<unknown> = Promise.resolve();

/** Settles when no page that was closed is still writing. */
export async function keepersAtRest(): Promise<void> {
  await leaving;
}

/** Keeps the notebook on the screen in the browser, and says so only when the disk has it. */
export class Keeper {
  readonly id: string;
  /** Until it is known what is kept, nothing may be changed. */
  opening = $state(true);
  /** When it was last saved from this page, in milliseconds since 1970. */
  savedAt: number | null = $state.raw(null);
  /** Why nothing is kept from now on; `null` when all is well. */
  trouble: StoreTrouble | null = $state(null);
  /** Why what was kept could not be read. It stays as it is: the first change moves it aside, untouched. */
  unreadable: NotebookProblem | null = $state.raw(null);
  /** Both this page and another have changed the notebook: nothing is written until the reader has chosen. */
  conflict: Conflict | null = $state.raw(null);
  /** Whether nothing is kept before the reader asks for it. */
  waiting = $state(false);
  /** Another page took it off the list while nothing was changed here. */
  gone = $state(false);
  /** Whether all that is on the screen is kept, as far as there is anything to keep. */
  readonly saved: boolean = $derived.by(() => !this.#unsaved);

  readonly #options: KeeperOptions;
  /** Which page writes. */
  readonly #by = randomId();
  /** The session's revision that the store has, or that needs no keeping. */
  #kept = $state(0);
  /** The store's revision that the next writing goes on from. */
  #base: number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;
  #journalled = false;
  #closed = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.id = options.id;
    this.waiting = options.waits ?? false;
    this.#kept = options.session.revision;
    this.#base = options.found?.revision ?? null;
  }

  get #onTemplate(): boolean {
    return this.#options.found === undefined;
  }

  /** Whether there is nothing to keep: the notebook is as its template, on the template's own page. */
  get #pristine(): boolean {
    return this.#onTemplate && this.#options.session.isOriginal;
  }

  get #unsaved(): boolean {
    return this.#options.session.revision !== this.#kept;
  }

  /** Takes up what is kept. Called once, in the browser. */
  async open(): Promise<void> {
    await keepersAtRest();
    if (this.#onTemplate) {
      const found = await this.#read();
      if (found.ok && found.value) this.#takeUp(found.value);
      else if (!found.ok) this.trouble = found.problem;
    }
    this.opening = false;
    this.notice();
  }

  async #read(): Promise<Result<KeptNotebook | null, StoreTrouble>> {
    try {
      return await (await this.#options.store()).read(this.id);
    } catch {
      // The code of the store could not be loaded.
      return { ok: false, problem: 'blocked' };
    }
  }

  #takeUp(kept: KeptNotebook): void {
    const parsed = this.#parse(kept.text);
    this.unreadable = parsed.ok ? null : parsed.problem;
    if (!parsed.ok) return;
    this.#options.session.open(parsed.value);
    this.#settle(kept.revision);
  }

  #parse(text: string): Result<Notebook, NotebookProblem> {
    const parsed = parseNotebook(text, this.#options.session.kinds);
    const another = parsed.ok && this.#onTemplate && parsed.value.template !== this.id;
    return another ? failure({ tag: 'invalid', path: 'template' }) : parsed;
  }

  /** What is on the screen is what the store has. */
  #settle(revision: number | null): void {
    this.#base = revision;
    this.#kept = this.#options.session.revision;
    this.gone = false;
  }

  /** Called whenever the notebook may have changed. */
  notice(): void {
    if (this.opening || this.waiting || this.#closed) return;
    if (this.#unsaved) this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  /** Writes now what is not yet kept. @returns when the disk has it, or it is known that it will not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    if (!this.#unsaved || this.conflict || this.opening || this.waiting || this.#closed) return;
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    await this.#writing;
  }

  /** Keeps it from now on, as it is, though nothing has been changed. @returns whether the browser takes it. */
  async keep(): Promise<boolean> {
    this.waiting = false;
    this.#kept = -1;
    await this.flush();
    return !this.trouble;
  }

  async #write(): Promise<void> {
    const { notebook, revision } = this.#options.session;
    const pristine = this.#pristine;
    const store = await this.#options.store().catch(() => null);
    if (!store) {
      this.trouble = 'blocked';
      return;
    }
    if (this.unreadable && !pristine) {
      const moved = await store.setAside(this.id, randomId());
      if (!moved.ok) {
        this.trouble = moved.problem;
        return;
      }
      this.unreadable = null;
      this.#base = null;
    }
    const result = pristine
      ? this.#base === null
        ? ({ ok: true, value: null } as const)
        : await store.clear(this.id, this.#by, this.#base)
      : await store.write(this.id, toText(notebook), this.#by, this.#base);
    if (result.ok) {
      this.#base = result.value?.revision ?? null;
      this.#kept = revision;
      this.trouble = null;
      this.savedAt = result.value?.savedAt ?? null;
      if (!this.#unsaved) this.#dropJournal();
      return;
    }
    if (result.problem.tag === 'notKept') {
      // Tried again with the next change and when the page is left.
      this.trouble = result.problem.reason;
      this.savedAt = null;
      return;
    }
    await this.#meet(result.problem, toText(notebook));
  }

  /** Somebody has written since: this very page when its journal was taken up, or another one. */
  async #meet(conflict: Conflict, mine: NotebookText): Promise<void> {
    const { theirs } = conflict;
    if (theirs && (theirs.by === this.#by || theirs.text === mine.text)) {
      this.#base = theirs.revision;
      await this.#write();
    } else if (!theirs && this.#pristine) this.#settle(null);
    else this.conflict = conflict;
  }

  /** Looks whether another page has changed the notebook, and follows it while nothing is unsaved here. */
  async look(): Promise<void> {
    if (this.opening || this.conflict || this.#closed) return;
    await this.#writing;
    const found = await this.#read();
    if (!found.ok || this.#unsaved || this.#writing) return;
    const theirs = found.value;
    if ((theirs?.revision ?? null) === this.#base) return;
    if (theirs?.by === this.#by) this.#base = theirs.revision;
    else this.#follow(theirs);
  }

  #follow(theirs: KeptNotebook | null): void {
    const { session } = this.#options;
    if (theirs) this.#takeUp(theirs);
    else if (this.#base === null || this.#pristine) this.#base = null;
    else if (this.#onTemplate) {
      session.open(session.origin);
      this.#settle(null);
    } else this.gone = true;
  }

  /** Told that a page has changed a notebook. */
  told(id: string, by: string): void {
    if (id === this.id && by !== this.#by) void this.look();
  }

  /** Ends a conflict: the other page's notebook stands here from now on. */
  takeTheirs(): void {
    const theirs = this.conflict?.theirs ?? null;
    if (!this.conflict) return;
    this.conflict = null;
    this.#dropJournal();
    this.#kept = this.#options.session.revision;
    this.#follow(theirs);
  }

  /**
   * Ends a conflict, or brings back what another page took away: what is on the screen is kept, under an id of its own when the
   * other page's stands in its place.
   * @returns the id it is kept under; `null` when the browser does not take it.
   */
  async keepMine(): Promise<string | null> {
    const id = this.conflict?.theirs ? randomId() : this.id;
    const kept = await this.#keepAs(id, this.#options.session.notebook);
    if (!kept) return null;
    this.conflict = null;
    this.#dropJournal();
    if (id === this.id) this.#settle(kept.revision);
    else this.#closed = true;
    return id;
  }

  /** Keeps what is on the screen as another notebook, under another title. @returns its id; `null` when the browser does not take it. */
  async copy(title: string): Promise<string | null> {
    const id = randomId();
    return (await this.#keepAs(id, { ...this.#options.session.notebook, title })) && id;
  }

  /** Keeps a notebook where nothing is kept yet; `null` when the browser does not take it, which is then said. */
  async #keepAs(id: string, notebook: Notebook): Promise<KeptNotebook | null> {
    const store = await this.#options.store().catch(() => null);
    const kept = await store?.write(id, toText(notebook), this.#by, null);
    if (kept?.ok) return kept.value;
    this.trouble = kept?.problem.tag === 'notKept' ? kept.problem.reason : 'blocked';
    return null;
  }

  /** The page is being left, perhaps for good and in no time: what is not kept is put where it can be put at once. */
  leave(): void {
    if ((!this.#unsaved && !this.#writing) || this.opening || this.waiting || this.#closed) return;
    const written = this.#pristine ? null : toText(this.#options.session.notebook);
    this.#options.journal.write(this.id, { by: this.#by, base: this.#base, written });
    this.#journalled = true;
    void this.flush();
  }

  #dropJournal(): void {
    if (this.#journalled) this.#options.journal.drop(this.id);
    this.#journalled = false;
  }

  /** The component is gone; what is unsaved is still written, beside the other page's when no choice was made. */
  close(): void {
    const rest = this.flush()
      .then(() => (this.conflict ? this.keepMine() : null))
      .finally(() => (this.#closed = true));
    leaving = Promise.all([leaving, rest]);
  }
}

function toText(notebook: Notebook): NotebookText {
  const { title, client, template } = notebook;
  return { text: JSON.stringify(notebook), title, client, template };
}

export const [getKeeper, setKeeper] = createContext<Keeper>();
