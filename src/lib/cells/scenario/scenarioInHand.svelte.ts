import type { Scenario } from '$lib/scenario/scenario';
import { getSession } from '$lib/state/session.svelte';
import { getSimulations } from '$lib/state/simulations.svelte';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import type { ScenarioCell, ScenarioPoint } from './cell';

/** A scenario of the notebook as a component holds it: what it is, what it comes to, and how it is changed. */
export interface ScenarioInHand {
  readonly cell: ScenarioCell | undefined;
  /** The same scenario in the template: what "changed" is measured against. */
  readonly home: Scenario;
  readonly point: ScenarioPoint | undefined;
  readonly feed: SimulationFeed | null;
  /** @param moving whether a hand is still dragging; `release` ends the gesture. */
  change(edit: (scenario: Scenario) => Scenario, moving: boolean): void;
  release(): void;
}

/** Takes a scenario in hand by its name. Called while a component is being set up. */
export function takeScenario(name: () => string): ScenarioInHand {
  const session = getSession();
  const simulations = getSimulations();
  const cell = $derived(
    session.notebook.cells.find((cell) => cell.kind === 'scenario' && cell.name === name()) as ScenarioCell | undefined,
  );
  const home = $derived(
    (session.template.cells.find(({ id }) => id === cell?.id) as ScenarioCell | undefined)?.scenario ?? {},
  );
  const point = $derived(cell && (session.evaluation.get(cell.id)?.result as ScenarioPoint | undefined));
  return {
    get cell() {
      return cell;
    },
    get home() {
      return home;
    },
    get point() {
      return point;
    },
    get feed() {
      return simulations.of(name());
    },
    change(edit, moving) {
      if (!cell) return;
      session.moving = moving;
      session.change<ScenarioCell>(cell.id, (cell) => ({ ...cell, scenario: edit(cell.scenario) }));
    },
    release() {
      session.moving = false;
    },
  };
}
