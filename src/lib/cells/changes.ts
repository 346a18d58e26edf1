import { isScenario, scenarioNamed, type ScenarioCell } from '$lib/cells/scenario/cell';
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

/** Fields of a scenario that are told driver by driver and pair by pair, here and by `drawChanges`. */
export const toldByDriver: readonly string[] = ['scenario', 'bindings', 'correlations'];

/** What differs between a notebook and where it came from, driver by driver; see also `drawChanges` and `documentChanges`. */
export function changes(notebook: Notebook, origin: Notebook, formats: Formats): Change[] {
  const say = messages[formats.language];
  const show = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.value(driverTable[key].unit, value, driverTable[key].whole);
  const showExactly = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.valueExactly(driverTable[key].unit, value);
  const scenarios = notebook.cells.filter(isScenario);
  const nameOf = (cell: ScenarioCell, key: DriverKey) => {
    const label = driverWords[formats.language][key].label.replaceAll('\u00ad', '');
    return scenarios.length > 1 ? `${cell.title}: ${label}` : label;
  };
  return scenarios.flatMap((cell) => {
    const before = origin.cells.find(({ id }) => id === cell.id) as ScenarioCell | undefined;
    if (before?.kind !== 'scenario' || (before.scenario === cell.scenario && before.bindings === cell.bindings))
      return [];
    return driverKeys.flatMap((key) => {
      const bound = bindingChange(before, cell, key, show);
      if (bound) {
        const back = (notebook: Notebook) =>
          withCell<ScenarioCell>(notebook, cell.id, (cell) => boundAsIn(before, cell, key));
        return [{ key: `${cell.id}.${key}`, name: nameOf(cell, key), ...bound, back }];
      }
      // What a scenario follows in another one changes there, and is told there.
      if (!(key in cell.scenario) && !(key in before.scenario)) return [];
      const [from, to] = [stateIn(origin, before, key), stateIn(notebook, cell, key)];
      if (sameDriver(from, to)) return [];
      const sceptical = key === 'attribution' && from.value !== null && to.value === from.value / 2;
      const driver = nameOf(cell, key);
      const back = (notebook: Notebook) => withCell<ScenarioCell>(notebook, cell.id, (cell) => asIn(before, cell, key));
      const told = { key: `${cell.id}.${key}`, name: sceptical ? say.sceptic({ driver }) : driver, back };
      if (from.value === to.value) return [{ ...told, from: show(key, from.value), to: say.rangeOnly }];
      const rounded = { from: show(key, from.value), to: show(key, to.value) };
      // 60 392,50 € → 60 393 € is a change, although both round to the same.
      if (rounded.from !== rounded.to) return [{ ...told, ...rounded }];
      return [{ ...told, from: showExactly(key, from.value), to: showExactly(key, to.value) }];
    });
  });
}

/** What a driver reads, where that differs: "60 393 € → = price * 12". */
function bindingChange(
  before: ScenarioCell,
  now: ScenarioCell,
  key: DriverKey,
  show: (key: DriverKey, value: number | null) => string,
): Pick<Change, 'from' | 'to'> | null {
  const [from, to] = [before.bindings?.[key], now.bindings?.[key]];
  if (from === to) return null;
  const worded = ({ scenario }: ScenarioCell, formula: string | undefined) =>
    formula === undefined ? show(key, driverState(scenario, key).value) : `= ${formula}`;
  return { from: worded(before, from), to: worded(now, to) };
}

/** A scenario with one driver reading, and standing at, what it does in another. */
function boundAsIn(before: ScenarioCell, cell: ScenarioCell, key: DriverKey): ScenarioCell {
  const { bindings = {}, ...unbound } = asIn(before, cell, key);
  const others = Object.entries(bindings).filter(([other]) => other !== key);
  const formula = before.bindings?.[key];
  const left = Object.fromEntries(formula === undefined ? others : [...others, [key, formula]]);
  return Object.keys(left).length > 0 ? { ...unbound, bindings: left } : unbound;
}

/** A driver of a scenario with what it follows; a circle of scenarios ends at the default. */
function stateIn(notebook: Notebook, cell: ScenarioCell, key: DriverKey): DriverState {
  const met = new Set<ScenarioCell>();
  for (let at: ScenarioCell | undefined = cell; at && !met.has(at);) {
    met.add(at);
    if (at.scenario[key] || !at.extends) return driverState(at.scenario, key);
    const { extends: name } = at;
    at = scenarioNamed(notebook, name);
  }
  return driverState({}, key);
}

/** A scenario with one driver stated, or left out, as it is in another. */
function asIn({ scenario }: ScenarioCell, cell: ScenarioCell, key: DriverKey): ScenarioCell {
  const others = Object.entries(cell.scenario).filter(([other]) => other !== key);
  const state = scenario[key];
  return { ...cell, scenario: Object.fromEntries(state ? [...others, [key, state]] : others) };
}
