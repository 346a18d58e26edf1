import { onMount, untrack } from 'svelte';
import type { CellKinds } from '$lib/notebook/cellKind';
import type { Notebook } from '$lib/notebook/notebook';
import { Draft } from './draft.svelte';
import { createDraftStore } from './draftStore';
import { Reader, setReader } from './reader.svelte';
import { Session, setSession } from './session.svelte';
import { setSimulations, Simulations } from './simulations.svelte';
import { toRequest, type Simulated } from './toRequest';

interface Options {
  /** Every starter notebook by name. */
  readonly templateOf: (name: string, language: Notebook['language']) => Notebook | undefined;
  /** The one the page opens on. */
  readonly template: string;
  readonly kinds: CellKinds;
  /** The language of the page; may change while it is open. */
  readonly language: () => 'fi' | 'en';
}

/**
 * Opens a notebook on a page: its session, its reader and its simulations, for every component below.
 * Called while the page's component is being set up. On the server the template is shown and nothing runs.
 */
export function openSession({ templateOf, template, kinds, language }: Options): {
  session: Session;
  draft: Draft;
  simulations: Simulations;
} {
  // The time of a save is a value that is replaced, never changed in place.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const now = () => new Date();
  const notebook = templateOf(template, language());
  if (!notebook) throw new Error(`unknown template: ${template}`);
  const session = new Session({ template: templateOf, kinds, notebook });
  const draft = new Draft(session, now);
  const simulations = new Simulations();
  setSession(session);
  setSimulations(simulations);
  setReader(new Reader(language, session));

  $effect.pre(() => session.speak(language()));

  onMount(() => {
    draft.open(createDraftStore(() => localStorage));
    const leave = () => {
      if (document.visibilityState === 'hidden') draft.save();
    };
    const pageHide = () => draft.save();
    document.addEventListener('visibilitychange', leave);
    const otherTab = (event: StorageEvent) => draft.follow(event.key);
    window.addEventListener('pagehide', pageHide);
    window.addEventListener('storage', otherTab);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', pageHide);
      window.removeEventListener('storage', otherTab);
      draft.save();
      simulations.close();
    };
  });

  $effect(() => {
    if (session.revision > 0) untrack(() => draft.saveSoon());
  });

  $effect(() => {
    const { notebook, evaluation, moving } = session;
    const scenarios = notebook.cells.filter(({ id, kind }) => kind === 'scenario' && !evaluation.get(id)?.problem);
    untrack(() => simulations.keep(scenarios.map(({ name = '' }) => name)));
    for (const { id, name = '' } of scenarios) {
      const feed = simulations.of(name);
      if (!feed) continue;
      const request = toRequest(notebook, evaluation.get(id)!.result as Simulated);
      // Asking reads and writes the feed's own state; only the case and the hand may ask again.
      untrack(() => feed.want(request, moving));
    }
  });
  return { session, draft, simulations };
}
