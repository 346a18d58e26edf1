import type { Markish } from '@observablehq/plot';
import { ticks } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { countAtMost } from '$lib/simulation/sortedSample';
import type { Formats } from '$lib/i18n/formats';
import { formatOf, type Distribution } from './distribution';
import { pageText, quiet, type ChartContext, type Margins } from './frame';
import type { ChartWords } from './messages';
import { monthTicks } from './monthTicks';
import { remembered } from './remembered';
import { textWidth } from './textWidth';
import { text as textMark } from './plot';

/** Where labels below the axis stand: ticks in row 0, what they mean or what lies beyond in row 1. */
export function belowAxis(row: number, unit: number) {
  return { dy: (10 + 17 * row) * unit, lineAnchor: 'top', lineHeight: 1.3, ...quiet } as const;
}

export interface DistributionAxis {
  readonly x: ScaleLinear<number, number>;
  /** Ticks; then the unit of a payback, or in words what share of any other value lies past either end. */
  readonly marks: readonly Markish[];
}

const monthMarks = remembered(
  (start: number, end: number, wide: number, text: number, formats: Formats, words: ChartWords): Markish[] => {
    const unit = text / pageText;
    return [
      textMark(monthTicks(end, wide, text, formats.number(end)), { y: 0, ...belowAxis(0, unit), x: (d: number) => d, text: (d: number) => formats.number(d), className: 'tick' }), // prettier-ignore
      textMark([words.monthsFromDecision], { y: 0, ...belowAxis(1, unit), x: (start + end) / 2, text: (d: string) => d }), // prettier-ignore
    ];
  },
);

const valueMarks = remembered(
  (start: number, end: number, wide: number, text: number, tick: (value: number) => string): Markish => {
    const widest = Math.max(textWidth(tick(start), text), textWidth(tick(end), text)) + 2 * text;
    return textMark(ticks(start, end, Math.max(2, Math.min(7, wide / widest))), {
      y: 0,
      ...belowAxis(0, text / pageText),
      x: (d: number) => d,
      text: (d: number) => tick(d),
      className: 'tick',
    });
  },
);

/** The horizontal axis of a distribution from `start` to `end`, drawn between `margins.left` and `scaleEnd` px. */
export function distributionAxis(
  data: Distribution,
  { width, formats, words, text = pageText }: ChartContext,
  margins: Margins,
  [start, end]: readonly [number, number],
  scaleEnd: number,
): DistributionAxis {
  const { sample, horizonMonths } = data;
  const unit = text / pageText;
  const x = scaleLinear([start, end], [margins.left, scaleEnd]);
  const { tick } = formatOf(data, formats);
  const wide = scaleEnd - margins.left;
  if (horizonMonths !== null) {
    return { x, marks: monthMarks(start, end, wide, text, formats, words) };
  }
  const finite = countAtMost(sample, Number.MAX_VALUE);
  const low = countAtMost(sample, start) / sample.trials;
  const high = (finite - countAtMost(sample, end)) / sample.trials;
  const beyond = (share: number, label: string, at: number, anchor: 'start' | 'end') =>
    textMark(share >= 0.0005 ? [label] : [], {
      y: 0,
      ...belowAxis(1, unit),
      x: at,
      // Not under a bar that stands apart past the end.
      dx: anchor === 'start' ? -margins.left : width - scaleEnd > margins.left ? 0 : width - scaleEnd,
      textAnchor: anchor,
      text: (d: string) => d,
      className: 'sampled tail',
    });
  return {
    x,
    marks: [
      valueMarks(start, end, wide, text, tick),
      beyond(low, words.below({ value: tick(start), share: formats.percent(low, 1) }), start, 'start'),
      beyond(high, words.above({ value: tick(end), share: formats.percent(high, 1) }), end, 'end'),
    ],
  };
}
