import type { TextCell } from '$lib/cells/text/cell';
import type { Notebook } from '$lib/notebook/notebook';

/** An empty sheet: no title yet, and a text to begin with. */
export function blank(language: Notebook['language']): Notebook {
  const text: TextCell = { id: 'text', kind: 'text', text: '', aside: '' };
  return {
    version: 2,
    template: 'blank',
    language,
    title: '',
    subtitle: '',
    client: '',
    currency: 'EUR',
    seed: 20_040_218,
    cells: [text],
  };
}
