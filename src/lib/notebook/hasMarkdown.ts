import { liveParts } from './liveText';

/** What any construct of Markdown has: one of these signs, or a line that begins as a list, code or an underlined heading does. */
const signs = /[*_`~[\]<>|\\#]|&#?\w+;|^\s*(?:[-+]|\d+[.)])\s|^(?: {4}|\t)|^\s*(?:-{2,}|={2,})\s*$| {2}$/m;

/** Whether a text may have Markdown in it. Plain paragraphs with live values have none, and are shown without its parser. */
export function hasMarkdown(text: string): boolean {
  const plain = liveParts(text).reduceRight(
    (rest, { at, source }) => rest.slice(0, at) + rest.slice(at + source.length),
    text,
  );
  return signs.test(plain);
}
