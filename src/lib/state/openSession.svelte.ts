import { onMount, untrack } from 'svelte';
import type { CellKinds } from '$lib/notebook/cellKind';
import type { Notebook } from '$lib/notebook/notebook';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';
import { browserJournal, browserNotebooks, onNotebookChange } from './browserNotebooks';
import { Keeper, setKeeper } from './keeper.svelte';
import type { KeptNotebook } from './keptNotebook';
import { Reader, setReader } from './reader.svelte';
import { Session, setSession } from './session.svelte';
import { Samples, setSamples } from './samples.svelte';
import { setSimulations, Simulations } from './simulations.svelte';
import { toRequest, type Simulated } from './toRequest';

/** A notebook of one's own, as it is opened in the place of a template. */
export interface OwnNotebook {
  /** Under which it is kept. */
  readonly id: string;
  readonly notebook: Notebook;
  /** What stands in the store; `null` while nothing does. */
  readonly kept: KeptNotebook | null;
  /** What came by a link or a file: nothing is kept of it before the reader asks for it. */
  readonly sent?: SharedNotebook;
}

interface Options {
  /** Every starter notebook by name. */
  readonly templateOf: (name: string, language: Notebook['language']) => Notebook | undefined;
  /** The one the page opens on. What is done to it is kept under its name. */
  readonly template: string;
  /** Opened in its place. */
  readonly own?: OwnNotebook | undefined;
  readonly kinds: CellKinds;
  /** The language of the page; may change while it is open. */
  readonly language: () => 'fi' | 'en';
}

/**
 * Opens a notebook on a page: its session, its reader and its simulations, for every component below.
 * Called while the page's component is being set up. On the server the template is shown and nothing runs.
 */
export function openSession({ templateOf, template, own, kinds, language }: Options): {
  session: Session;
  keeper: Keeper;
  simulations: Simulations;
} {
  const notebook = own?.notebook ?? templateOf(template, language());
  if (!notebook) throw new Error(`unknown template: ${template}`);
  const session = new Session({ template: templateOf, kinds, notebook });
  if (own?.sent) session.open(own.notebook, own.sent);
  const keeper = new Keeper({
    session,
    id: own?.id ?? template,
    ...(own && { found: own.kept, waits: own.sent !== undefined }),
    store: browserNotebooks,
    journal: browserJournal,
  });
  const simulations = new Simulations();
  const samples = new Samples();
  setSession(session);
  setKeeper(keeper);
  setSimulations(simulations);
  setSamples(samples);
  setReader(new Reader(language, session));

  $effect.pre(() => session.speak(language()));

  onMount(() => {
    void keeper.open();
    if (notebook.cells.some(({ kind }) => kind === 'scenario')) simulations.warmWhenIdle();
    const shown = () => void (document.visibilityState === 'hidden' ? keeper.leave() : keeper.look());
    const pageHide = () => keeper.leave();
    const stopListening = onNotebookChange((id, by) => keeper.told(id, by));
    document.addEventListener('visibilitychange', shown);
    window.addEventListener('pagehide', pageHide);
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', shown);
      window.removeEventListener('pagehide', pageHide);
      keeper.close();
      simulations.close();
      samples.close();
    };
  });

  $effect(() => {
    if (session.revision > 0) untrack(() => keeper.notice());
  });

  $effect(() => {
    // What is kept is simulated, not the template that stands there for a moment before it.
    if (keeper.opening) return;
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
  return { session, keeper, simulations };
}
