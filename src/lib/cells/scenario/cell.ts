import type { CellKind, Surroundings } from '$lib/notebook/cellKind';
import { cellSchema, finiteSchema, nameSchema, statedRangeSchema, titleSchema } from '$lib/notebook/cellSchema';
import { freshName } from '$lib/notebook/editCells';
import type { Cell, CellOutline, Notebook } from '$lib/notebook/notebook';
import { dependencyStrengths, isBetween, toRankCorrelations, type Dependency } from '$lib/scenario/dependencies';
import { driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, type ScenarioOutputs } from '$lib/scenario/evaluateScenario';
import { project, type Projection } from '$lib/scenario/project';
import { extendScenario, toDrivers, toRanges, type DriverState, type Scenario } from '$lib/scenario/scenario';
import type { DrawDimensions, RankCorrelation } from '$lib/simulation/result';
import type { Range } from '$lib/uncertainty/range';
import * as v from 'valibot';
import {
  bindingsSchema,
  bindScenario,
  namesInBindings,
  ownDimensions,
  renameInBindings,
  unbound,
  type Bindings,
  type BoundDrivers,
} from './bindings';
import { messages } from './messages';
import { publishPoint } from './publishPoint';

/** The heart: driver sliders, headline figures and the cumulative-cash chart. */
export interface ScenarioCell extends Cell {
  readonly kind: 'scenario';
  readonly name: string;
  readonly title: string;
  /** The drivers that differ from their defaults, or from those of the scenario it extends. */
  readonly scenario: Scenario;
  /** The scenario it follows in everything it does not state itself. */
  readonly extends?: string;
  /** Drivers that take their value from elsewhere in the notebook. */
  readonly bindings?: Bindings;
  /**
   * Pairs of uncertain drivers that go together; all others are independent. Left out when there are none. A scenario that
   * extends another has that one's: what goes together does so in every scenario.
   */
  readonly correlations?: readonly Dependency[];
  /** Months the cumulative chart shows: a year, or the whole horizon. */
  readonly span: 'year' | 'horizon';
}

/** A scenario at its drivers' values: what other cells read. */
export interface ScenarioPoint {
  /** What it comes to with all that it follows. */
  readonly scenario: Scenario;
  /** What became of its own bindings. */
  readonly bound: BoundDrivers;
  readonly drivers: Drivers;
  readonly ranges: Partial<Record<DriverKey, Range>>;
  /** Of the drivers that take over the draws of what they read. */
  readonly dimensions: DrawDimensions;
  /** Asked for; those of drivers without a range have no effect. */
  readonly correlations: readonly RankCorrelation[];
  readonly projection: Projection;
  readonly outputs: ScenarioOutputs;
}

function driverSchema(key: DriverKey) {
  const { limits, whole, uncertain } = driverTable[key];
  const within = v.pipe(
    finiteSchema,
    v.minValue(limits[0]),
    v.maxValue(limits[1]),
    v.check((value) => !whole || Number.isInteger(value)),
  );
  const value = key === 'newCustomersPerYear' ? v.nullable(within) : within;
  return uncertain ? v.strictObject({ value, range: v.exactOptional(statedRangeSchema) }) : v.strictObject({ value });
}

const scenarioSchema = v.strictObject(
  Object.fromEntries(driverKeys.map((key) => [key, v.exactOptional(driverSchema(key))])),
) as unknown as v.GenericSchema<unknown, Partial<Record<DriverKey, DriverState>>>;

const uncertainDriver = v.picklist(driverKeys.filter((key) => driverTable[key].uncertain));
const dependencies = v.pipe(
  v.array(v.strictObject({ a: uncertainDriver, b: uncertainDriver, strength: v.picklist(dependencyStrengths) })),
  v.check(
    (all) =>
      all.length > 0 && all.every(({ a, b }) => a !== b && all.filter((pair) => isBetween(pair, a, b)).length === 1),
  ),
);

const points = new WeakMap<Scenario, ScenarioPoint>();

/**
 * Evaluates a scenario once: the same scenario and ways to draw give the same object, so that nothing that reads it is
 * done again; other correlations and bindings leave its figures as they are.
 */
