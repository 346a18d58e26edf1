import type { CellKinds } from './cellKind';
import type { Notebook } from './notebook';

/**
 * A notebook in the reader's language as far as its texts are still the template's: what somebody wrote stays as written.
 *
 * @param from the template in the notebook's present language.
 * @param to the same template in the reader's.
 */
export function retell(notebook: Notebook, kinds: CellKinds, from: Notebook, to: Notebook): Notebook {
  if (notebook.language === to.language) return notebook;
  const cells = notebook.cells.map((cell) => {
    const before = from.cells.find(({ id }) => id === cell.id) as Record<string, unknown> | undefined;
    const after = to.cells.find(({ id }) => id === cell.id) as Record<string, unknown> | undefined;
    if (!before || !after) return cell;
    const told = { ...cell } as Record<string, unknown>;
    for (const text of kinds[cell.kind]?.texts ?? []) if (told[text] === before[text]) told[text] = after[text];
    return told as unknown as typeof cell;
  });
  return {
    ...notebook,
    language: to.language,
    title: notebook.title === from.title ? to.title : notebook.title,
    subtitle: notebook.subtitle === from.subtitle ? to.subtitle : notebook.subtitle,
    cells,
  };
}
