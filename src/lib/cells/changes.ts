import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { driverWords } from '$lib/i18n/driverWords';
import type { Formats } from '$lib/i18n/formats';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { driverState, sameDriver, type DriverState } from '$lib/scenario/scenario';
import { messages } from './messages';

/** One thing that is no longer what it was: "Kateprosentti 22,0 % → 24,3 %". */
export interface Change {
  /** Which thing, apart from its words: two scenarios have drivers of one name. */
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The same notebook with this alone as it was. */
  readonly back: (notebook: Notebook) => Notebook;
}

/** What differs between a notebook and where it came from, driver by driver; see also `drawChanges` and `documentChanges`. */
export function changes(notebook: Notebook, origin: Notebook, formats: Formats): Change[] {
  const say = messages[formats.language];
  const show = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.value(driverTable[key].unit, value, driverTable[key].whole);
  const showExactly = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.valueExactly(driverTable[key].unit, value);
  const scenarios = notebook.cells.filter((cell): cell is ScenarioCell => cell.kind === 'scenario');
  return scenarios.flatMap((cell) => {
    const before = origin.cells.find(({ id }) => id === cell.id) as ScenarioCell | undefined;
    if (before?.kind !== 'scenario' || before.scenario === cell.scenario) return [];
    return driverKeys.flatMap((key) => {
      // What a scenario follows in another one changes there, and is told there.
      if (!(key in cell.scenario) && !(key in before.scenario)) return [];
      const [from, to] = [stateIn(origin, before, key), stateIn(notebook, cell, key)];
      if (sameDriver(from, to)) return [];
      const label = driverWords[formats.language][key].label.replaceAll('\u00ad', '');
      const back = (notebook: Notebook) => withCell<ScenarioCell>(notebook, cell.id, (cell) => asIn(before, cell, key));
      const told = { key: `${cell.id}.${key}`, name: scenarios.length > 1 ? `${cell.title}: ${label}` : label, back };
      if (from.value === to.value) return [{ ...told, from: show(key, from.value), to: say.rangeOnly }];
      const rounded = { from: show(key, from.value), to: show(key, to.value) };
      // 60 392,50 € → 60 393 € is a change, although both round to the same.
      if (rounded.from !== rounded.to) return [{ ...told, ...rounded }];
      return [{ ...told, from: showExactly(key, from.value), to: showExactly(key, to.value) }];
    });
  });
}

/** A driver of a scenario with what it follows; a circle of scenarios ends at the default. */
function stateIn(notebook: Notebook, cell: ScenarioCell, key: DriverKey): DriverState {
  const met = new Set<ScenarioCell>();
  for (let at: ScenarioCell | undefined = cell; at && !met.has(at);) {
    met.add(at);
    if (at.scenario[key] || !at.extends) return driverState(at.scenario, key);
    const { extends: name } = at;
    at = notebook.cells.find((other) => other.kind === 'scenario' && other.name === name) as ScenarioCell | undefined;
  }
  return driverState({}, key);
}

/** A scenario with one driver stated, or left out, as it is in another. */
function asIn({ scenario }: ScenarioCell, cell: ScenarioCell, key: DriverKey): ScenarioCell {
  const others = Object.entries(cell.scenario).filter(([other]) => other !== key);
  const state = scenario[key];
  return { ...cell, scenario: Object.fromEntries(state ? [...others, [key, state]] : others) };
}
