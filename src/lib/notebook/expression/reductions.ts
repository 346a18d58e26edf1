import type { Published } from '../published';
import { partsOf, type Expression } from './expression';
import { definitionOf, isFunctionName } from './functions';

type Names = Readonly<Record<string, Published>>;

const namesOf = (expression: Expression, names: Names): Published[] =>
  expression.tag === 'name'
    ? names[expression.path]
      ? [names[expression.path]!]
      : []
    : partsOf(expression).flatMap((part) => namesOf(part, names));

/** Whether the value differs from one future to another, or is made of such values. */
export function isUncertain(expression: Expression, names: Names): boolean {
  return namesOf(expression, names).some(({ sample }) => sample !== undefined);
}

/**
 * Whether only a simulation knows the value: it asks for a probability, a mean or a percentile of something uncertain, or
 * reads such a number. The point estimate says nothing of it.
 */
export function needsTrials(expression: Expression, names: Names): boolean {
  if (namesOf(expression, names).some(({ simulated }) => simulated)) return true;
  const reduces = (part: Expression): boolean =>
    part.tag === 'call' && isFunctionName(part.name) && definitionOf(part.name).reduces && isUncertain(part, names)
      ? true
      : partsOf(part).some(reduces);
  return reduces(expression);
}
