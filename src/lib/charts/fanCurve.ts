import type { Markish, PlotOptions } from '@observablehq/plot';
import { extent, range, ticks } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { FanBands } from '$lib/simulation/result';
import { curveMargins, frame, halo, pageText, quiet, say, type ChartContext } from './frame';
import { monthTicks } from './monthTicks';
import { spreadLabels } from './spreadLabels';
import { steadyDomain } from './steadyDomain';
import { textWidth } from './textWidth';
import { areaY, line, ruleY, text as textMark } from './plot';

export interface FanCurveData {
  /** `null` until simulated, or when nothing is uncertain. */
  readonly bands: FanBands | null;
  /** The point estimate; index = month. */
  readonly point: ArrayLike<number> | null;
  /** Months shown. */
  readonly lastMonth: number;
  /** How a value is written on its axis, with its unit. */
  readonly showTick: (value: number) => string;
}

/** A curve over months with its bands: what the cash chart and the fan chart have in common. */
export interface FanCurve {
  readonly options: PlotOptions;
  /** Grid, bands, zero line, ticks. */
  readonly under: Markish[];
  /** The line, and the names at its right end. */
  readonly over: Markish[];
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** Zero is always inside, and there is always room above the zero line for a line of words. */
function valueDomain({ bands, point, lastMonth }: FanCurveData): [low: number, high: number] {
  const seen = [bands?.p5, bands?.p95, point].flatMap((series) =>
    series ? (extent(Array.from(series).slice(0, lastMonth + 1)) as [number, number]) : [],
  );
  const least = Math.min(0, ...seen);
  const most = Math.max(0, ...seen, -0.12 * least);
  return most > 0 ? [least * 1.25, most * 1.02] : [0, 1];
}

export function fanCurve(data: FanCurveData, context: ChartContext): FanCurve {
  const { bands, point, lastMonth, showTick } = data;
  const { width, height, held, formats, words, text = pageText } = context;
  const unit = text / pageText;
  const percentile = (share: number) => formats.percent(share, 0);
  const margins = curveMargins(context, [words.estimate, percentile(0.95)]);
  const domain = steadyDomain(valueDomain(data), held);
  const valueTicks = ticks(...domain, 3);
  const left = Math.max(margins.left, ...valueTicks.map((value) => textWidth(showTick(value), text) + 10 * unit));
  const x = scaleLinear([0, lastMonth], [left, width - margins.right]);
  const y = scaleLinear(domain, [height - margins.bottom, margins.top]);
  const months = range(lastMonth + 1);
  const rows = { length: months.length };
  const upToLast = (series: ArrayLike<number>) => Array.from(series).slice(0, lastMonth + 1);

  const band = (low: Float64Array, high: Float64Array, fill: string) =>
    areaY(rows, { x: months, y1: upToLast(low), y2: upToLast(high), fill, className: 'sampled' });

  const edge = (series: Float64Array) =>
    line(rows, {
      x: months,
      y: upToLast(series),
      stroke: 'var(--accent)',
      strokeWidth: unit / 2,
      className: 'sampled',
    });

  const ends: { name: string; value: number; own: boolean }[] = [];
  if (bands && y(bands.p5[lastMonth]!) - y(bands.p95[lastMonth]!) >= 1) {
    ends.push({ name: percentile(0.95), value: bands.p95[lastMonth]!, own: false });
    ends.push({ name: percentile(0.05), value: bands.p5[lastMonth]!, own: false });
  }
  if (point) ends.splice(1, 0, { name: words.estimate, value: point[lastMonth]!, own: true });
  const places = spreadLabels(
    ends.map(({ value }) => y(value)),
    17 * unit,
    margins.top - text,
    height - margins.bottom + text / 2,
  ).map((place) => y.invert(place));
  const endName = (own: boolean, look: object) =>
    textMark(
      ends.filter((end) => end.own === own),
      {
        x: lastMonth,
        y: (end: (typeof ends)[number]) => places[ends.indexOf(end)]!,
        text: 'name',
        dx: 8 * unit,
        textAnchor: 'start',
        ...look,
      },
    );
  const tickLabels = (values: number[], look: object) =>
    textMark(values, { y: (d: number) => d, frameAnchor: 'left', textAnchor: 'end', dx: -8 * unit, text: (d: number) => showTick(d), ...look }); // prettier-ignore
  const named = monthTicks(lastMonth, width - margins.right - left, text, formats.months(lastMonth, 0));

  return {
    options: {
      ...frame(context, { ...margins, left }),
      x: { domain: [0, lastMonth], axis: null },
      y: { domain, axis: null },
    },
    under: [
      ruleY(
        valueTicks.filter((value) => value !== 0),
        { stroke: 'var(--hairline)', strokeWidth: unit },
      ),
      tickLabels(
        valueTicks.filter((value) => value !== 0),
        quiet,
      ),
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
      bands && band(bands.p5, bands.p95, 'var(--accent-soft)'),
      bands && band(bands.p25, bands.p75, 'var(--accent-strong)'),
      // Projectors wash out tints: on a slide the pale band has an edge.
      ...(bands && text > pageText ? [edge(bands.p5), edge(bands.p95)] : []),
      ruleY([0], { stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' }),
    ],
    over: [
      point && line(rows, { x: months, y: upToLast(point), stroke: 'var(--accent)', strokeWidth: 2.25 * unit, strokeLinejoin: 'round', className: 'estimate' }), // prettier-ignore
      endName(false, { ...quiet, className: 'sampled end' }),
      endName(true, { fill: 'var(--accent)', fontWeight: 600, className: 'end accent', ...halo(0) }),
    ],
    x,
    y,
  };
}
