import type { Markish, PlotOptions } from '@observablehq/plot';
import { extent } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import type { FanBands } from '$lib/simulation/result';
import { halo, pageText, quiet, type ChartContext } from './frame';
import { domainWithZero, monthAxes } from './monthAxes';
import { areaY, line, text as textMark } from './plot';
import type { Domain } from './steadyDomain';

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

function valueDomain({ bands, point, lastMonth }: FanCurveData): Domain {
  const seen = [bands?.p5, bands?.p95, point].flatMap((series) =>
    series ? (extent(Array.from(series).slice(0, lastMonth + 1)) as [number, number]) : [],
  );
  return domainWithZero(Math.min(0, ...seen), Math.max(0, ...seen));
}

export function fanCurve(data: FanCurveData, context: ChartContext): FanCurve {
  const { bands, point, lastMonth, showTick } = data;
  const { formats, words, text = pageText } = context;
  const unit = text / pageText;
  const percentile = (share: number) => formats.percent(share, 0);
  const axes = monthAxes(
    { domain: valueDomain(data), lastMonth, showTick, endNames: [words.estimate, percentile(0.95)] },
    context,
  );
  const { x, y, months } = axes;
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
  const places = axes.placesOf(ends.map(({ value }) => value));
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
  return {
    options: axes.options,
    under: [
      ...axes.grid,
      bands && band(bands.p5, bands.p95, 'var(--accent-soft)'),
      bands && band(bands.p25, bands.p75, 'var(--accent-strong)'),
      // Projectors wash out tints: on a slide the pale band has an edge.
      ...(bands && text > pageText ? [edge(bands.p5), edge(bands.p95)] : []),
      axes.zero,
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
