import type { Result } from '$lib/metrics/result';
import type { Expression } from './expression';
import { parseExpression, type ExpressionProblem } from './parseExpression';

/** Formulas come again with every frame of a slider that is dragged. */
const known = new Map<string, Result<Expression, ExpressionProblem>>();
const mostKnown = 500;

/** Reads a formula as documents store it, in canonical notation; each text once, so that the same text gives the same object. */
export function parseStored(text: string): Result<Expression, ExpressionProblem> {
  let parsed = known.get(text);
  if (!parsed) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (parsed = parseExpression(text, 'canonical')));
  }
  return parsed;
}
