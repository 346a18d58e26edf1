import type { CellKind } from '$lib/notebook/cellKind';
import type { Cell } from '$lib/notebook/notebook';
import { dependencyStrengths, isBetween, toRankCorrelations, type Dependency } from '$lib/scenario/dependencies';
import { driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario, type ScenarioOutputs } from '$lib/scenario/evaluateScenario';
import { project, type Projection } from '$lib/scenario/project';
import { toDrivers, toRanges, type DriverState, type Scenario } from '$lib/scenario/scenario';
import type { RankCorrelation } from '$lib/simulation/result';
import { checkRange } from '$lib/uncertainty/checkRange';
import type { Range } from '$lib/uncertainty/range';
import * as v from 'valibot';

/** The heart: driver sliders, headline figures and the cumulative-cash chart. */
export interface ScenarioCell extends Cell {
  readonly kind: 'scenario';
  readonly name: string;
  readonly title: string;
  readonly scenario: Scenario;
  /** Pairs of uncertain drivers that go together; all others are independent. Left out when there are none. */
  readonly correlations?: readonly Dependency[];
  /** Months the cumulative chart shows: a year, or the whole horizon. */
  readonly span: 'year' | 'horizon';
}

/** A scenario at its drivers' values: what other cells read. */
export interface ScenarioPoint {
  readonly scenario: Scenario;
  readonly drivers: Drivers;
  readonly ranges: Partial<Record<DriverKey, Range>>;
  /** Asked for; those of drivers without a range have no effect. */
  readonly correlations: readonly RankCorrelation[];
  readonly projection: Projection;
  readonly outputs: ScenarioOutputs;
}

const number = v.pipe(v.number(), v.finite());
const statedRange = v.pipe(
  v.strictObject({
    shape: v.picklist(['lognormal', 'normal', 'pert', 'triangular', 'uniform']),
    ends: v.picklist(['p5p95', 'p10p90', 'minmax']),
    low: number,
    high: number,
    mode: v.exactOptional(number),
    at: number,
  }),
  v.check((range) => checkRange(range) === null),
);

function driverSchema(key: DriverKey) {
  const { limits, whole, uncertain } = driverTable[key];
  const within = v.pipe(
    number,
    v.minValue(limits[0]),
    v.maxValue(limits[1]),
    v.check((value) => !whole || Number.isInteger(value)),
  );
  const value = key === 'newCustomersPerYear' ? v.nullable(within) : within;
  return uncertain ? v.strictObject({ value, range: v.exactOptional(statedRange) }) : v.strictObject({ value });
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
 * Evaluates a scenario once: the same scenario and dependencies give the same object, so that nothing that reads it is
 * done again; other dependencies leave its figures as they are.
 */
export function evaluatePoint(scenario: Scenario, dependencies?: readonly Dependency[]): ScenarioPoint {
  const correlations = toRankCorrelations(dependencies);
  const known = points.get(scenario);
  if (known?.correlations === correlations) return known;
  const point = { ...(known ?? evaluateOnce(scenario)), correlations };
  points.set(scenario, point);
  return point;
}

function evaluateOnce(scenario: Scenario): Omit<ScenarioPoint, 'correlations'> {
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
export function readPoint(read: (name: string) => unknown, name: string): ScenarioPoint | undefined {
  const result = read(name);
  return typeof result === 'object' && result !== null && 'outputs' in result ? (result as ScenarioPoint) : undefined;
}

export const scenarioKind: CellKind<ScenarioCell, ScenarioPoint> = {
  kind: 'scenario',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('scenario'),
    name: v.string(),
    title: v.string(),
    scenario: scenarioSchema,
    correlations: v.exactOptional(dependencies),
    span: v.picklist(['year', 'horizon']),
  }),
  texts: ['title'],
  reads: () => [],
  evaluate: (cell) => evaluatePoint(cell.scenario, cell.correlations),
};
