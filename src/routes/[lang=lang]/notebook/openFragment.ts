import { cellKinds } from '$lib/cells/registry';
import type Received from '$lib/cells/share/Received.svelte';
import type { Language } from '$lib/i18n/language';
import { parseNotebook, type NotebookProblem } from '$lib/notebook/parseNotebook';
import { askStore } from '$lib/state/browserNotebooks';
import { keepersAtRest } from '$lib/state/keeper.svelte';
import type { KeptNotebook } from '$lib/state/keptNotebook';
import type { ShareProblem } from '$lib/notebook/sharedLink';
import type { OwnNotebook } from '$lib/state/openSession.svelte';
import { randomId } from '$lib/state/randomId';
import { blank } from '$lib/templates/blank';
import { newMark, ownMark, sentMark } from './addresses';

/** What the address of a notebook's page names. */
export type Opened =
  | { readonly tag: 'opening' }
  | {
      readonly tag: 'own';
      readonly own: OwnNotebook;
      /** What stands above a notebook that was sent: there from the beginning, so that nothing moves when it comes. */
      readonly Strip?: typeof Received;
    }
  /** No notebook of that name is kept here. */
  | { readonly tag: 'unknown' }
  | { readonly tag: 'none' }
  | { readonly tag: 'unread'; readonly kept: KeptNotebook; readonly problem: NotebookProblem }
  | { readonly tag: 'noStore' }
  /** A link that is broken, or no link. */
  | { readonly tag: 'unopened'; readonly problem: ShareProblem };

/** Opens what a fragment names. A fragment may come from anywhere: it is only ever compared, never run or shown. */
export async function openFragment(fragment: string, language: Language): Promise<Opened> {
  if (fragment === newMark) {
    return { tag: 'own', own: { id: randomId(), notebook: blank(language), kept: null } };
  }
  if (fragment.startsWith(sentMark)) return openSent(fragment);
  if (!fragment.startsWith(ownMark)) return { tag: 'none' };
  await keepersAtRest();
  const read = await askStore((store) => store.read(fragment.slice(ownMark.length)));
  if (!read.ok) return { tag: 'noStore' };
  const kept = read.value;
  if (!kept) return { tag: 'unknown' };
  const parsed = parseNotebook(kept.text, cellKinds);
  if (!parsed.ok) return { tag: 'unread', kept, problem: parsed.problem };
  return { tag: 'own', own: { id: kept.id, notebook: parsed.value, kept } };
}

/** A notebook somebody sent: a copy, which nothing is kept of before the reader asks for it. */
async function openSent(fragment: string): Promise<Opened> {
  const [{ openShared }, { default: Strip }] = await Promise.all([
    import('$lib/notebook/sharedLink'),
    import('$lib/cells/share/Received.svelte'),
  ]);
  const sent = await openShared(fragment, cellKinds);
  if (!sent) return { tag: 'none' };
  if (!sent.ok) return { tag: 'unopened', problem: sent.problem };
  const { value } = sent;
  return { tag: 'own', own: { id: randomId(), notebook: value.document, kept: null, sent: value }, Strip };
}
