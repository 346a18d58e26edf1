import { toDriverControl, type Tongue } from '$lib/components/controls/driverControl';
import { driverWords } from '$lib/i18n/driverWords';
import { outputNever, outputValue } from '$lib/i18n/outputText';
import { outputWords } from '$lib/i18n/outputWords';
import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import { driverState, rangeOf, sameDriver } from '$lib/scenario/scenario';
import { comparedOutputs, isLessBetter, type Compared, type ComparedOutput } from './cell';

export interface OutputRow {
  readonly output: ComparedOutput;
  readonly label: string;
  /** One for each scenario. */
  readonly cells: readonly { readonly text: string; readonly best: boolean }[];
}

/** Which scenario has the better value of all; `null` when the best have the same. "Never" is worse than any. */
export function bestOf(values: readonly (number | null)[], lessIsBetter: boolean): number | null {
  const rank = (value: number | null) => (value === null ? -Infinity : lessIsBetter ? -value : value);
  const ranks = values.map(rank);
  const most = Math.max(...ranks);
  const best = ranks.indexOf(most);
  return most > -Infinity && ranks.lastIndexOf(most) === best ? best : null;
}

/** The headline figures of every scenario. */
export function outputRows(scenarios: readonly Compared[], { language, formats }: Tongue): OutputRow[] {
  return comparedOutputs.map((output) => {
    const values = scenarios.map(({ point }) => point.outputs[output]);
    const best = bestOf(values, isLessBetter(output));
    return {
      output,
      label: outputWords[language][output].label,
      cells: scenarios.map(({ point }, i) => {
        const value = values[i]!;
        const text = value === null ? outputNever(output, point.drivers, formats) : outputValue(output, value, formats);
        return { text, best: i === best };
      }),
    };
  });
}

export interface DriverDifference {
  readonly key: DriverKey;
  readonly label: string;
  readonly cells: readonly { readonly text: string; readonly range: string; readonly changed: boolean }[];
}

/** The drivers in which the scenarios differ; changed is what is not as in the first. */
export function driverDifferences(scenarios: readonly Compared[], tongue: Tongue): DriverDifference[] {
  return driverKeys.flatMap((key) => {
    const states = scenarios.map(({ point }) => driverState(point.scenario, key));
    if (states.every((state) => sameDriver(state, states[0]!))) return [];
    const control = toDriverControl(key, tongue);
    const cells = states.map((state) => {
      const range = rangeOf(state);
      return {
        text: control.text(state.value),
        range: range ? control.rangeText(range) : '',
        changed: !sameDriver(state, states[0]!),
      };
    });
    return [{ key, label: driverWords[tongue.language][key].label, cells }];
  });
}
