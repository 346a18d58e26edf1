import type { PlotOptions } from '@observablehq/plot';
import type { Formats } from '$lib/i18n/formats';
import type { ChartTable } from './chartTable';
import { halo, pageText, type ChartContext } from './frame';
import { domainWithZero, monthAxes } from './monthAxes';
import type { ChartWords } from './messages';
import { line, text as textMark } from './plot';

/** One scenario's cumulative cash at its point estimate. */
export interface CashLine {
  readonly name: string;
  /** Its colour: `var(--scenario-2)`. */
  readonly colour: string;
  /** Index = month; as long as its own horizon. */
  readonly cash: ArrayLike<number>;
}

/** Colours differ in lightness as well as in hue; from the third on a dash tells lines apart too. */
const dashes = ['', '', '6 3', '2 3', '8 3 2 3'] as const;

function lastMonthOf(lines: readonly CashLine[]): number {
  return Math.max(1, ...lines.map(({ cash }) => cash.length - 1));
}

/** Cumulative curves over one another, each with its name at its end. A shorter horizon ends where it does. */
export function compareCashOptions(lines: readonly CashLine[], context: ChartContext): PlotOptions {
  const unit = (context.text ?? pageText) / pageText;
  const values = lines.flatMap(({ cash }) => Array.from(cash));
  const axes = monthAxes(
    {
      domain: domainWithZero(Math.min(0, ...values), Math.max(0, ...values)),
      lastMonth: lastMonthOf(lines),
      showTick: context.formats.moneyShort,
      endNames: lines.map(({ name }) => name),
    },
    context,
  );
  const ends = lines.map(({ cash }) => ({ month: cash.length - 1, value: cash[cash.length - 1] ?? 0 }));
  const places = axes.placesOf(ends.map(({ value }) => value));
  return {
    ...axes.options,
    marks: [
      ...axes.grid,
      axes.zero,
      ...lines.map(({ cash, colour }, i) =>
        line(Array.from(cash), {
          x: (_: number, month: number) => month,
          y: (value: number) => value,
          stroke: colour,
          strokeWidth: 2.25 * unit,
          strokeLinejoin: 'round',
          strokeDasharray: dashes[i % dashes.length]!,
          className: 'cash',
        }),
      ),
      ...lines.map(({ name, colour }, i) =>
        textMark([name], {
          x: ends[i]!.month,
          y: places[i]!,
          text: (d: string) => d,
          dx: 8 * unit,
          textAnchor: 'start',
          fill: colour,
          fontWeight: 600,
          className: 'end',
          ...halo(0),
        }),
      ),
    ],
  };
}

/** A column for each scenario, a row for each month; empty past a scenario's own horizon. */
export function tableOfCompareCash(lines: readonly CashLine[], formats: Formats, words: ChartWords): ChartTable {
  return {
    columns: [
      { name: words.columns.month, show: (month) => formats.number(month) },
      ...lines.map(({ name }) => ({ name, show: formats.money })),
    ],
    rows: Array.from({ length: lastMonthOf(lines) + 1 }, (_, month) => [
      month,
      ...lines.map(({ cash }) => cash[month] ?? ''),
    ]),
    never: words.never,
  };
}
