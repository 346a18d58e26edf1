import type { Language } from '$lib/i18n/language';
import { parseLiveText } from '$lib/notebook/liveText';
import type { Cell } from '$lib/notebook/notebook';
import { titleOfKind } from './abouts';

/** Longest piece of what somebody wrote that is quoted. */
const longest = 32;

/** What a cell is called when it is spoken of: its heading, its name, the words it begins with, or its kind. */
export function cellWords(cell: Cell, language: Language): string {
  const { title = '', text = '' } = cell as Cell & { readonly title?: string; readonly text?: string };
  const kind = titleOfKind(cell.kind, language).toLocaleLowerCase(language);
  return shortened(title) || cell.name || shortened(plainWords(text)) || kind;
}

/** The beginning of a long text. */
export function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** The words of a text without its signs, and without its figures. */
function plainWords(text: string): string {
  const words = parseLiveText(text.slice(0, 400)).map((part) => (part.tag === 'text' ? part.text : '…'));
  return words
    .join('')
    .replace(/[#*_`>|~[\]]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
