import { saveFile } from '$lib/components/saveFile';
import { notebookFileName, toNotebookFile } from '$lib/export/notebookFile';
import type { Notebook } from '$lib/notebook/notebook';
import { toShared } from '$lib/notebook/sharedNotebook';
import { defaultSampler, defaultTrials } from '$lib/simulation/result';

/** Saves a notebook as a file, without any figure for its reader to compare: it is the author's own copy. */
export function saveNotebook(notebook: Notebook): void {
  const { seed, sampler = defaultSampler, title } = notebook;
  const shared = toShared(notebook, { seed, sampler, trials: defaultTrials, values: [] });
  saveFile(toNotebookFile(shared), notebookFileName(title));
}

/** Saves the text of a notebook that does not open, as it stands. */
export function saveText(text: string, title: string): void {
  saveFile(new Blob([text], { type: 'application/json' }), notebookFileName(title));
}
