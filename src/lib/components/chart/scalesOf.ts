import type { PlotOptions } from '@observablehq/plot';
import { scaleLinear, type ScaleLinear } from 'd3-scale';

/** Where the marks are, in px from the top left corner. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function plotAreaOf(options: PlotOptions): PlotArea {
  const { width = 0, height = 0, marginLeft = 0, marginRight = 0, marginTop = 0, marginBottom = 0 } = options;
  return { left: marginLeft, right: width - marginRight, top: marginTop, bottom: height - marginBottom };
}

export interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** The scales Plot draws a chart by: linear, between the ends of the domains it names. */
export function scalesOf(options: PlotOptions): Scales {
  const { left, right, top, bottom } = plotAreaOf(options);
  const scale = ({ domain = [0, 1], range }: { domain?: Iterable<number>; range?: Iterable<number> } = {}, ends: number[]) => scaleLinear(domain, range ?? ends); // prettier-ignore
  return {
    x: scale(options.x as Parameters<typeof scale>[0], [left, right]),
    y: scale(options.y as Parameters<typeof scale>[0], [bottom, top]),
  };
}
