import type { Markish, PlotOptions } from '@observablehq/plot';
import type { Formats } from '$lib/i18n/formats';
import type { FanBands } from '$lib/simulation/result';
import type { ChartTable } from './chartTable';
import { tableOfFanChart } from './fanChart';
import { fanCurve, type FanCurve } from './fanCurve';
import { halo, pageText, say, type ChartContext } from './frame';
import type { ChartWords } from './messages';
import { textWidth } from './textWidth';
import { dot, ruleX, ruleY, text as textMark } from './plot';

/** The heart's chart: money put in and earned back, month by month. */
export interface CumulativeCash {
  /** Cumulative cash of the point estimate; index = month. */
  readonly point: ArrayLike<number>;
  /** Months until it first reaches zero; `null` when it never does within the horizon. */
  readonly payback: number | null;
  /** `null` until simulated, or when nothing is uncertain. */
  readonly bands: FanBands | null;
  /** P5 and P95 of the payback, each `null` for "never"; the whole is `null` until simulated. */
  readonly paybackSpan: { readonly p5: number | null; readonly p95: number | null } | null;
  /** Months shown: 12, or the horizon. Never more than there are. */
  readonly lastMonth: number;
}

function shownMonths({ point, lastMonth }: CumulativeCash): number {
  return Math.min(lastMonth, point.length - 1);
}

/** P5–P95 on the zero line. An end that lies beyond the view has no cap. */
function whisker({ paybackSpan }: CumulativeCash, lastMonth: number, { y }: FanCurve, unit: number): Markish[] {
  const p5 = paybackSpan?.p5 ?? null;
  const p95 = paybackSpan?.p95 ?? null;
  if (p5 === null || p5 > lastMonth || p5 === p95) return [];
  const seen = p95 !== null && p95 <= lastMonth;
  const caps = seen ? [p5, p95] : [p5];
  const reach = 5 * unit;
  return [
    ruleY([0], { x1: p5, x2: seen ? p95 : lastMonth, stroke: 'var(--ink)', strokeWidth: 2 * unit, className: 'sampled whisker' }), // prettier-ignore
    ruleX(caps, {
      x: (d: number) => d,
      y1: y.invert(y(0) - reach),
      y2: y.invert(y(0) + reach),
      stroke: 'var(--ink)',
      strokeWidth: 1.5 * unit,
      className: 'sampled cap',
    }),
  ];
}

/** The ring where the line crosses zero, and a drop line to its months; below the zero line when there is no room above. */
function paybackRing(payback: number, { x, y }: FanCurve, context: ChartContext, unit: number): Markish[] {
  const { formats, words, text = pageText } = context;
  const [left, right] = x.range() as [number, number];
  const zero = y(0);
  const label = payback === 0 ? words.atOnce : formats.months(payback);
  const labelWidth = textWidth(label, text);
  const above = zero - 57 * unit > text / 2;
  const side = above ? -1 : 1;
  const leftOf = above ? x(payback) - labelWidth > left : x(payback) + labelWidth > right;
  return [
    ruleX([payback], {
      x: payback,
      y1: y.invert(zero + side * 8 * unit),
      y2: y.invert(zero + side * 50 * unit),
      stroke: 'var(--ink)',
      strokeWidth: unit,
      className: 'drop',
    }),
    dot([payback], {
      x: payback,
      y: 0,
      r: 6 * unit,
      fill: 'var(--paper)',
      stroke: 'var(--accent)',
      strokeWidth: 2.5 * unit,
      className: 'payback',
    }),
    textMark([label], {
      x: payback,
      y: y.invert(zero + side * 58 * unit),
      dx: (leftOf ? 4 : -4) * unit,
      textAnchor: leftOf ? 'end' : 'start',
      text: (d: string) => d,
      ...halo(unit),
      ...say,
    }),
  ];
}

/** Words on the zero line when the line never crosses it in view. */
function neverWords(lastMonth: number, { x, y }: FanCurve, context: ChartContext, unit: number): Markish[] {
  const { formats, words, text = pageText, width } = context;
  const room = width - x(0) - 8 * unit;
  const within = formats.monthsWithin(lastMonth, 0);
  const full = words.notWithin({ within });
  const label = textWidth(full, text) <= room ? full : words.notWithinShort({ within });
  return [
    textMark([label], {
      x: 0,
      y: y.invert(y(0) - 13 * unit),
      dx: 8 * unit,
      textAnchor: 'start',
      text: (d: string) => d,
      ...halo(unit),
      ...say,
    }),
  ];
}

export function cumulativeCashOptions(data: CumulativeCash, context: ChartContext): PlotOptions {
  const unit = (context.text ?? pageText) / pageText;
  const lastMonth = shownMonths(data);
  const curve = fanCurve({ ...data, lastMonth, showTick: context.formats.moneyShort }, context);
  const paid = data.payback !== null && data.payback <= lastMonth;
  return {
    ...curve.options,
    marks: [
      ...curve.under,
      ...whisker(data, lastMonth, curve, unit),
      ...curve.over,
      ...(paid ? paybackRing(data.payback, curve, context, unit) : neverWords(lastMonth, curve, context, unit)),
    ],
  };
}

/** The chart in one sentence: when it pays back, and where it stands in the last month shown. */
export function summaryOfCumulativeCash(data: CumulativeCash, formats: Formats, words: ChartWords): string {
  const { point, payback, bands } = data;
  const months = shownMonths(data);
  const within = formats.monthsWithin(months, 0);
  const paid = payback !== null && payback <= months;
  const fallsAgain = paid && Array.from(point).some((cash, month) => month > payback && month <= months && cash < 0);
  const when = !paid
    ? words.cash.never({ within })
    : payback === 0
      ? words.cash.free
      : words.cash.paysBack({ within: formats.monthsWithin(payback) });
  const where = bands
    ? words.cash.fan({
        months,
        within,
        half: formats.moneySpan(bands.p25[months]!, bands.p75[months]!),
        most: formats.moneySpan(bands.p5[months]!, bands.p95[months]!),
        ninety: formats.percent(0.9, 0),
      })
    : words.cash.point({ months, within, value: formats.money(point[months]!) });
  return `${when}${fallsAgain ? `, ${words.cash.fallsAgain}` : ''}; ${where}`;
}

export function tableOfCumulativeCash(data: CumulativeCash, formats: Formats, words: ChartWords): ChartTable {
  return tableOfFanChart({ ...data, series: 'cumulative' }, formats, words);
}
