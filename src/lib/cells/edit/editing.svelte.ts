import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { createCell, duplicateCell, insertCell, moveCell, removeCell } from '$lib/notebook/editCells';
import { withCell, type Cell } from '$lib/notebook/notebook';
import type { Reader } from '$lib/state/reader.svelte';
import type { Session } from '$lib/state/session.svelte';
import { cellWords } from '$lib/cells/cellWords';
import { messages } from './messages';
import { readersOf, sourcesOf } from './relations';

/** What was deleted last, until it is told no more. */
interface Deleted {
  readonly cell: Cell;
  readonly index: number;
  /** The cell it stood before. */
  readonly next: string | null;
}

const fields = 'input, textarea, select';

/** What a person is doing to the document in edit mode: every change goes through the session, and the focus follows it. */
export class Editing {
  /** Before which cell the menu of kinds is open; `null` when it is closed. */
  adding: number | null = $state(null);
  /** The cell in a hand, and before which cell it would be dropped. */
  dragged: { readonly id: string; readonly gap: number } | null = $state.raw(null);
  deleted: Deleted | null = $state.raw(null);
  /** The text cell whose source is being written. */
  writing: string | null = $state(null);
  /** The cell under the pointer or with the focus, whose sources and readers are marked. */
  near: string | null = $state(null);
  /** What a screen reader is told. */
  said = $state('');

  readonly session: Session;
  readonly #reader: Reader;
  // Kept, never watched.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #attended = new Map<string, Attachment<HTMLElement>>();

  constructor(session: Session, reader: Reader) {
    this.session = session;
    this.#reader = reader;
  }

