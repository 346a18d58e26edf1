import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { driverWords } from '$lib/i18n/driverWords';
import type { Formats } from '$lib/i18n/formats';
import type { Notebook } from '$lib/notebook/notebook';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import { driverState, sameDriver } from '$lib/scenario/scenario';
import { messages } from './messages';

/** One assumption that is no longer what it was: "Kateprosentti 22,0 % → 24,3 %". */
export interface Change {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between a notebook and where it came from, driver by driver; see also `drawChanges`. */
export function changes(notebook: Notebook, origin: Notebook, formats: Formats): Change[] {
  const say = messages[formats.language];
  const show = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.value(driverTable[key].unit, value, driverTable[key].whole);
  const showExactly = (key: DriverKey, value: number | null) =>
    value === null ? say.asManyAsLeave : formats.valueExactly(driverTable[key].unit, value);
  return notebook.cells.flatMap((cell) => {
    const before = origin.cells.find(({ id }) => id === cell.id);
    if (cell.kind !== 'scenario' || before?.kind !== 'scenario') return [];
    const [now, then] = [(cell as ScenarioCell).scenario, (before as ScenarioCell).scenario];
    return driverKeys.flatMap((key) => {
      const [from, to] = [driverState(then, key), driverState(now, key)];
      if (sameDriver(from, to)) return [];
      const name = driverWords[formats.language][key].label.replaceAll('\u00ad', '');
      if (from.value === to.value) return [{ name, from: show(key, from.value), to: say.rangeOnly }];
      const rounded = { from: show(key, from.value), to: show(key, to.value) };
      // 60 392,50 € → 60 393 € is a change, although both round to the same.
      if (rounded.from !== rounded.to) return [{ name, ...rounded }];
      return [{ name, from: showExactly(key, from.value), to: showExactly(key, to.value) }];
    });
  });
}
