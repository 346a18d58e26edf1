/** A name being written at the caret. */
export interface NameAt {
  /** Where what is replaced begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly query: string;
  /** Only what can be dragged fits here. */
  readonly movable: boolean;
  /** What comes after a chosen name. */
  readonly after: string;
}

const inBraces = /\{(~?)\s*([\p{L}\p{N}_.]*)$/u;
const inFormula = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*$/u;

/**
 * The name being written in the braces of a text; `null` outside them.
 *
 * @example liveNameAt('ROI {base.r', 11) // { from: 5, to: 11, query: 'base.r', … }
 */
export function liveNameAt(text: string, caret: number): NameAt | null {
  const [, drag, query = ''] = inBraces.exec(text.slice(0, caret)) ?? [];
  if (drag === undefined) return null;
  const rest = /^[\p{L}\p{N}_.]*/u.exec(text.slice(caret))![0];
  const to = caret + rest.length;
  // A brace that is there already, or a sentence around the value, closes it.
  const closed = /^\s*[}:]/.test(text.slice(to));
  return { from: caret - query.length, to, query, movable: drag === '~', after: closed ? '' : '}' };
}

/** The name being written in a formula; `null` where none is. */
export function formulaNameAt(text: string, caret: number): NameAt | null {
  const query = inFormula.exec(text.slice(0, caret))?.[0];
  if (query === undefined) return null;
  const rest = /^[\p{L}\p{N}_.]*/u.exec(text.slice(caret))![0];
  return { from: caret - query.length, to: caret + rest.length, query, movable: false, after: '' };
}