  get say() {
    return messages[this.#reader.language];
  }

  get cells(): readonly Cell[] {
    return this.session.notebook.cells;
  }

  wordsOf(cell: Cell): string {
    return cellWords(cell, this.#reader.language);
  }

  /** Adds a cell of a kind, or puts it in the place of an empty one, and goes to it. */
  async add(kind: string, index: number, insteadOf: string | null = null): Promise<void> {
    const { notebook, kinds } = this.session;
    const cell = createCell(notebook, kinds, kind, this.#reader.language);
    this.adding = null;
    if (!cell) return;
    this.session.apply(insertCell(insteadOf === null ? notebook : removeCell(notebook, insteadOf), cell, index));
    this.writing = kind === 'text' ? cell.id : null;
    this.said = this.say.added({ cell: this.wordsOf(cell) });
    await tick();
    if (kind !== 'text') this.focus(cell.id);
  }

  async duplicate(id: string): Promise<void> {
    this.session.apply(duplicateCell(this.session.notebook, id));
    await tick();
    const copy = this.cells[this.cells.findIndex((cell) => cell.id === id) + 1];
    if (!copy) return;
    this.said = this.say.added({ cell: this.wordsOf(copy) });
    this.focus(copy.id);
  }

  async remove(id: string): Promise<void> {
    const index = this.cells.findIndex((cell) => cell.id === id);
    const cell = this.cells[index];
    if (!cell) return;
    this.session.apply(removeCell(this.session.notebook, id));
    this.deleted = { cell, index, next: this.cells[index]?.id ?? null };
    this.said = this.say.removed({ cell: this.wordsOf(cell) });
    await tick();
    const next = this.cells[Math.min(index, this.cells.length - 1)];
    if (next) this.focus(next.id);
    else document.querySelector<HTMLElement>('[data-adds]')?.focus();
  }

  /** Brings back what was deleted last, whatever has been done since. */
  async restore(): Promise<void> {
    const { deleted, session } = this;
    if (!deleted) return;
    this.deleted = null;
    const step = session.history.toUndo;
    if (step && step.after === session.notebook && step.before.cells.includes(deleted.cell)) session.undo();
    else {
      const before = this.cells.findIndex(({ id }) => id === deleted.next);
      session.apply(insertCell(session.notebook, deleted.cell, before < 0 ? deleted.index : before));
    }
    await tick();
    this.focus(deleted.cell.id);
  }

  /** Moves a cell to a place among the others. What has the focus keeps it, and the cell stays where the eye is. */
  async move(id: string, index: number): Promise<void> {
    const { notebook } = this.session;
    const cell = this.cells.find((cell) => cell.id === id);
    const next = moveCell(notebook, id, index);
    if (!cell) return;
    if (next === notebook) {
      this.said = this.say.atEdge({ cell: this.wordsOf(cell) });
      return;
    }
    const active = document.activeElement;
    const before = this.placeOf(id)?.getBoundingClientRect().top ?? 0;
    this.session.apply(next);
    await tick();
    const place = this.placeOf(id);
    if (place) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: 'instant' });
    if (active instanceof HTMLElement && active !== document.activeElement) active.focus({ preventScroll: true });
    const count = this.cells.length;
    const standing = this.cells.findIndex((cell) => cell.id === id) + 1;
    this.said = this.say.moved({ cell: this.wordsOf(cell), place: standing, count });
  }

  /** Sets or clears a mark every cell may have. */
  toggle(id: string, mark: 'wide' | 'folded' | 'hidden'): void {
    const without = (cell: Cell) =>
      Object.fromEntries(Object.entries(cell).filter(([key]) => key !== mark)) as unknown as Cell;
    this.session.apply(
      withCell<Cell>(this.session.notebook, id, (cell) => (cell[mark] ? without(cell) : { ...cell, [mark]: true })),
    );
  }

  placeOf(id: string): HTMLElement | null {
    return document.querySelector(`[data-cell="${CSS.escape(id)}"]`);
  }

  focus(id: string): void {
    const place = this.placeOf(id);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** Makes a cell's place one that takes the focus, listens to the keys that move it and shows what it has to do with the others. */
  attend(id: string): Attachment<HTMLElement> {
    const known = this.#attended.get(id);
    if (known) return known;
    const attachment: Attachment<HTMLElement> = (node) => {
      node.tabIndex = -1;
      node.role = 'group';
      $effect(() => {
        const place = this.cells.findIndex((cell) => cell.id === id);
        if (place < 0) return;
        const words = { cell: this.wordsOf(this.cells[place]!), place: place + 1, count: this.cells.length };
        node.ariaLabel = this.say.cell(words);
        const { notebook, kinds } = this.session;
        node.ariaDescription = this.say.relations({
          sources: this.#named(sourcesOf(notebook, kinds, id)),
          readers: this.#named(readersOf(notebook, kinds, id)),
        });
      });
      $effect(() => {
        node.classList.toggle('is-dragged', this.dragged?.id === id);
        const lit = this.litness(id);
        if (lit) node.dataset.lit = lit;
        else delete node.dataset.lit;
      });
      const listeners = new AbortController();
      const { signal } = listeners;
      node.addEventListener('keydown', (event) => this.#press(event, id, node), { signal });
      node.addEventListener('focusin', () => (this.near = id), { signal });
      node.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && (this.near = id), {
        signal,
      });
      node.addEventListener('pointerleave', () => (this.near = this.near === id ? null : this.near), { signal });
      return () => {
        listeners.abort();
        node.removeAttribute('tabindex');
        node.role = node.ariaLabel = node.ariaDescription = null;
        delete node.dataset.lit;
      };
    };
    this.#attended.set(id, attachment);
    return attachment;
  }

  /** What a cell has to do with the one that is near. */
  litness(id: string): 'source' | 'reader' | undefined {
    const { near, session } = this;
    if (near === null || near === id) return undefined;
    if (sourcesOf(session.notebook, session.kinds, near).includes(id)) return 'source';
    return readersOf(session.notebook, session.kinds, near).includes(id) ? 'reader' : undefined;
  }

  #named(ids: readonly string[]): string {
    return this.cells.flatMap((cell) => (ids.includes(cell.id) ? this.wordsOf(cell) : [])).join(', ');
  }

  #press(event: KeyboardEvent, id: string, node: HTMLElement): void {
    const target = event.target as HTMLElement;
    const index = this.cells.findIndex((cell) => cell.id === id);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !target.matches(fields)) {
      event.preventDefault();
      void this.move(id, index + (event.key === 'ArrowUp' ? -1 : 1));
    } else if (target === node && !event.altKey) {
      if (event.key === '/') {
        event.preventDefault();
        this.adding = index + 1;
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        void this.remove(id);
      } else if (event.key === 'Enter') {
        event.preventDefault();
        if (this.cells[index]?.kind === 'text') this.writing = id;
        else node.querySelector<HTMLElement>(fields)?.focus();
      }
    }
  }
}
