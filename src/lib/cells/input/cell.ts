import type { CellKind } from '$lib/notebook/cellKind';
import {
  cellSchema,
  dimensionSchema,
  finiteSchema,
  nameSchema,
  statedRangeSchema,
  titleSchema,
} from '$lib/notebook/cellSchema';
import { freshName } from '$lib/notebook/editCells';
import { freshDimension } from '$lib/notebook/inputDimension';
import type { Cell } from '$lib/notebook/notebook';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { rangeOf, type StatedRange } from '$lib/scenario/scenario';
import { valueUnits } from '$lib/scenario/valueUnits';
import type { Range } from '$lib/uncertainty/range';
import * as v from 'valibot';
import { birthWords } from './birthWords';

/** One slider of the author's own. */
export interface InputCell extends Cell {
  readonly kind: 'input';
  readonly name: string;
  readonly title: string;
  readonly unit: ValueUnit;
  /** Where the slider begins and ends before a typed figure stretches it; `min` below `max`. */
  readonly min: number;
  readonly max: number;
  /** One press of an arrow key. */
  readonly step: number;
  readonly value: number;
  readonly range?: StatedRange;
  /** Of its random draws, whether it has a range or not: given when the cell is made, its own for ever. */
  readonly dimension: number;
}

export interface InputResult {
  readonly value: number;
  readonly unit: ValueUnit;
  /** In force at the value; `null` for a point. */
  readonly range: Range | null;
  readonly limits: readonly [min: number, max: number];
  readonly dimension: number;
}

/**
 * What the number can be at all, from how its slider is drawn: one that begins at zero or above is never negative, and a
 * share whose slider stays within 0–1 is never anything else. What is typed past the slider stretches it up to these.
 */
export function inputLimits({ unit, min, max }: Pick<InputCell, 'unit' | 'min' | 'max'>): [min: number, max: number] {
  const isShare = unit === 'ratio' && min >= 0 && max <= 1;
  return [min >= 0 ? 0 : -Number.MAX_SAFE_INTEGER, isShare ? 1 : Number.MAX_SAFE_INTEGER];
}

export const inputKind: CellKind<InputCell, InputResult> = {
  kind: 'input',
  schema: v.pipe(
    cellSchema('input', {
      name: nameSchema,
      title: titleSchema,
      unit: v.picklist(valueUnits),
      min: finiteSchema,
      max: finiteSchema,
      step: v.pipe(finiteSchema, v.gtValue(0)),
      value: finiteSchema,
      range: v.exactOptional(statedRangeSchema),
      dimension: dimensionSchema,
    }),
    v.check((cell) => {
      const [least, most] = inputLimits(cell);
      return cell.min < cell.max && least <= cell.value && cell.value <= most;
    }),
  ),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'input',
    name: freshName(notebook, birthWords[language].name),
    title: birthWords[language].title,
    unit: 'money',
    min: 0,
    max: 100_000,
    step: 500,
    value: 20_000,
    dimension: freshDimension(notebook),
  }),
  reads: () => [],
  evaluate: (cell) => ({
    value: cell.value,
    unit: cell.unit,
    range: rangeOf(cell),
    limits: inputLimits(cell),
    dimension: cell.dimension,
  }),
  publishes: ({ value, unit, range, limits, dimension }) => ({
    value,
    unit,
    ...(range && { sample: { tag: 'input', dimension, range, limits } }),
  }),
};
