import { cellKinds } from '$lib/cells/registry';
import type { Language } from '$lib/i18n/language';
import { parseNotebook, type NotebookProblem } from '$lib/notebook/parseNotebook';
import { browserNotebooks } from '$lib/state/browserNotebooks';
import { keepersAtRest } from '$lib/state/keeper.svelte';
import type { KeptNotebook } from '$lib/state/keptNotebook';
import type { OwnNotebook } from '$lib/state/openSession.svelte';
import { randomId } from '$lib/state/randomId';
import { blank } from '$lib/templates/blank';
import { newMark, ownMark } from './addresses';

/** What the address of a notebook's page names. */
export type Opened =
  | { readonly tag: 'opening' }
  | { readonly tag: 'own'; readonly own: OwnNotebook }
  /** No notebook of that name is kept here. */
  | { readonly tag: 'unknown' }
  | { readonly tag: 'none' }
  | { readonly tag: 'unread'; readonly kept: KeptNotebook; readonly problem: NotebookProblem }
  | { readonly tag: 'noStore' };

/** Opens what a fragment names. A fragment may come from anywhere: it is only ever compared, never run or shown. */
export async function openFragment(fragment: string, language: Language): Promise<Opened> {
  if (fragment === newMark) {
    return { tag: 'own', own: { id: randomId(), notebook: blank(language), kept: null } };
  }
  if (!fragment.startsWith(ownMark)) return { tag: 'none' };
  await keepersAtRest();
  const store = await browserNotebooks().catch(() => null);
  const read = await store?.read(fragment.slice(ownMark.length));
  if (!read?.ok) return { tag: 'noStore' };
  const kept = read.value;
  if (!kept) return { tag: 'unknown' };
  const parsed = parseNotebook(kept.text, cellKinds);
  if (!parsed.ok) return { tag: 'unread', kept, problem: parsed.problem };
  return { tag: 'own', own: { id: kept.id, notebook: parsed.value, kept } };
}
