import { getEditorSlot } from '$lib/cells/editorSlot.svelte';
import type { Editing } from './editing.svelte';

/** What is going on in edit mode, for the parts that are only there then. Called while a component is being set up. */
export function getEditing(): Editing {
  const editing = getEditorSlot().current;
  if (!editing) throw new Error('not in edit mode');
  return editing;
}
