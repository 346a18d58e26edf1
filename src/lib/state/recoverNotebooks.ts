import { keysOf, type Journal, type Unsaved } from './journal';
import type { NotebookStore, NotebookText } from './keptNotebook';

const drafts = 'arvio.draft.';

/**
 * Brings into the store what earlier visits left beside it: the journal of pages that were left in the middle of saving, and drafts
 * that releases before the store kept in `localStorage`. Each is forgotten only when the store has it, and one that does not go on from
 * what stands there becomes a notebook of its own: nothing is written over.
 */
export async function recoverNotebooks(
  store: NotebookStore,
  journal: Journal,
  storage: () => Storage,
  newId: () => string,
): Promise<void> {
  for (const [id, unsaved] of journal.entries()) {
    if (await takeUp(store, id, unsaved, newId)) journal.drop(id);
  }
  for (const name of keysOf(storage, drafts)) {
    const text = storage().getItem(drafts + name);
    // "investment-case.unreadable" is a damaged draft that was put aside.
    const [template = name, damaged] = name.split('.');
    const id = damaged ? newId() : template;
    const unsaved = { by: '', base: null, written: toText(text ?? '', template) };
    if (await takeUp(store, id, unsaved, newId)) storage().removeItem(drafts + name);
  }
}

async function takeUp(store: NotebookStore, id: string, unsaved: Unsaved, newId: () => string): Promise<boolean> {
  const { by, base, written } = unsaved;
  const found = await store.read(id);
  if (!found.ok) return false;
  const same = written ? found.value?.text === written.text : found.value === null;
  if (same) return true;
  // What the same page has written before is older than what it left.
  const from = found.value?.by === by ? found.value.revision : base;
  if (written) {
    const kept = await store.write(id, written, by, from);
    if (kept.ok) return true;
    return kept.problem.tag === 'conflict' && (await store.write(newId(), written, by, null)).ok;
  }
  const cleared = from === null || (await store.clear(id, by, from));
  // Somebody has worked on it since: then it is not as its template.
  return cleared === true || cleared.ok || cleared.problem.tag === 'conflict';
}

/** What a list shows of a draft, as far as it can be read. */
function toText(text: string, template: string): NotebookText {
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  try {
    const { title, client } = JSON.parse(text) as Record<string, unknown>;
    return { text, title: said(title), client: said(client), template };
  } catch {
    return { text, title: '', client: '', template };
  }
}
