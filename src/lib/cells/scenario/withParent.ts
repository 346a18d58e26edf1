import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { differences } from '$lib/scenario/scenario';
import { isScenario, scenarioNamed, type ScenarioCell, type ScenarioPoint } from './cell';

const parentOf = (notebook: Notebook, { extends: name }: ScenarioCell) =>
  name === undefined ? undefined : scenarioNamed(notebook, name);

/** Names of the scenarios one may extend: those that do not themselves follow it. */
export function possibleParents(notebook: Notebook, cell: ScenarioCell): string[] {
  return notebook.cells.filter(isScenario).flatMap((other) => {
    const seen = new Set<ScenarioCell>();
    for (let at: ScenarioCell | undefined = other; at && !seen.has(at); at = parentOf(notebook, at)) {
      if (at.id === cell.id) return [];
      seen.add(at);
    }
    return [other.name];
  });
}

/**
 * A notebook where a scenario extends another, or none (`null`). Its figures stay: it states what differs from the new parent, or
 * everything when it stands alone; only what goes together is its parent's from then on.
 */
export function withParent(notebook: Notebook, evaluation: Evaluation, id: string, parent: string | null): Notebook {
  const now = (evaluation.get(id)?.result as ScenarioPoint | undefined)?.scenario;
  const source = parent === null ? undefined : scenarioNamed(notebook, parent);
  const home = source && (evaluation.get(source.id)?.result as ScenarioPoint | undefined)?.scenario;
  return withCell<ScenarioCell>(notebook, id, (cell) => {
    const { extends: former, correlations, ...others } = cell;
    const scenario = now ? differences(now, home ?? {}) : cell.scenario;
    if (parent !== null) return { ...others, scenario, extends: parent };
    const inherited = correlations ?? correlationsOf(notebook, former);
    return { ...others, scenario, ...(inherited && { correlations: inherited }) };
  });
}

/** What goes together in the scenario at the root of those that one follows. */
function correlationsOf(notebook: Notebook, name: string | undefined): ScenarioCell['correlations'] {
  const seen = new Set<string>();
  for (let at = name; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const cell = scenarioNamed(notebook, at);
    if (cell?.extends === undefined) return cell?.correlations;
    at = cell.extends;
  }
  return undefined;
}
