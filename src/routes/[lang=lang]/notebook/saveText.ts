import { saveFile } from '$lib/components/saveFile';
import { notebookFileName } from '$lib/export/notebookFile';

/** Saves the text of a notebook that does not open, as it stands. */
export function saveText(text: string, title: string): void {
  saveFile(new Blob([text], { type: 'application/json' }), notebookFileName(title));
}
