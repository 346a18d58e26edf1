import type { Snippet } from 'svelte';

/** A text under a caret that somebody may complete. */
export interface Editing {
  readonly text: string;
  readonly caret: number;
  readonly replace: (from: number, to: number, by: string) => void;
}

/** Lies under a field while it has the focus, and may complete the word at the caret. */
export type Completions = Snippet<[editing: Editing]>;
