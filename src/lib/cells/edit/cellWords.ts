import { titleOfKind } from '$lib/cells/abouts';
import type { Language } from '$lib/i18n/language';
import type { Cell } from '$lib/notebook/notebook';

/** What a cell is called when it is spoken of: its heading, its name, or its kind. */
export function cellWords(cell: Cell, language: Language): string {
  const { title } = cell as Cell & { readonly title?: string };
  return title || cell.name || titleOfKind(cell.kind, language).toLocaleLowerCase(language);
}
