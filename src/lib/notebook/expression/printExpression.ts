import type { Expression, Operator } from './expression';
import type { Notation } from './notation';

/** How tightly each form binds; a part that binds less than its place asks for stands in parentheses. */
const binding = { comparison: 1, sum: 2, product: 3, negate: 4, power: 5, postfix: 6, primary: 7 } as const;

const sides: Readonly<Record<Operator, readonly [own: number, left: number, right: number]>> = (() => {
  const { comparison, sum, product, negate, power, postfix } = binding;
  const compared = [comparison, sum, sum] as const;
  return {
    '<': compared,
    '<=': compared,
    '>': compared,
    '>=': compared,
    '=': compared,
    '!=': compared,
    '+': [sum, sum, product],
    '-': [sum, sum, product],
    '*': [product, product, negate],
    '/': [product, product, negate],
    // Right-associative, and its exponent may carry a minus: 2^-1.
    '^': [power, postfix, negate],
  };
})();

function bindingOf(expression: Expression): number {
  switch (expression.tag) {
    case 'binary':
      return sides[expression.operator][0];
    case 'negate':
      return binding.negate;
    case 'percent':
      return binding.postfix;
    case 'number':
    case 'name':
    case 'call':
      return binding.primary;
  }
}

/** How the parts of an expression are written, where it is not to be read back. */
export interface Wording {
  readonly name: (path: string) => string;
  readonly operator: (operator: Operator) => string;
}

const asRead: Wording = { name: (path) => path, operator: (operator) => operator };

/**
 * Writes an expression with as few parentheses as say the same: reading it again gives the same expression.
 *
 * @example printExpression(expression, 'canonical') // 'max(0, b.npv - 1.5)'
 */
export function printExpression(expression: Expression, notation: Notation, wording = asRead): string {
  const print = (part: Expression): string => {
    switch (part.tag) {
      case 'number':
        return digits(part.value, notation);
      case 'name':
        return wording.name(part.path);
      case 'negate':
        return `${wording.operator('-')}${at(binding.negate, part.of)}`;
      case 'percent':
        return `${at(binding.postfix, part.of)}${notation === 'finnish' ? ' %' : '%'}`;
      case 'binary': {
        const [, left, right] = sides[part.operator];
        const between = part.operator === '^' ? '^' : ` ${wording.operator(part.operator)} `;
        return `${at(left, part.left)}${between}${at(right, part.right)}`;
      }
      case 'call':
        return `${part.name}(${part.args.map(print).join(notation === 'finnish' ? '; ' : ', ')})`;
    }
  };
  const at = (place: number, part: Expression): string => (bindingOf(part) < place ? `(${print(part)})` : print(part));
  return print(expression);
}

/** The shortest digits that read back as the very same number. */
function digits(value: number, notation: Notation): string {
  const text = String(value).replace('e+', 'e');
  return notation === 'finnish' ? text.replace('.', ',') : text;
}
