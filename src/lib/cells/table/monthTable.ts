import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { ChartTable } from '$lib/charts/chartTable';
import type { Formats } from '$lib/i18n/formats';
import { messages } from './messages';

const series = [
  'effect',
  'baselineCustomers',
  'programmeCustomers',
  'baselineRevenue',
  'programmeRevenue',
  'gain',
  'net',
  'cumulative',
] as const;

/**
 * The projection as a table, months 0 … `last`.
 * Month 0 is the decision: only customers and the investment exist then, and the rest of its row is empty.
 */
export function monthTable({ projection }: ScenarioPoint, last: number, formats: Formats): ChartTable {
  const say = messages[formats.language].columns;
  const headcounts = [...projection.baselineCustomers, ...projection.programmeCustomers];
  // As many leave as come: then nobody is shown in tenths.
  const tenths = headcounts.every((count) => Math.abs(count - Math.round(count)) < 1e-9) ? 0 : 1;
  const show = {
    effect: (value: number) => formats.percent(value),
    baselineCustomers: (value: number) => formats.number(value, tenths),
    programmeCustomers: (value: number) => formats.number(value, tenths),
    baselineRevenue: formats.money,
    programmeRevenue: formats.money,
    gain: formats.money,
    net: formats.money,
    cumulative: formats.money,
  };
  const atDecision = new Set<string>(['baselineCustomers', 'programmeCustomers', 'cumulative']);
  return {
    columns: [
      { name: say.month, show: (value) => formats.number(value) },
      ...series.map((key) => ({ name: say[key], show: show[key] })),
    ],
    rows: Array.from({ length: last + 1 }, (_, month) => [
      month,
      ...series.map((key) => (month === 0 && !atDecision.has(key) ? '' : projection[key][month]!)),
    ]),
    never: '',
  };
}
