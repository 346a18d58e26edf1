import fc from 'fast-check';
import type { Comparator, Expression, Operator } from '$lib/notebook/expression/expression';
import { definitionOf, functionNames } from '$lib/notebook/expression/functions';

export const aNumber = fc.oneof(
  fc.nat({ max: 1000 }),
  fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }).map(Math.abs),
  fc.constantFrom(0, 0.5, 1e-7, 1e21, 5e-324, Number.MAX_VALUE),
);

const comparators: Comparator[] = ['<', '<=', '>', '>=', '=', '!='];
const operators: Operator[] = ['+', '-', '*', '/', '^', ...comparators];

/** Any expression over some names, as deep as texts may be. */
export function anExpression(names: readonly string[] = ['a', 'b', 'base.npv', 'hinta_1']): fc.Arbitrary<Expression> {
  return fc.letrec<{ any: Expression }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', maxDepth: 6, withCrossShrink: true },
      aNumber.map((value): Expression => ({ tag: 'number', value })),
      fc.constantFrom(...names).map((path): Expression => ({ tag: 'name', path })),
      tie('any').map((of): Expression => ({ tag: 'negate', of })),
      tie('any').map((of): Expression => ({ tag: 'percent', of })),
      fc
        .tuple(fc.constantFrom(...operators), tie('any'), tie('any'))
        .map(([operator, left, right]): Expression => ({ tag: 'binary', operator, left, right })),
      fc.constantFrom(...functionNames).chain((name) => {
        const { least, most } = definitionOf(name);
        const args = fc.array(tie('any'), { minLength: least, maxLength: most ?? least + 2 });
        return args.map((args): Expression => ({ tag: 'call', name, args }));
      }),
    ),
  })).any;
}
