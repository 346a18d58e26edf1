import type { ValueKind } from '$lib/charts/valueFormat';
import { decimalsNeeded } from '$lib/i18n/figure';
import type { Formats } from '$lib/i18n/formats';
import { computedValue } from '$lib/i18n/outputText';
import type { Expression, Operator } from '$lib/notebook/expression/expression';
import { toNotation } from '$lib/notebook/expression/notation';
import { printExpression } from '$lib/notebook/expression/printExpression';
import type { Published } from '$lib/notebook/published';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { messages } from './messages';

/** How a chart writes values of a unit. */
export function valueKindOf(unit: ValueUnit): ValueKind {
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth':
      return 'money';
    case 'ratio':
      return 'percent';
    case 'points':
      return 'points';
    case 'months':
      return 'months';
    case 'count':
    case 'countPerYear':
      return 'count';
    case 'multiple':
      return 'multiple';
  }
}

/** A computed number with its unit; small ones keep the decimals that tell them apart. */
export function formulaFigure(unit: ValueUnit, value: number, formats: Formats): string {
  const size = Math.abs(value);
  switch (unit) {
    case 'money':
      return size < 1000 ? formats.moneyExact(value) : formats.money(value);
    case 'ratio':
      return formats.percent(value, size < 0.1 ? 1 : 0);
    case 'count':
      return formats.number(value, decimalsNeeded([value], 0, size < 100 ? 1 : 0));
    case 'multiple':
      return formats.number(value, decimalsNeeded([value], 0, size >= 100 ? 0 : size >= 1 ? 2 : 4));
    default:
      return computedValue(unit, value, formats);
  }
}

const signs: Readonly<Record<Operator, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '^': '^',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};

/** The formula with the figures of the moment in place of its names: "744 025 € − 512 000 €". */
export function liveFormula(
  expression: Expression,
  names: Readonly<Record<string, Published>>,
  formats: Formats,
): string {
  const say = messages[formats.language];
  const figureOf = (path: string): string => {
    const { value, unit, simulated } = names[path] ?? { value: null, unit: 'multiple' };
    if (simulated) return path;
    if (value === null) return say.notDefined;
    const figure = formulaFigure(unit, value, formats);
    return value < 0 ? `(${figure})` : figure;
  };
  return printExpression(expression, toNotation(formats.language), {
    name: figureOf,
    operator: (operator) => signs[operator],
  });
}
