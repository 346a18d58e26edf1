import { sameData } from '$lib/notebook/sameData';
import type { Notebook } from '$lib/notebook/notebook';

/** One thing that was done: its words are told from what differs. */
export interface Step {
  readonly before: Notebook;
  readonly after: Notebook;
}

/** Steps that can be taken back. */
export const mostSteps = 200;

/** What was done to a notebook, so that it can be undone and done again. Unchanged parts of its notebooks are shared. */
export class History {
  #done: readonly Step[] = $state.raw([]);
  #undone: readonly Step[] = $state.raw([]);
  /** What the newest step is part of: a drag, a line being typed. Further changes of the same join it. */
  #gesture = '';

  readonly toUndo: Step | null = $derived(this.#done.at(-1) ?? null);
  readonly toRedo: Step | null = $derived(this.#undone.at(-1) ?? null);

  /** Takes note of a change; one that comes to nothing in the end leaves no step. */
  add(before: Notebook, after: Notebook, gesture: string): void {
    const joins = gesture !== '' && gesture === this.#gesture && this.#done.length > 0;
    const earlier = joins ? this.#done.slice(0, -1) : this.#done;
    const start = joins ? this.#done.at(-1)!.before : before;
    this.#undone = [];
    if (sameData(start, after)) {
      this.#done = earlier;
      this.#gesture = '';
      return;
    }
    this.#done = [...earlier, { before: start, after }].slice(-mostSteps);
    this.#gesture = gesture;
  }

  /** The next change is a step of its own. */
  endGesture(): void {
    this.#gesture = '';
  }

  undo(): Notebook | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    this.#gesture = '';
    return step.before;
  }

  redo(): Notebook | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    this.#gesture = '';
    return step.after;
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#gesture = '';
  }
}
