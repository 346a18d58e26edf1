import type { PlotOptions } from '@observablehq/plot';
import type { Formats } from '$lib/i18n/formats';
import type { FanBands, FanSeries } from '$lib/simulation/result';
import type { ChartTable } from './chartTable';
import { fanCurve } from './fanCurve';
import type { ChartContext } from './frame';
import type { ChartWords } from './messages';
import { toValueFormat, type ValueFormat } from './valueFormat';

/** One monthly series with its percentile bands. One series to a chart: there is never a second axis. */
export interface FanChart {
  readonly series: FanSeries;
  /** `null` until simulated, or when nothing is uncertain. */
  readonly bands: FanBands | null;
  /** The point estimate; index = month. */
  readonly point: ArrayLike<number> | null;
  /** Months shown; never more than there are. */
  readonly lastMonth: number;
}

function toFormat({ series }: FanChart, formats: Formats): ValueFormat {
  return toValueFormat(series === 'customers' ? 'count' : 'money', formats);
}

function shownMonths({ bands, point, lastMonth }: FanChart): number {
  return Math.min(lastMonth, ...[bands?.p50, point].flatMap((series) => (series ? [series.length - 1] : [])));
}

export function fanChartOptions(data: FanChart, context: ChartContext): PlotOptions {
  const showTick = toFormat(data, context.formats).tick;
  const curve = fanCurve({ ...data, lastMonth: shownMonths(data), showTick }, context);
  return { ...curve.options, marks: [...curve.under, ...curve.over] };
}

/** The fan in one sentence: where half of the futures, and nine tenths of them, stand in the last month shown. */
export function summaryOfFanChart(data: FanChart, formats: Formats, words: ChartWords): string {
  const { series, bands, point } = data;
  const months = shownMonths(data);
  const within = formats.monthsWithin(months, 0);
  const name = words.series[series];
  const { full, span } = toFormat(data, formats);
  if (!bands) return point ? words.fanPoint({ months, within, name, value: full(point[months]!) }) : '';
  return words.fan({
    months,
    within,
    name,
    half: span(bands.p25[months]!, bands.p75[months]!),
    most: span(bands.p5[months]!, bands.p95[months]!),
    ninety: formats.percent(0.9),
  });
}

export function tableOfFanChart(data: FanChart, formats: Formats, words: ChartWords): ChartTable {
  const { bands, point } = data;
  const { full: show } = toFormat(data, formats);
  const columns = [
    ...(point ? [{ name: words.columns.estimate, values: point }] : []),
    ...(bands
      ? ([0.05, 0.25, 0.5, 0.75, 0.95] as const).map((share, i) => ({
          name: formats.percent(share),
          values: [bands.p5, bands.p25, bands.p50, bands.p75, bands.p95][i]!,
        }))
      : []),
  ];
  return {
    columns: [
      { name: words.columns.month, show: (month) => formats.number(month) },
      ...columns.map(({ name }) => ({ name, show })),
    ],
    rows: Array.from({ length: shownMonths(data) + 1 }, (_, month) => [
      month,
      ...columns.map(({ values }) => values[month]!),
    ]),
    never: words.never,
  };
}
