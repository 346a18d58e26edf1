import { evaluateNumber } from './evaluateExpression';
import { partsOf, type Expression } from './expression';
import type { FunctionName } from './functions';

/** Why an expression has no value at the point estimate; worded in `cells/formula`. */
export type Missing =
  /** A value it reads is "never" or not defined. */
  | { readonly tag: 'reads'; readonly path: string }
  | { readonly tag: 'divisionByZero'; readonly part: Expression }
  /** The function has no answer for these arguments: a root of a negative number, a rate that does not exist. */
  | { readonly tag: 'noAnswer'; readonly name: string; readonly part: Expression }
  /** Larger than a number can be. */
  | { readonly tag: 'tooLarge'; readonly part: Expression };

/** These have an answer for any finite numbers, so they lack one only when it is too large. */
const overflowing: ReadonlySet<string> = new Set(['exp', 'sum'] satisfies FunctionName[]);

/** The innermost reason, first from the left; `null` when there is a value. */
export function whyMissing(expression: Expression, read: (path: string) => number): Missing | null {
  const value = evaluateNumber(expression, read);
  if (Number.isFinite(value)) return null;
  for (const part of partsOf(expression)) {
    const inner = whyMissing(part, read);
    if (inner) return inner;
  }
  switch (expression.tag) {
    case 'name':
      return { tag: 'reads', path: expression.path };
    case 'call':
      if (overflowing.has(expression.name)) return { tag: 'tooLarge', part: expression };
      return { tag: 'noAnswer', name: expression.name, part: expression };
    case 'binary':
      if (evaluateNumber(expression.operator === '/' ? expression.right : expression.left, read) === 0)
        return { tag: 'divisionByZero', part: expression };
      return expression.operator === '^' && evaluateNumber(expression.left, read) < 0
        ? { tag: 'noAnswer', name: '^', part: expression }
        : { tag: 'tooLarge', part: expression };
    default:
      return { tag: 'tooLarge', part: expression };
  }
}
