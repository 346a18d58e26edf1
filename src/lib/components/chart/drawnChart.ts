import type { PlotArea } from './scalesOf';

/** A chart as it stands on screen, for what lies over it: a handle, a pointer's reading. */
export interface DrawnChart {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** px from the left edge of a value on the x scale, and back. */
  readonly x: (value: number) => number;
  readonly invertX: (px: number) => number;
  readonly plotArea: PlotArea;
}
