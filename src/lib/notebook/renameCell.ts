import { failure, success, type Result } from '$lib/metrics/result';
import type { CellKinds } from './cellKind';
import { longestName, namePattern } from './cellSchema';
import type { Notebook } from './notebook';

/** Why a text cannot be a cell's name; worded in `cells`. */
export type NameProblem =
  | { readonly tag: 'empty' }
  | { readonly tag: 'tooLong'; readonly most: number }
  /** It has something else than letters, digits and underscores, or begins with a digit. */
  | { readonly tag: 'notName'; readonly text: string }
  | { readonly tag: 'taken'; readonly name: string };

/** Reads what somebody typed as the name of a cell. */
export function parseName(text: string, notebook: Notebook, id: string): Result<string, NameProblem> {
  const name = text.normalize('NFC').trim();
  if (name === '') return failure({ tag: 'empty' });
  if (name.length > longestName) return failure({ tag: 'tooLong', most: longestName });
  if (!namePattern.test(name)) return failure({ tag: 'notName', text: name });
  if (notebook.cells.some((cell) => cell.name === name && cell.id !== id)) return failure({ tag: 'taken', name });
  return success(name);
}

/** A notebook with one cell under another name, and every reference to it following. */
export function renameCell(notebook: Notebook, kinds: CellKinds, id: string, to: string): Notebook {
  const from = notebook.cells.find((cell) => cell.id === id)?.name;
  if (from === to) return notebook;
  // Where another cell has the name too, references are to the first of them.
  const followed = from !== undefined && notebook.cells.find((cell) => cell.name === from)?.id === id;
  const cells = notebook.cells.map((cell) => {
    const named = cell.id === id ? { ...cell, name: to } : cell;
    return followed ? (kinds[named.kind]?.rename?.(named, from, to) ?? named) : named;
  });
  return { ...notebook, cells };
}
