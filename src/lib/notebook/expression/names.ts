import { partsOf, withParts, type Expression } from './expression';

/** The paths an expression reads, each once, in the order they first stand: `base.npv`, `price`. */
export function namesIn(expression: Expression): string[] {
  const paths = expression.tag === 'name' ? [expression.path] : partsOf(expression).flatMap(namesIn);
  return [...new Set(paths)];
}

/** The cell a path belongs to: `base` of `base.npv`. */
export function cellOf(path: string): string {
  return path.split('.', 1)[0]!;
}

/**
 * The expression after a cell was renamed: `base.npv` and `base` follow `base`, `baseline` does not. A path may be given as
 * well: `base.npv` for `base.nvp`.
 * The very same object when it does not read that cell.
 */
export function renameIn(expression: Expression, from: string, to: string): Expression {
  if (expression.tag !== 'name') return withParts(expression, (part) => renameIn(part, from, to));
  const { path } = expression;
  const follows = path === from || path.startsWith(`${from}.`);
  return follows ? { tag: 'name', path: to + path.slice(from.length) } : expression;
}
