import { createContext, untrack } from 'svelte';
import type { CellKinds } from '$lib/notebook/cellKind';
import { evaluateNotebook, type Evaluation } from '$lib/notebook/evaluateNotebook';
import { withCell, type Cell, type CellOutline, type Notebook, type NotebookHeader } from '$lib/notebook/notebook';
import { retell } from '$lib/notebook/retell';
import { sameData } from '$lib/notebook/sameData';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';
import { History } from './history.svelte';

export interface SessionOptions {
  readonly kinds: CellKinds;
  /** The starter notebook of that name; `undefined` when there is none any more. */
  readonly template: (name: string, language: Notebook['language']) => Notebook | undefined;
  /** What it opens on, until `open` brings another. */
  readonly notebook: Notebook;
}

/**
 * The notebook being worked on: the one place that changes it. Every change replaces the document;
 * parts that did not change keep their identity, and evaluation redoes only what depends on the rest.
 */
export class Session {
  #notebook: Notebook = $state.raw({} as Notebook);
  #header: NotebookHeader = $state.raw({} as NotebookHeader);
  #outline: readonly CellOutline[] = $state.raw([]);
  /** What was sent, where the notebook came by a link or a file; `null` for one's own. */
  sent: SharedNotebook | null = $state.raw(null);
  /** Whether a control is being dragged: then pictures are coarse. */
  moving = $state(false);
  /** Whether the page shows the tools of an editor; a reader sees a document with controls. */
  editing = $state(false);
  /** Rises with every change by a person: what was opened, followed or retold is no change. */
  revision = $state(0);
  /** Whether the last step was going back to the origin. */
  restored = $state(false);
  readonly history = new History();

  /** Apart from the header, so that the origin is not made anew with every letter of a title. */
  readonly #language = $derived(this.#header.language);
  readonly #template = $derived(this.#header.template);
  /** What "changed" is measured against: what was sent, or the template. A notebook without either is its own. */
  readonly origin: Notebook = $derived.by(() => {
    if (this.sent) return this.#inLanguage(this.sent.document, this.#language);
    return this.#options.template(this.#template, this.#language) ?? this.notebook;
  });
  readonly evaluation: Evaluation = $derived.by(() => {
    this.#previous = evaluateNotebook(this.notebook, this.#options.kinds, this.#previous);
    return this.#previous;
  });
  readonly isOriginal = $derived(sameData(this.notebook, this.origin));

  readonly #options: SessionOptions;
  #previous: Evaluation | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#take(options.notebook);
  }

  get notebook(): Notebook {
    return this.#notebook;
  }
  /** The notebook without its cells. */
  get header(): NotebookHeader {
    return this.#header;
  }
  /** Which cells there are, in their order. */
  get outline(): readonly CellOutline[] {
    return this.#outline;
  }

  /** A hand changes the notebook in every frame, its header and outline hardly ever: what reads only those is left in peace. */
  #take(notebook: Notebook): void {
    const { cells, ...header } = notebook;
    const outline = cells.map(({ id, kind, name }) => ({ id, kind, name }));
    const before = untrack(() => ({ header: this.#header, outline: this.#outline }));
    this.#notebook = notebook;
    if (!sameData(header, before.header)) this.#header = header;
    if (!sameData(outline, before.outline)) this.#outline = outline;
  }

  get kinds(): CellKinds {
    return this.#options.kinds;
  }

  /** Shows another document, without a step to take back: one from storage, from a link, or as another tab has left it. */
  open(notebook: Notebook, sent: SharedNotebook | null = null): void {
    const { language } = this.notebook;
    this.sent = sent;
    this.#take(this.#inLanguage(notebook, language));
    this.moving = false;
    this.restored = false;
    this.history.clear();
  }

  /** Follows the language of the page, as far as texts are the template's. */
  speak(language: Notebook['language']): void {
    if (this.header.language !== language)
      this.#take(
        this.#inLanguage(
          untrack(() => this.notebook),
          language,
        ),
      );
  }

  #inLanguage(notebook: Notebook, language: Notebook['language']): Notebook {
    const { template, kinds } = this.#options;
    const from = template(notebook.template, notebook.language);
    const to = template(notebook.template, language);
    return from && to ? retell(notebook, kinds, from, to) : notebook;
  }

  /** Replaces one cell. While a hand moves, all that happens to the cell is one step; so is all of one `gesture`. */
  change<C extends Cell>(id: string, change: (cell: C) => C, gesture = this.moving ? 'drag' : ''): void {
    this.apply(withCell(this.notebook, id, change), gesture && `${gesture} ${id}`);
  }

  /** Changes title, client, currency or seed; letter after letter is one step. */
  describe(header: Partial<Pick<NotebookHeader, 'title' | 'subtitle' | 'client' | 'currency' | 'seed'>>): void {
    this.apply({ ...this.notebook, ...header }, `describe ${Object.keys(header).join()}`);
  }

  /** Takes the next document. Changes of one `gesture` in a row are one step; `''` is a step of its own. */
  apply(notebook: Notebook, gesture = ''): void {
    if (notebook === this.notebook) return;
    this.history.add(this.notebook, notebook, gesture);
    this.#show(notebook);
  }

  /** A drag or a line of typing is over: what follows is another step. */
  endGesture(): void {
    this.moving = false;
    this.history.endGesture();
  }

  undo(): void {
    const before = this.history.undo();
    if (before) this.#show(this.#inLanguage(before, this.notebook.language));
  }

  redo(): void {
    const after = this.history.redo();
    if (after) this.#show(this.#inLanguage(after, this.notebook.language));
  }

  /** Back to what was sent, or to the template; one step. */
  reset(): void {
    this.apply(this.origin);
    this.restored = true;
  }

  #show(notebook: Notebook): void {
    this.#take(notebook);
    this.restored = false;
    this.revision++;
  }
}

export const [getSession, setSession] = createContext<Session>();
