import type { Markish, PlotOptions } from '@observablehq/plot';
import { range, ticks } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Formats } from '$lib/i18n/formats';
import { curveMargins, frame, pageText, quiet, say, type ChartContext } from './frame';
import type { ChartWords } from './messages';
import { monthTicks } from './monthTicks';
import { ruleY, text as textMark } from './plot';
import { remembered } from './remembered';
import { spreadLabels } from './spreadLabels';
import { steadyDomain, type Domain } from './steadyDomain';
import { textWidth } from './textWidth';

export interface MonthAxesData {
  /** From the least to the greatest value; zero is in it. */
  readonly domain: Domain;
  /** Months shown. */
  readonly lastMonth: number;
  /** How a value is written on its axis, with its unit. */
  readonly showTick: (value: number) => string;
  /** What may stand at the right ends of lines: room is kept for the longest. */
  readonly endNames: readonly string[];
}

/** The frame of any curve over months. */
export interface MonthAxes {
  readonly options: PlotOptions;
  /** Rules and ticks. */
  readonly grid: readonly Markish[];
  readonly zero: Markish;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly months: number[];
  /** Where names at the right end stand, so that none lies on another, as values of the axis. */
  readonly placesOf: (values: readonly number[]) => number[];
}

/** Zero is always inside, and there is always room above the zero line for a line of words. */
export function domainWithZero(least: number, most: number): Domain {
  const low = Math.min(0, least);
  const high = Math.max(0, most, -0.12 * low);
  return high > 0 ? [low * 1.25, high * 1.02] : [0, 1];
}

export function monthAxes(
  { domain: exact, lastMonth, showTick, endNames }: MonthAxesData,
  context: ChartContext,
): MonthAxes {
  const { width, height, held, formats, words, text = pageText } = context;
  const [low, high] = steadyDomain(exact, held);
  return axesOf(low, high, lastMonth, showTick, endNames.join('\n'), width, height, text, formats, words);
}

const axesOf = remembered(makeAxes);

function makeAxes(
  low: number,
  high: number,
  lastMonth: number,
  showTick: (value: number) => string,
  endNames: string,
  width: number,
  height: number,
  text: number,
  formats: Formats,
  words: ChartWords,
): MonthAxes {
  const context = { width, height, text, formats, words };
  const unit = text / pageText;
  const margins = curveMargins(context, endNames.split('\n'));
  const domain: Domain = [low, high];
  const valueTicks = ticks(low, high, 3);
  const left = Math.max(margins.left, ...valueTicks.map((value) => textWidth(showTick(value), text) + 10 * unit));
  const x = scaleLinear([0, lastMonth], [left, width - margins.right]);
  const y = scaleLinear(domain, [height - margins.bottom, margins.top]);
  const tickLabels = (values: number[], look: object) =>
    textMark(values, { y: (d: number) => d, frameAnchor: 'left', textAnchor: 'end', dx: -8 * unit, text: (d: number) => showTick(d), ...look }); // prettier-ignore
  const named = monthTicks(lastMonth, width - margins.right - left, text, formats.months(lastMonth, 0));
  const others = valueTicks.filter((value) => value !== 0);
  return {
    options: {
      ...frame(context, { ...margins, left }),
      x: { domain: [0, lastMonth], axis: null },
      y: { domain, axis: null },
    },
    grid: [
      ruleY(others, { stroke: 'var(--hairline)', strokeWidth: unit }),
      tickLabels(others, quiet),
      tickLabels([0], say),
      textMark(named, {
        x: (d: number) => d,
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 11 * unit,
        text: (d: number) => (d === lastMonth ? formats.months(d, 0) : formats.number(d, 0)),
        ...quiet,
        className: 'month',
      }),
    ],
    zero: ruleY([0], { stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' }),
    x,
    y,
    months: range(lastMonth + 1),
    placesOf: (values) =>
      spreadLabels(
        values.map((value) => y(value)),
        17 * unit,
        margins.top - text,
        height - margins.bottom + text / 2,
      ).map((place) => y.invert(place)),
  };
}
