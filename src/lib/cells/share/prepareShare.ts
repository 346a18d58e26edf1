import { saveFile } from '$lib/components/saveFile';
import { notebookFileName, toNotebookFile } from '$lib/export/notebookFile';
import { toFragment } from '$lib/notebook/sharedLink';
import { toShared, type SharedNotebook } from '$lib/notebook/sharedNotebook';
import { defaultTrials } from '$lib/simulation/result';
import type { Session } from '$lib/state/session.svelte';
import type { Simulations } from '$lib/state/simulations.svelte';
import { takeFingerprint } from './takeFingerprint';

/** What the share dialog offers of the notebook as it stands now. */
export interface PreparedShare {
  /** The link; `null` when the figures could not be computed. */
  readonly link: Promise<string | null>;
  /** Saves the same as a file. */
  readonly save: () => Promise<void>;
}

/** @param address where shared notebooks open, whole. */
export function prepareShare(session: Session, simulations: Simulations, address: string): PreparedShare {
  const { notebook, evaluation } = session;
  const shared: Promise<SharedNotebook | null> = takeFingerprint(notebook, evaluation, defaultTrials, (request) =>
    simulations.run(request),
  ).then((fingerprint) => fingerprint && toShared(notebook, fingerprint));
  return {
    link: shared.then(async (shared) => shared && address + (await toFragment(shared))),
    save: async () => {
      const made = await shared;
      if (made) saveFile(toNotebookFile(made), notebookFileName(notebook.title));
    },
  };
}
