import { createContext } from 'svelte';
import type { Reader } from '$lib/state/reader.svelte';
import type { Session } from '$lib/state/session.svelte';
import type { Editor } from './edit/editor';

/** Where the tools of editing are when the page is in edit mode: their code is loaded when it is first entered. */
export class EditorSlot {
  #made: Editor | null = $state.raw(null);
  readonly #session: Session;

  constructor(session: Session, reader: Reader) {
    this.#session = session;
    $effect(() => {
      if (session.editing && !this.#made)
        void import('./edit/editor').then(({ createEditor }) => (this.#made = createEditor(session, reader)));
    });
  }

  /** `null` for a reader, and until the tools are here. */
  get current(): Editor | null {
    return this.#session.editing ? this.#made : null;
  }
}

export const [getEditorSlot, setEditorSlot, hasEditorSlot] = createContext<EditorSlot>();
