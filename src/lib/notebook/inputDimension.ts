import { firstInputDimension } from '$lib/simulation/result';
import type { Cell, Notebook } from './notebook';

/** The dimension of an input's random draws; `null` for a cell that has none of its own. */
export function dimensionOf(cell: Cell): number | null {
  const { dimension } = cell as { readonly dimension?: unknown };
  return typeof dimension === 'number' ? dimension : null;
}

/**
 * A dimension no input of the notebook has, or has ever had: what is added or deleted never changes another's draws
 * (model.md 6).
 */
export function freshDimension(notebook: Notebook): number {
  const taken = notebook.cells.map((cell) => dimensionOf(cell) ?? 0);
  return 1 + Math.max(firstInputDimension - 1, notebook.spentDimension ?? 0, ...taken);
}
