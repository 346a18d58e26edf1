import type { PlotOptions } from '@observablehq/plot';
import type { Formats } from '$lib/i18n/formats';
import type { ChartWords } from './messages';
import { plotClassName } from './plotStyleHash.js';
import type { Domain } from './steadyDomain';
import { textWidth } from './textWidth';

/** The room a chart is drawn in, in px. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** While a hand drags: the domain of the values as it was drawn last. See `steadyDomain`. */
  readonly held?: Domain | undefined;
}

/** The room of a chart, and how it speaks. */
export interface ChartContext extends Room {
  readonly formats: Formats;
  readonly words: ChartWords;
  /** px of all chart text: 13 on a page, at least 1.75 % of the width of a slide. Lines and marks grow with it. */
  readonly text?: number;
}

export const pageText = 13;

/** Below this width of its own a chart is drawn for a phone. `PlotChart` has the same figure in its container query. */
export const narrowBelow = 520;

/** Height of a curve on a page. */
export function chartHeight(width: number): number {
  return width < narrowBelow ? 260 : 310;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Margins of a curve: room for money at the left and for names of lines at the right, the same whatever the figures. */
export function curveMargins({ width, text = pageText }: ChartContext, endNames: readonly string[]): Margins {
  const unit = text / pageText;
  const name = Math.max(...endNames.map((word) => textWidth(word, text))) + 10 * unit;
  const right = width < narrowBelow ? Math.min(70 * unit, name) : Math.max(70 * unit, name);
  return { top: 20 * unit, right, bottom: 28 * unit, left: 60 * unit };
}

/** What every chart has in common: size, margins, type; no axes of Plot's own. */
export function frame({ width, height, text = pageText }: ChartContext, margins: Margins): PlotOptions {
  return {
    className: plotClassName,
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    style: {
      fontFamily: 'var(--font-ui)',
      fontSize: `${text}px`,
      fontVariantNumeric: 'tabular-nums lining-nums',
      overflow: 'visible',
      maxWidth: 'none',
    },
  };
}

/** Text that must be read: a result, an annotation. */
export const say = { fill: 'var(--ink)', fontWeight: 600, className: 'say' } as const;

/** Ticks, units and other quiet text. */
export const quiet = { fill: 'var(--ink-3)' } as const;

/** A paper edge around text that lies on a mark. */
export function halo(unit: number) {
  return { stroke: 'var(--paper)', strokeWidth: 5 * unit } as const;
}
