/** What stands between two terms. Comparisons give 1 where they hold and 0 where they do not. */
export type Operator = '+' | '-' | '*' | '/' | '^' | Comparator;
export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** A formula as plain data: what it says, without how it was written. */
export type Expression =
  /** Finite and never negative: a minus is a node of its own. */
  | { readonly tag: 'number'; readonly value: number }
  /** What a cell publishes: `price`, or one of several, `base.npv`. */
  | { readonly tag: 'name'; readonly path: string }
  | { readonly tag: 'negate'; readonly of: Expression }
  /** A hundredth: `5 %`. */
  | { readonly tag: 'percent'; readonly of: Expression }
  | { readonly tag: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly tag: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** The parts an expression is directly made of, in the order they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.tag) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
    case 'percent':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
  }
}

/** The same expression with each of its direct parts replaced; itself when none changes. */
export function withParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.tag) {
    case 'number':
    case 'name':
      return expression;
    case 'negate':
    case 'percent': {
      const of = change(expression.of);
      return of === expression.of ? expression : { ...expression, of };
    }
    case 'binary': {
      const [left, right] = [change(expression.left), change(expression.right)];
      return left === expression.left && right === expression.right ? expression : { ...expression, left, right };
    }
    case 'call': {
      const args = expression.args.map(change);
      return args.every((arg, index) => arg === expression.args[index]) ? expression : { ...expression, args };
    }
  }
}
