import { onMount, untrack } from 'svelte';
import type { CellKinds } from '$lib/notebook/cellKind';
import type { Notebook } from '$lib/notebook/notebook';
import { createDraftStore } from './draftStore';
import { Reader, setReader } from './reader.svelte';
import { Session, setSession } from './session.svelte';
import { setSimulations, Simulations } from './simulations.svelte';
import { toRequest, type Simulated } from './toRequest';

interface Options {
  readonly template: (language: 'fi' | 'en') => Notebook;
  readonly kinds: CellKinds;
  /** The language of the page; may change while it is open. */
  readonly language: () => 'fi' | 'en';
}

/**
 * Opens a notebook on a page: its session, its reader and its simulations, for every component below.
 * Called while the page's component is being set up. On the server the template is shown and nothing runs.
 */
export function openSession({ template, kinds, language }: Options): { session: Session; simulations: Simulations } {
  // The time of a save is a value that is replaced, never changed in place.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const session = new Session({ template, kinds, language: language(), now: () => new Date() });
  const simulations = new Simulations();
  setSession(session);
  setSimulations(simulations);
  setReader(new Reader(language, session));

  $effect.pre(() => session.speak(language()));

  onMount(() => {
    session.open(createDraftStore(() => localStorage));
    const leave = () => {
      if (document.visibilityState === 'hidden') session.save();
    };
    const pageHide = () => session.save();
    document.addEventListener('visibilitychange', leave);
    const otherTab = (event: StorageEvent) => session.follow(event.key);
    window.addEventListener('pagehide', pageHide);
    window.addEventListener('storage', otherTab);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', pageHide);
      window.removeEventListener('storage', otherTab);
      session.save();
      simulations.close();
    };
  });

  $effect(() => {
    const { notebook, evaluation, moving } = session;
    const names = notebook.cells.flatMap(({ kind, name }) => (kind === 'scenario' && name ? [name] : []));
    untrack(() => simulations.keep(names));
    for (const cell of notebook.cells) {
      const feed = cell.kind === 'scenario' && cell.name ? simulations.of(cell.name) : null;
      if (!feed) continue;
      const request = toRequest(notebook, evaluation.get(cell.id)!.result as Simulated);
      // Asking reads and writes the feed's own state; only the case and the hand may ask again.
      untrack(() => feed.want(request, moving));
    }
  });
  return { session, simulations };
}
