import { failure, type Result } from '$lib/metrics/result';
import type { CellKinds } from '$lib/notebook/cellKind';
import { largestText } from '$lib/notebook/linkCodec';
import type { ShareProblem } from '$lib/notebook/sharedLink';
import { parseShared, type SharedNotebook } from '$lib/notebook/sharedNotebook';

/** How the name of a notebook's file ends. */
export const notebookEnding = '.arvio.json';

/** Bytes of a file, as many as a link may unfold to. */
export const largestFile = largestText;

/**
 * The name a notebook is saved under: its title, without what a file system of any kind refuses.
 *
 * @example notebookFileName('Kevään tarjous: A/B') // 'Kevään tarjous A B.arvio.json'
 */
export function notebookFileName(title: string): string {
  const plain = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/[ .]+$/, '');
  return (short || 'Arvio') + notebookEnding;
}

/** A notebook as a file: what a link carries, in JSON that a person can read. */
export function toNotebookFile(shared: SharedNotebook): Blob {
  return new Blob([`${JSON.stringify(shared, null, 2)}\n`], { type: 'application/json' });
}

/** Reads a file somebody chose or dropped: its size first, then as a link is read. Never throws. */
export async function readNotebookFile(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  kinds: CellKinds,
): Promise<Result<SharedNotebook, ShareProblem | { readonly tag: 'unreadable' }>> {
  if (file.size > largestFile) return failure({ tag: 'tooLarge' });
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // A folder, or a file that has gone since it was chosen.
    return failure({ tag: 'unreadable' });
  }
  try {
    return parseShared(new TextDecoder('utf-8', { fatal: true }).decode(bytes), kinds);
  } catch {
    return failure({ tag: 'notJson' });
  }
}
