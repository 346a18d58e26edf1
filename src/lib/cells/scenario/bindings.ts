import type { Surroundings } from '$lib/notebook/cellKind';
import type { Published, SampleSource } from '$lib/notebook/published';
import { evaluatePoint as evaluateExpression } from '$lib/notebook/expression/evaluateExpression';
import type { Expression } from '$lib/notebook/expression/expression';
import { cellOf, namesIn, renameIn } from '$lib/notebook/expression/names';
import { longestExpression, type ExpressionProblem } from '$lib/notebook/expression/parseExpression';
import { parseStored } from '$lib/notebook/expression/parseStored';
import { unitOf, type UnitWarning } from '$lib/notebook/expression/unitOf';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { printExpression } from '$lib/notebook/expression/printExpression';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { DriverState, Scenario } from '$lib/scenario/scenario';
import type { DrawDimensions } from '$lib/simulation/result';
import * as v from 'valibot';
import { carriedDraws } from './carriedDraws';

/** Drivers that take their value from elsewhere in the notebook, each by a formula in canonical notation: `price * 12`. */
export type Bindings = Readonly<Partial<Record<DriverKey, string>>>;

/** Why a bound driver keeps its own value for now; worded in `bindingWords`. */
export type BindingProblem =
  | { readonly tag: 'expression'; readonly problem: ExpressionProblem }
  | { readonly tag: 'unknownPath'; readonly path: string }
  | { readonly tag: 'noValue' }
  | { readonly tag: 'outOfLimits'; readonly value: number }
  | { readonly tag: 'notWhole'; readonly value: number };

/** What does not go together in a bound driver; it still computes. */
export type BindingWarning =
  UnitWarning | { readonly tag: 'otherUnit'; readonly gives: ValueUnit; readonly takes: ValueUnit };

/** What a unit measures, whatever the time it is counted over: `price * 12` may be revenue a year. */
const measures: Readonly<Record<ValueUnit, 'money' | 'share' | 'time' | 'count' | null>> = {
  money: 'money',
  moneyPerYear: 'money',
  moneyPerMonth: 'money',
  ratio: 'share',
  points: 'share',
  months: 'time',
  count: 'count',
  countPerYear: 'count',
  multiple: null,
};

/** Units are checked lightly: a plain number may be anything. */
export function bindingWarnings(
  expression: Expression,
  key: DriverKey,
  unitOfName: (path: string) => ValueUnit | null,
): readonly BindingWarning[] {
  const { unit: gives, warnings } = unitOf(expression, unitOfName);
  const { unit: takes } = driverTable[key];
  const [given, taken] = [measures[gives], measures[takes]];
  const other = given !== null && taken !== null && given !== taken;
  return other ? [...warnings, { tag: 'otherUnit', gives, takes }] : warnings;
}

/** What became of a binding. */
export interface Bound {
  readonly expression: string;
  readonly problem: BindingProblem | null;
  /** What it reads is uncertain. `carried`: so is the driver, in the same futures; `leftOut`: the driver takes the point. */
  readonly spread: 'none' | 'carried' | 'leftOut';
  /** The formula over what it reads, where the spread is carried: whoever reads the driver reads this. */
  readonly sample?: SampleSource;
  /** What the formula gives is not of the driver's unit, or does not go together. */
  readonly warnings: readonly BindingWarning[];
}

export type BoundDrivers = Readonly<Partial<Record<DriverKey, Bound>>>;

/** No driver is bound: always this one object, so that it is recognised as unchanged. */
export const unbound: BoundDrivers = {};
/** Every driver draws for itself: always this one object, too. */
export const ownDimensions: DrawDimensions = {};

export const bindingsSchema = v.pipe(
  v.strictObject(
    Object.fromEntries(
      driverKeys.map((key) => [key, v.exactOptional(v.pipe(v.string(), v.maxLength(longestExpression)))]),
    ),
  ),
  v.check((bindings) => Object.keys(bindings).length > 0),
) as unknown as v.GenericSchema<unknown, Bindings>;

/** Names of the cells the bindings read. */
export function namesInBindings(bindings: Bindings = {}): string[] {
  const expressions = Object.values(bindings).map((text) => parseStored(text));
  return [...new Set(expressions.flatMap((result) => (result.ok ? namesIn(result.value).map(cellOf) : [])))];
}

export function renameInBindings(bindings: Bindings, from: string, to: string): Bindings {
  const renamed = Object.entries(bindings).map(([key, text]) => {
    const result = parseStored(text);
    return [key, result.ok ? printExpression(renameIn(result.value, from, to), 'canonical') : text];
  });
  return Object.fromEntries(renamed) as Bindings;
}

/**
 * A scenario with its bound drivers at the values they read. A driver whose formula has no usable value keeps its own,
 * and why is told.
 */
export function bindScenario(
  scenario: Scenario,
  bindings: Bindings | undefined,
  around: Surroundings,
): { readonly scenario: Scenario; readonly bound: BoundDrivers; readonly dimensions: DrawDimensions } {
  if (!bindings) return { scenario, bound: unbound, dimensions: ownDimensions };
  const values: Partial<Record<DriverKey, DriverState>> = {};
  const bound: Partial<Record<DriverKey, Bound>> = {};
  const dimensions: Partial<Record<DriverKey, number>> = {};
  for (const [name, expression] of Object.entries(bindings)) {
    const key = name as DriverKey;
    const result = parseStored(expression);
    if (!result.ok) {
      bound[key] = {
        expression,
        problem: { tag: 'expression', problem: result.problem },
        spread: 'none',
        warnings: [],
      };
      continue;
    }
    const { state, dimension, ...told } = stateOf(result.value, key, around);
    bound[key] = { expression, ...told };
    if (state) values[key] = state;
    if (dimension !== undefined) dimensions[key] = dimension;
  }
  return { scenario: { ...scenario, ...values }, bound, dimensions };
}

/** Why a number cannot be a driver's value; `null` when it can. */
export function driverProblem(key: DriverKey, value: number | null): BindingProblem | null {
  if (value === null) return { tag: 'noValue' };
  const { limits, whole } = driverTable[key];
  if (value < limits[0] || value > limits[1]) return { tag: 'outOfLimits', value };
  return whole && !Number.isInteger(value) ? { tag: 'notWhole', value } : null;
}

function stateOf(
  expression: Expression,
  key: DriverKey,
  around: Surroundings,
): Omit<Bound, 'expression'> & { readonly state?: DriverState; readonly dimension?: number } {
  const paths = namesIn(expression);
  const fault = (problem: BindingProblem) => ({ problem, spread: 'none', warnings: [] }) as const;
  const unknown = paths.find((path) => !around.value(path));
  if (unknown !== undefined) return fault({ tag: 'unknownPath', path: unknown });
  const read = (path: string): Published => around.value(path)!;
  const value = evaluateExpression(expression, (path) => read(path).value);
  const problem = driverProblem(key, value);
  if (problem) return fault(problem);
  const warnings = bindingWarnings(expression, key, (path) => read(path).unit);
  if (paths.every((path) => read(path).sample === undefined))
    return { state: { value }, problem, spread: 'none', warnings };
  const carried = carriedDraws(key, expression, read);
  if (!carried) return { state: { value }, problem, spread: 'leftOut', warnings };
  const state = { value, range: { ...carried.range, at: value! } };
  const names = Object.fromEntries(paths.map((path) => [path, read(path)]));
  const sample = { tag: 'formula', expression, names } as const;
  return { state, problem, spread: 'carried', dimension: carried.dimension, sample, warnings };
}
