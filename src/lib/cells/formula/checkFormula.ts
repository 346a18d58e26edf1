import { failure, success, type Result } from '$lib/metrics/result';
import type { CellKinds } from '$lib/notebook/cellKind';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import type { Expression } from '$lib/notebook/expression/expression';
import { cellOf, namesIn } from '$lib/notebook/expression/names';
import type { Notation } from '$lib/notebook/expression/notation';
import { parseExpression, type ExpressionProblem } from '$lib/notebook/expression/parseExpression';
import { nearestName } from '$lib/notebook/nearestName';
import type { Cell, Notebook } from '$lib/notebook/notebook';

/** Why a formula cannot be computed in its notebook; worded in `problemWords`. */
export type FormulaProblem =
  | { readonly tag: 'expression'; readonly problem: ExpressionProblem }
  | { readonly tag: 'unknownName'; readonly name: string; readonly nearest: string | null }
  /** The cell it reads has nothing to read at the moment. */
  | { readonly tag: 'sourceAtFault'; readonly name: string }
  | { readonly tag: 'unknownField'; readonly name: string; readonly field: string; readonly nearest: string | null }
  /** The cell publishes several values, and the formula does not say which. */
  | { readonly tag: 'chooseField'; readonly name: string; readonly example: string }
  | { readonly tag: 'noFields'; readonly name: string; readonly field: string }
  | { readonly tag: 'cycle'; readonly names: readonly string[] };

/** The notebook a formula stands in. */
export interface FormulaPlace {
  readonly cell: Cell;
  readonly notebook: Notebook;
  readonly kinds: CellKinds;
  readonly evaluation: Evaluation;
}

/** What was typed without the "=" people begin a formula with; a space keeps every other character at its place. */
export function withoutEquals(text: string): string {
  return text.replace(/^(\s*)=/, '$1 ');
}

/** Reads what somebody typed as the formula of a cell: an expression over names that are there, and that do not need it. */
export function checkFormula(
  text: string,
  notation: Notation,
  place: FormulaPlace,
): Result<Expression, FormulaProblem> {
  const parsed = parseExpression(text, notation);
  if (!parsed.ok) return failure({ tag: 'expression', problem: parsed.problem });
  for (const path of namesIn(parsed.value)) {
    const problem = pathProblem(path, place);
    if (problem) return failure(problem);
  }
  return success(parsed.value);
}

function pathProblem(path: string, { cell, notebook, kinds, evaluation }: FormulaPlace): FormulaProblem | null {
  const name = cellOf(path);
  const field = path.slice(name.length + 1);
  const source = notebook.cells.find((other) => other.name === name);
  if (!source) {
    const known = notebook.cells.flatMap((other) => (other.name && other.id !== cell.id ? [other.name] : []));
    return { tag: 'unknownName', name, nearest: nearestName(name, known) };
  }
  const way = wayBack(source, cell, notebook, kinds);
  if (way) return { tag: 'cycle', names: [cell.name ?? '', ...way.filter((between) => between !== cell.name)] };
  const fields = Object.keys(evaluation.get(source.id)?.published() ?? {});
  if (fields.includes(field)) return null;
  if (fields.length === 0) return { tag: 'sourceAtFault', name };
  if (fields.includes('')) return { tag: 'noFields', name, field };
  const example = `${name}.${fields.includes('npv') ? 'npv' : fields[0]}`;
  return field === ''
    ? { tag: 'chooseField', name, example }
    : { tag: 'unknownField', name, field, nearest: nearestName(field, fields) };
}

/** The names from a cell on by which it needs another; `null` when it does not. */
function wayBack(
  from: Cell,
  to: Cell,
  notebook: Notebook,
  kinds: CellKinds,
  seen = new Set<string>(),
): string[] | null {
  if (from.id === to.id) return [from.name ?? ''];
  if (seen.has(from.id)) return null;
  seen.add(from.id);
  for (const name of kinds[from.kind]?.reads(from) ?? []) {
    const source = notebook.cells.find((cell) => cell.name === name);
    const way = source && wayBack(source, to, notebook, kinds, seen);
    if (way) return [from.name ?? '', ...way];
  }
  return null;
}
