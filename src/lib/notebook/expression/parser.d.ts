import type { Expression } from './expression';
import type { Notation } from './notation';

/** Generated from `grammar.peggy` by `npm run build:grammar`. Throws a `SyntaxError` of its own; use `parseExpression`. */
export function parse(text: string, options: { readonly notation: Notation }): Expression;

declare class ParseError extends SyntaxError {
  readonly location: { readonly start: { readonly offset: number } };
  /** The character that stands there; `null` at the end of the text. */
  readonly found: string | null;
}
export { ParseError as SyntaxError };
