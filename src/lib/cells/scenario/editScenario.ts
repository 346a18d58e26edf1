import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import { driverState, type DriverState, type Scenario } from '$lib/scenario/scenario';
import type { Range } from '$lib/uncertainty/range';

/** A scenario with one driver changed. A driver at its default without a range is not stored at all. */
function withDriver(scenario: Scenario, key: DriverKey, state: DriverState): Scenario {
  if (state.value === driverTable[key].default && !state.range) {
    return Object.fromEntries(Object.entries(scenario).filter(([other]) => other !== key));
  }
  return { ...scenario, [key]: state };
}

/** Moves a driver's value; its range moves along. */
export function moveDriver(scenario: Scenario, key: DriverKey, value: number): Scenario {
  return withDriver(scenario, key, { ...driverState(scenario, key), value });
}

/** Sets a driver to what was typed or edited: a point, or a value with the range stated around it. */
export function enterDriver(
  scenario: Scenario,
  key: DriverKey,
  { value, range, follows }: { readonly value: number | null; readonly range: Range | null; readonly follows?: true },
): Scenario {
  if (follows && value !== null) return moveDriver(scenario, key, value);
  return withDriver(scenario, key, range && value !== null ? { value, range: { ...range, at: value } } : { value });
}

/** Puts a driver back to what it is in another scenario. */
export function restoreDriver(scenario: Scenario, key: DriverKey, home: Scenario): Scenario {
  return withDriver(scenario, key, driverState(home, key));
}

/** The sceptic's switch: the programme gets half of the credit it has at home, or all of it again. */
export function toggleSceptic(scenario: Scenario, home: Scenario): Scenario {
  return isSceptical(scenario, home)
    ? restoreDriver(scenario, 'attribution', home)
    : moveDriver(scenario, 'attribution', halfCredit(home));
}

export function isSceptical(scenario: Scenario, home: Scenario): boolean {
  return driverState(scenario, 'attribution').value === halfCredit(home);
}

function halfCredit(home: Scenario): number {
  return (driverState(home, 'attribution').value ?? 1) / 2;
}
