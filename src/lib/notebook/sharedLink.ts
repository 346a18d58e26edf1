import type { Result } from '$lib/metrics/result';
import type { CellKinds } from './cellKind';
import { packText, unpackText, type LinkProblem } from './linkCodec';
import type { NotebookProblem } from './parseNotebook';
import { sharedMark } from './sharedMark';
import { parseShared, type SharedNotebook } from './sharedNotebook';

/** Why a link or a file did not open. */
export type ShareProblem = LinkProblem | NotebookProblem;

/** The fragment that carries a notebook: the part of an address that a browser never sends to a server. */
export async function toFragment(shared: SharedNotebook): Promise<string> {
  return sharedMark + (await packText(JSON.stringify(shared)));
}

/** Opens what a fragment carries; `null` when it is no shared notebook's. Never throws. */
export async function openShared(
  fragment: string,
  kinds: CellKinds,
): Promise<Result<SharedNotebook, ShareProblem> | null> {
  if (!fragment.startsWith(sharedMark)) return null;
  const text = await unpackText(fragment.slice(sharedMark.length));
  return text.ok ? parseShared(text.value, kinds) : text;
}
