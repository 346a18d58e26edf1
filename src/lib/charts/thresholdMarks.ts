import type { Markish } from '@observablehq/plot';
import type { ScaleLinear } from 'd3-scale';
import { halo, pageText, say } from './frame';
import { textWidth } from './textWidth';
import { dot, ruleX, text as textMark } from './plot';

/** How far below the top edge the middle of the knob stands, in sizes of chart text. */
export const knobDepth = 18 / pageText;

interface Threshold {
  readonly threshold: number;
  readonly label: string;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Where its line stands, in units of y. */
  readonly foot: number;
  readonly width: number;
  readonly text: number;
}

/** A line from the base to a knob above everything, and the threshold beside the knob. */
export function thresholdMarks({ threshold, label, x, y, foot, width, text }: Threshold): Markish[] {
  const unit = text / pageText;
  const knob = y.invert(knobDepth * text);
  const rightOf = width - x(threshold) > textWidth(label, text) + 22 * unit;
  return [
    ruleX([threshold], {
      x: threshold,
      y1: foot,
      y2: knob,
      stroke: 'var(--ink)',
      strokeWidth: 1.5 * unit,
      className: 'threshold',
    }),
    dot([threshold], {
      x: threshold,
      y: knob,
      r: 8 * unit,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      strokeWidth: 2 * unit,
    }),
    textMark([label], {
      x: threshold,
      y: knob,
      dx: (rightOf ? 18 : -18) * unit,
      textAnchor: rightOf ? 'start' : 'end',
      text: (d: string) => d,
      ...halo(unit),
      ...say,
    }),
  ];
}
