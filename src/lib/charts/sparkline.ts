import { extent, range } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { FanBands } from '$lib/simulation/result';

export interface SparklineData {
  /** Cumulative cash; index = month. */
  readonly point: ArrayLike<number>;
  readonly payback: number | null;
  readonly bands: FanBands | null;
  readonly lastMonth: number;
}

/** The cash curve without words, as paths: for the strip that stays in sight, drawn by the server too. */
export interface Sparkline {
  readonly outer: string;
  readonly inner: string;
  readonly line: string;
  readonly zero: number;
  /** `null` when it does not pay back within the months shown. */
  readonly ring: { readonly x: number; readonly y: number } | null;
}

export function sparkline(
  { point, payback, bands, lastMonth }: SparklineData,
  width: number,
  height: number,
): Sparkline {
  const last = Math.min(lastMonth, point.length - 1);
  const months = range(last + 1);
  const seen = [point, bands?.p5, bands?.p95].flatMap((series) =>
    series ? (extent(months, (month) => series[month]!) as [number, number]) : [],
  );
  const [least, most] = [Math.min(0, ...seen), Math.max(0, ...seen)];
  const edge = 4;
  const x = scaleLinear([0, last], [edge, width - edge]);
  const y = scaleLinear(most > least ? [least, most] : [-1, 1], [height - edge, edge]);
  const drawn = (path: string | null) => path ?? '';
  const band = (low: Float64Array, high: Float64Array) =>
    drawn(
      area<number>()
        .x(x)
        .y0((month) => y(low[month]!))
        .y1((month) => y(high[month]!))
        .digits(1)(months),
    );
  const paid = payback !== null && payback <= last;
  return {
    outer: bands ? band(bands.p5, bands.p95) : '',
    inner: bands ? band(bands.p25, bands.p75) : '',
    line: drawn(
      line<number>()
        .x(x)
        .y((month) => y(point[month]!))
        .digits(1)(months),
    ),
    zero: Number(y(0).toFixed(1)),
    ring: paid ? { x: Number(x(payback).toFixed(1)), y: Number(y(0).toFixed(1)) } : null,
  };
}
