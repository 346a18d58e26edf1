import { firstScenario } from '$lib/cells/scenario/cell';
import type { CellKind, Surroundings } from '$lib/notebook/cellKind';
import { cellSchema, nameSchema, titleSchema } from '$lib/notebook/cellSchema';
import { freshName } from '$lib/notebook/editCells';
import { evaluatePoint } from '$lib/notebook/expression/evaluateExpression';
import type { Expression } from '$lib/notebook/expression/expression';
import { cellOf, namesIn, renameIn } from '$lib/notebook/expression/names';
import { longestExpression } from '$lib/notebook/expression/parseExpression';
import { parseStored } from '$lib/notebook/expression/parseStored';
import { printExpression } from '$lib/notebook/expression/printExpression';
import { isUncertain, needsTrials } from '$lib/notebook/expression/reductions';
import { unitOf, type UnitWarning } from '$lib/notebook/expression/unitOf';
import type { Cell, Notebook } from '$lib/notebook/notebook';
import type { Published } from '$lib/notebook/published';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import * as v from 'valibot';
import { birthWords } from './birthWords';
import { valueUnits } from '$lib/scenario/valueUnits';

/** `name = expression` over what other cells publish. */
export interface FormulaCell extends Cell {
  readonly kind: 'formula';
  readonly name: string;
  readonly title: string;
  /** As `printExpression` writes it in canonical notation, whatever the language of the editor. */
  readonly expression: string;
  /** As the author states it; left out, it follows from what the formula reads. */
  readonly unit?: ValueUnit;
}

export interface FormulaResult {
  /** `null` when the stored text is none. */
  readonly expression: Expression | null;
  /** What it reads, by path; without those that nothing publishes. */
  readonly names: Readonly<Record<string, Published>>;
  /** What it comes to; `null` when it cannot be computed at all. */
  readonly published: Published | null;
  /** What follows from the parts. */
  readonly derivedUnit: ValueUnit;
  readonly warnings: readonly UnitWarning[];
}

/** The stored formula read; `null` when it is damaged or empty. */
export function expressionOf({ expression }: FormulaCell): Expression | null {
  const read = parseStored(expression);
  return read.ok ? read.value : null;
}

/** What a formula comes to among other cells. */
export function evaluateFormula(
  expression: Expression | null,
  { value }: Pick<Surroundings, 'value'>,
  unit?: ValueUnit,
): FormulaResult {
  const paths = expression ? namesIn(expression) : [];
  const found = paths.map((path) => [path, value(path)] as const);
  const names = Object.fromEntries(found.filter((entry): entry is [string, Published] => entry[1] !== undefined));
  if (!expression || found.some(([, value]) => value === undefined))
    return { expression, names, published: null, derivedUnit: unit ?? 'multiple', warnings: [] };

  const check = unitOf(expression, (path) => names[path]!.unit);
  const simulated = needsTrials(expression, names);
  const published: Published = {
    value: simulated ? null : evaluatePoint(expression, (path) => names[path]!.value),
    unit: unit ?? check.unit,
    ...(isUncertain(expression, names) && { sample: { tag: 'formula', expression, names } }),
    ...(simulated && { simulated }),
  };
  return { expression, names, published, derivedUnit: check.unit, warnings: check.warnings };
}

/** Something to compute with at once: the first scenario's value, or the first number there is. */
function firstExpression(notebook: Notebook): string {
  const scenario = firstScenario(notebook);
  if (scenario) return `${scenario}.npv`;
  return notebook.cells.find(({ kind, name }) => name && (kind === 'input' || kind === 'formula'))?.name ?? '0';
}

export const formulaKind: CellKind<FormulaCell, FormulaResult> = {
  kind: 'formula',
  schema: cellSchema('formula', {
    name: nameSchema,
    title: titleSchema,
    expression: v.pipe(v.string(), v.maxLength(longestExpression)),
    unit: v.exactOptional(v.picklist(valueUnits)),
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'formula',
    name: freshName(notebook, birthWords[language].name),
    title: birthWords[language].title,
    expression: firstExpression(notebook),
  }),
  explainsNames: true,
  reads: (cell) => {
    const expression = expressionOf(cell);
    return expression ? [...new Set(namesIn(expression).map(cellOf))] : [];
  },
  evaluate: (cell, around) => evaluateFormula(expressionOf(cell), around, cell.unit),
  publishes: ({ published }) => published ?? {},
  rename: (cell, from, to) => {
    const before = expressionOf(cell);
    const after = before && renameIn(before, from, to);
    return after === before ? cell : { ...cell, expression: printExpression(after!, 'canonical') };
  },
};
