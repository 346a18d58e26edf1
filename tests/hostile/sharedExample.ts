import { cellKinds } from '$lib/cells/registry';
import { createCell, insertCell } from '$lib/notebook/editCells';
import type { Notebook } from '$lib/notebook/notebook';
import { toShared, type SharedNotebook } from '$lib/notebook/sharedNotebook';
import { investmentCase } from '$lib/templates/investmentCase';

/** What the mutators begin from: the published case, and after it one more cell of every kind there is. */
export function sharedExample(): SharedNotebook {
  const document = Object.keys(cellKinds).reduce<Notebook>(
    (notebook, kind) => insertCell(notebook, createCell(notebook, cellKinds, kind, 'fi')!, notebook.cells.length),
    investmentCase('fi'),
  );
  return toShared(document, {
    seed: 20_040_218,
    trials: 131_072,
    sampler: 'sobol',
    values: [
      ['base.npv', 744_025.123],
      ['base.payback', 3.7],
    ],
  });
}
