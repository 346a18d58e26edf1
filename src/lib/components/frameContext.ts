import { createContext, type Snippet } from 'svelte';

/** What the place a cell stands in tells the frame its view draws. */
export interface FramePlace {
  /** Only the heading shows. */
  readonly folded: boolean;
  /** Whether the reader may unfold it by its heading. */
  readonly folds: boolean;
  toggle(): void;
  readonly wide: boolean;
  /** In edit mode: name and source in the margin, given what the margin says otherwise. */
  readonly margin: Snippet<[kind: string]> | null;
  /** In edit mode: the heading as a field. */
  readonly heading: Snippet<[text: string]> | null;
}

export const [getFramePlace, setFramePlace, hasFramePlace] = createContext<FramePlace>();
