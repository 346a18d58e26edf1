import type { PlotOptions } from '@observablehq/plot';
import { scaleLinear } from 'd3-scale';
import type { Formats } from '$lib/i18n/formats';
import type { Estimate } from '$lib/simulation/replicateInterval';
import { frame, halo, narrowBelow, pageText, quiet, say, type ChartContext } from './frame';
import { textWidth } from './textWidth';
import { varianceSharesWords } from './varianceSharesMessages';
import { rect, ruleX, ruleY, text as textMark } from './plot';

/** What a factor contributes to the variation of an output. */
export type Contributions =
  | {
      readonly kind: 'shares';
      /** The largest first. */
      readonly rows: readonly { readonly name: string; readonly first: Estimate; readonly total: Estimate }[];
    }
  | { readonly kind: 'correlations'; readonly rows: readonly { readonly name: string; readonly rank: Estimate }[] };

interface Bar extends Estimate {
  readonly row: number;
  /** Which of the row's bars, from above. */
  readonly place: number;
  readonly filled: boolean;
  readonly label: string;
}

const barHeight = 12;
const barStep = 17;
const rowGap = 14;
const nameHeight = 22;
const footHeight = 24;

const barsIn = (kind: Contributions['kind']): number => (kind === 'shares' ? 2 : 1);

/** Height that so many rows take. */
export function varianceSharesHeight(
  kind: Contributions['kind'],
  rows: number,
  width: number,
  text = pageText,
): number {
  const row = barsIn(kind) * barStep + rowGap + (width < narrowBelow ? nameHeight : 0);
  return (rows * row + footHeight) * (text / pageText);
}

/** A share in whole percent; what is rounded to nothing, or to all, is said to be near it. */
export function showShare(share: number, formats: Formats): string {
  const words = varianceSharesWords[formats.language];
  if (share > 0 && share < 0.005) return words.under({ share: formats.percent(0.01) });
  if (share < 1 && share >= 0.995) return words.over({ share: formats.percent(0.99) });
  return formats.percent(share);
}

function barsOf(data: Contributions, formats: Formats): Bar[] {
  const words = varianceSharesWords[formats.language];
  if (data.kind === 'correlations')
    return data.rows.map(({ rank }, row) => ({
      ...rank,
      row,
      place: 0,
      filled: true,
      label: formats.number(rank.value, 2),
    }));
  // The first row says which bar is which.
  const label = (word: string, share: number, row: number) =>
    row === 0 ? `${word}\u00a0${showShare(share, formats)}` : showShare(share, formats);
  return data.rows.flatMap(({ first, total }, row) => [
    { ...first, row, place: 0, filled: true, label: label(words.alone, first.value, row) },
    { ...total, row, place: 1, filled: false, label: label(words.all, total.value, row) },
  ]);
}

/** Bars from nothing to all, with their intervals: shares of 0–100 %, or correlations of −1…1. */
export function varianceSharesOptions(data: Contributions, context: ChartContext): PlotOptions {
  const { width, height, formats, text = pageText } = context;
  const unit = text / pageText;
  const narrow = width < narrowBelow;
  const bars = barsOf(data, formats);
  const least = data.kind === 'shares' ? 0 : -1;
  const ticks = data.kind === 'shares' ? [0, 0.5, 1] : [-1, 0, 1];
  const tickText = (value: number) => (data.kind === 'shares' ? formats.percent(value) : formats.number(value));

  const tickRoom = textWidth(tickText(1), text) / 2;
  const labelRoom = Math.max(tickRoom, ...bars.map(({ label }) => textWidth(label, text) + 12 * unit));
  const left = (narrow ? tickRoom : 210 * unit) + (least < 0 ? labelRoom : 0);
  const x = scaleLinear([least, 1], [left, Math.max(left + 24, width - labelRoom)]);

  const rowStep = barsIn(data.kind) * barStep + rowGap + (narrow ? nameHeight : 0);
  const rowTop = (row: number) => row * rowStep * unit;
  const barTop = ({ row, place }: Bar) => rowTop(row) + (place * barStep + (narrow ? nameHeight : 0) + 4) * unit;
  const barMiddle = (bar: Bar) => barTop(bar) + (barHeight / 2) * unit;
  const nameAt = (row: number) =>
    rowTop(row) + (narrow ? nameHeight / 2 : (barsIn(data.kind) * barStep) / 2 + 2) * unit;
  const foot = height - footHeight * unit;
  const whisker = (colour: string, strokeWidth: number) =>
    ruleY(bars, {
      x1: 'low',
      x2: 'high',
      y: barMiddle,
      stroke: colour,
      strokeWidth: strokeWidth * unit,
      className: 'whisker sampled',
    });
  const caps = (end: 'low' | 'high') =>
    ruleX(bars, {
      x: end,
      y1: (bar: Bar) => barMiddle(bar) - 3 * unit,
      y2: (bar: Bar) => barMiddle(bar) + 3 * unit,
      stroke: 'var(--ink)',
      strokeWidth: 1.25 * unit,
      className: 'cap sampled',
    });
  const labels = (leftward: boolean, filled: boolean) =>
    textMark(
      bars.filter((bar) => bar.value < 0 === leftward && bar.filled === filled),
      {
        x: (bar: Bar) => (leftward ? Math.min(bar.low, 0) : Math.max(bar.high, 0)),
        y: barMiddle,
        dx: (leftward ? -8 : 8) * unit,
        textAnchor: leftward ? 'end' : 'start',
        text: 'label',
        ...halo(unit),
        ...(filled ? say : quiet),
        className: filled ? 'say share' : 'share',
      },
    );

  return {
    ...frame(context, { top: 0, right: 0, bottom: 0, left: 0 }),
    x: { domain: [x.invert(0), x.invert(width)], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ruleX(ticks, { y1: 0, y2: foot, stroke: 'var(--hairline)', strokeWidth: unit }),
      textMark(ticks, { x: (d: number) => d, y: foot + 12 * unit, text: tickText, ...quiet, className: 'tick' }),
      rect(bars, {
        x1: (bar: Bar) => Math.min(bar.value, 0),
        x2: (bar: Bar) => Math.max(bar.value, 0),
        y1: barTop,
        y2: (bar: Bar) => barTop(bar) + barHeight * unit,
        fill: { value: (bar: Bar) => (bar.filled ? 'var(--accent)' : 'var(--accent-soft)'), scale: null },
        stroke: 'var(--accent)',
        strokeWidth: unit,
        className: 'bar sampled',
      }),
      ruleX([0], { y1: 0, y2: foot, stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' }),
      // A paper edge, so that it is seen on a filled bar too.
      whisker('var(--paper)', 3.5),
      whisker('var(--ink)', 1.25),
      caps('low'),
      caps('high'),
      textMark(data.rows, {
        x: x.invert(0),
        y: (_: unknown, row: number) => nameAt(row),
        textAnchor: 'start',
        text: 'name',
        fill: 'var(--ink)',
        fontSize: (narrow ? 13 : 15) * unit,
        lineWidth: narrow ? Infinity : 13,
        lineHeight: 1.2,
        ...halo(unit),
        className: 'name',
      }),
      labels(false, true),
      labels(false, false),
      labels(true, true),
    ],
  };
}