export function evaluatePoint(
  scenario: Scenario,
  correlations: readonly RankCorrelation[] = toRankCorrelations(undefined),
  bound: BoundDrivers = unbound,
  dimensions: DrawDimensions = ownDimensions,
): ScenarioPoint {
  const known = points.get(scenario);
  if (known?.correlations === correlations && known.bound === bound && known.dimensions === dimensions) return known;
  const point = { ...(known ?? evaluateOnce(scenario)), correlations, bound, dimensions };
  points.set(scenario, point);
  return point;
}

/** The dimensions of a scenario that follows another: the other's, but for the drivers it states itself. */
function inherited(parent: ScenarioPoint, own: Scenario, dimensions: DrawDimensions): DrawDimensions {
  if (parent.dimensions === ownDimensions) return dimensions;
  const followed = Object.entries(parent.dimensions).filter(([key]) => !Object.hasOwn(own, key));
  return { ...Object.fromEntries(followed), ...dimensions };
}

function evaluateOnce(scenario: Scenario): Omit<ScenarioPoint, 'correlations' | 'bound' | 'dimensions'> {
  const drivers = toDrivers(scenario);
  const projection = project(drivers);
  return {
    scenario,
    drivers,
    ranges: toRanges(scenario),
    projection,
    outputs: evaluateScenario(drivers, projection),
  };
}

/** The scenario of that name; `undefined` when no cell has the name, or one of another kind has it. */
export function readPoint({ read }: Surroundings, name: string): ScenarioPoint | undefined {
  const result = read(name);
  return typeof result === 'object' && result !== null && 'outputs' in result ? (result as ScenarioPoint) : undefined;
}

/** Whether a cell is a scenario, whatever state it is in. */
export function isScenario(cell: Cell): cell is ScenarioCell {
  return cell.kind === 'scenario';
}

/** The names of the scenarios, each once, in the order of the notebook. */
export function scenarioNames(cells: readonly CellOutline[]): string[] {
  return [...new Set(cells.filter(({ kind }) => kind === 'scenario').map(({ name = '' }) => name))];
}

/** The scenario of that name, whatever state it is in. */
export function scenarioNamed(notebook: Notebook, name: string): ScenarioCell | undefined {
  return notebook.cells.filter(isScenario).find((cell) => cell.name === name);
}

/** The name of the first scenario, which a new cell reads; `''` when there is none yet. */
export function firstScenario(notebook: Notebook): string {
  return scenarioNames(notebook.cells)[0] ?? '';
}

export const scenarioKind: CellKind<ScenarioCell, ScenarioPoint> = {
  kind: 'scenario',
  schema: v.pipe(
    cellSchema('scenario', {
      name: nameSchema,
      title: titleSchema,
      scenario: scenarioSchema,
      extends: v.exactOptional(nameSchema),
      bindings: v.exactOptional(bindingsSchema),
      correlations: v.exactOptional(dependencies),
      span: v.picklist(['year', 'horizon']),
    }),
    v.check((cell) => cell.extends === undefined || cell.correlations === undefined),
  ),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'scenario',
    name: freshName(notebook, firstScenario(notebook) ? messages[language].secondName : 'base'),
    title: messages[language].newTitle,
    scenario: {},
    ...(firstScenario(notebook) && { extends: firstScenario(notebook) }),
    span: 'year',
  }),
  // The scenario it extends comes first: without it there is nothing to show.
  reads: (cell) => [
    ...new Set([...(cell.extends === undefined ? [] : [cell.extends]), ...namesInBindings(cell.bindings)]),
  ],
  explainsNames: (cell) => namesInBindings(cell.bindings).filter((name) => name !== cell.extends),
  evaluate: (cell, around) => {
    const { scenario, bound, dimensions } = bindScenario(cell.scenario, cell.bindings, around);
    if (cell.extends === undefined)
      return evaluatePoint(scenario, toRankCorrelations(cell.correlations), bound, dimensions);
    const parent = readPoint(around, cell.extends);
    if (!parent) return undefined;
    const whole = extendScenario(parent.scenario, scenario);
    return evaluatePoint(whole, parent.correlations, bound, inherited(parent, scenario, dimensions));
  },
  publishes: publishPoint,
  rename: (cell, from, to) => ({
    ...cell,
    ...(cell.extends === from && { extends: to }),
    ...(cell.bindings && { bindings: renameInBindings(cell.bindings, from, to) }),
  }),
};
