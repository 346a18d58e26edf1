import { onlyChanges } from '$lib/components/onlyChanges.svelte';
import type { DriverKey } from '$lib/scenario/drivers';
import { differences, type Scenario } from '$lib/scenario/scenario';
import { getSession } from '$lib/state/session.svelte';
import { getSimulations } from '$lib/state/simulations.svelte';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { scenarioNamed, type ScenarioCell, type ScenarioPoint } from './cell';

/** A scenario of the notebook as a component holds it: what it is, what it comes to, and how it is changed. */
export interface ScenarioInHand {
  readonly cell: ScenarioCell | undefined;
  /** What "changed" is measured against: the scenario it extends, or itself in the template or as it was sent. */
  readonly home: Scenario;
  /** The cell it extends; `undefined` for one of its own. */
  readonly parent: ScenarioCell | undefined;
  readonly point: ScenarioPoint | undefined;
  readonly feed: SimulationFeed | null;
  /** @param moving whether a hand is still dragging; `release` ends the gesture. */
  change(edit: (scenario: Scenario, home: Scenario) => Scenario, moving: boolean): void;
  release(): void;
  /** Has a driver read its value by a formula in canonical notation. */
  bind(key: DriverKey, expression: string): void;
  /** Lets a bound driver go: it keeps the value it has read, or takes what `edit` makes of it. */
  unbind(key: DriverKey, edit?: (scenario: Scenario) => Scenario): void;
}

/** Drivers that read their value elsewhere keep what they would have without: it comes back when they are let go. */
function keepBound(
  edited: Scenario,
  { scenario: stored, bindings = {} }: Pick<ScenarioCell, 'scenario' | 'bindings'>,
): Scenario {
  const bound = Object.keys(bindings) as DriverKey[];
  if (bound.length === 0) return edited;
  const others = Object.entries(edited).filter(([key]) => !(key in bindings));
  const kept = bound.flatMap((key) => (stored[key] ? [[key, stored[key]] as const] : []));
  return Object.fromEntries([...others, ...kept]);
}

const none: Scenario = {};

/** Takes a scenario in hand by its name. Called while a component is being set up. */
export function takeScenario(name: () => string): ScenarioInHand {
  const session = getSession();
  const simulations = getSimulations();
  const pointOf = (cell: ScenarioCell | undefined) =>
    cell && (session.evaluation.get(cell.id)?.result as ScenarioPoint | undefined);
  const cell = $derived(scenarioNamed(session.notebook, name()));
  const parent = $derived(cell?.extends === undefined ? undefined : scenarioNamed(session.notebook, cell.extends));
  const home = $derived.by((): Scenario => {
    if (parent) return pointOf(parent)?.scenario ?? none;
    const origin = session.origin.cells.find(({ id }) => id === cell?.id) as ScenarioCell | undefined;
    return origin?.scenario ?? none;
  });
  const shownHome = onlyChanges(() => home);
  const point = $derived(pointOf(cell));
  return {
    get cell() {
      return cell;
    },
    get home() {
      return shownHome();
    },
    get parent() {
      return parent;
    },
    get point() {
      return point;
    },
    get feed() {
      return simulations.of(name());
    },
    change(edit, moving) {
      if (!cell || !point) return;
      session.moving = moving;
      const whole = edit(point.scenario, home);
      const own = parent ? differences(whole, home) : whole;
      const scenario = keepBound(own, cell);
      session.change<ScenarioCell>(cell.id, (cell) => ({ ...cell, scenario }));
    },
    bind(key, expression) {
      if (!cell) return;
      session.change<ScenarioCell>(cell.id, (cell) => ({ ...cell, bindings: { ...cell.bindings, [key]: expression } }));
    },
    unbind(key, edit = (scenario) => scenario) {
      if (!cell || !point) return;
      const { bindings = {}, ...unbound } = cell;
      const left = Object.fromEntries(Object.entries(bindings).filter(([other]) => other !== key));
      const next = Object.keys(left).length > 0 ? { ...unbound, bindings: left } : unbound;
      const whole = edit(point.scenario);
      const scenario = keepBound(parent ? differences(whole, home) : whole, next);
      session.change<ScenarioCell>(cell.id, () => ({ ...next, scenario }));
    },
    release() {
      session.endGesture();
    },
  };
}
