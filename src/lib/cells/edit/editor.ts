import type { Reader } from '$lib/state/reader.svelte';
import type { Session } from '$lib/state/session.svelte';
import AddLine from './AddLine.svelte';
import Closing from './Closing.svelte';
import { Editing } from './editing.svelte';
import Heading from './Heading.svelte';
import Margin from './Margin.svelte';
import Tools from './Tools.svelte';
import Writing from './Writing.svelte';

const parts = { AddLine, Closing, Heading, Margin, Tools, Writing };

/** What edit mode adds to the page: what is going on, and the parts that stand in and between the cells. */
export type Editor = Editing & typeof parts;

export function createEditor(session: Session, reader: Reader): Editor {
  return Object.assign(new Editing(session, reader), parts);
}
