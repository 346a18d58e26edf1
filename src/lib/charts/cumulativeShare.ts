import type { PlotOptions } from '@observablehq/plot';
import { range } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { countAtMost } from '$lib/simulation/sortedSample';
import { endOf, startOf } from './bins';
import { formatOf, showShare, type Distribution } from './distribution';
import { distributionAxis } from './distributionAxis';
import { frame, halo, pageText, quiet, say, type ChartContext } from './frame';
import { thresholdMarks } from './thresholdMarks';
import { textWidth } from './textWidth';
import { dot, line, ruleY, text as textMark } from './plot';

/** Enough points for a smooth curve, however many trials. */
const points = 240;

/** The other view of a distribution: the share of futures up to each value. It ends below 100 % by the share of "never". */
export function cumulativeShareOptions(data: Distribution, context: ChartContext): PlotOptions {
  const { width, height, formats, text = pageText } = context;
  const { sample, bins, horizonMonths, threshold, asked } = data;
  const unit = text / pageText;
  const [start, end] = [startOf(bins), horizonMonths ?? endOf(bins)];
  const margins = {
    top: 34 * unit,
    right: textWidth(formats.percent(1), text) + 12 * unit,
    bottom: 44 * unit,
    left: textWidth(formats.percent(1), text) + 10 * unit,
  };
  const scaleEnd = width - margins.right;
  const { x, marks: axis } = distributionAxis(data, context, margins, [start, end], scaleEnd);
  const y = scaleLinear([0, 1], [height - margins.bottom, margins.top]);
  const shareUpTo = (value: number) => countAtMost(sample, value) / sample.trials;
  const values = range(points + 1).map((i) => start + ((end - start) * i) / points);
  const grid = [0.25, 0.5, 0.75, 1];
  const last = shareUpTo(end);
  const asShare = (value: number) => (asked === 'atMost' ? shareUpTo(value) : 1 - shareUpTo(value));

  return {
    ...frame(context, margins),
    x: { domain: [start, end], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      ruleY(grid, { stroke: 'var(--hairline)', strokeWidth: unit }),
      textMark([0, ...grid], {
        y: (d: number) => d,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8 * unit,
        text: (d: number) => formats.percent(d),
        ...quiet,
      }),
      ruleY([0], { stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' }),
      line(values, {
        x: (d: number) => d,
        y: shareUpTo,
        stroke: 'var(--accent)',
        strokeWidth: 2.25 * unit,
        strokeLinejoin: 'round',
        className: 'sampled estimate',
      }),
      textMark(last < 1 ? [last] : [], {
        x: end,
        y: (d: number) => d,
        dx: 8 * unit,
        textAnchor: 'start',
        text: (d: number) => showShare(d, formats),
        fill: 'var(--accent)',
        fontWeight: 600,
        className: 'sampled end',
      }),
      ...axis,
      ...(threshold === null
        ? []
        : [
            ...thresholdMarks({
              threshold,
              label: formatOf(data, formats).tick(threshold),
              x,
              y,
              foot: 0,
              width,
              text,
            }),
            dot([threshold], {
              x: threshold,
              y: shareUpTo(threshold),
              r: 6 * unit,
              fill: 'var(--paper)',
              stroke: 'var(--accent)',
              strokeWidth: 2.5 * unit,
              className: 'sampled reading',
            }),
            textMark([threshold], {
              x: threshold,
              y: shareUpTo(threshold),
              dx: (x(threshold) > margins.left + 5 * text ? -12 : 12) * unit,
              dy: (x(threshold) > margins.left + 5 * text ? -10 : 14) * unit,
              textAnchor: x(threshold) > margins.left + 5 * text ? 'end' : 'start',
              text: (d: number) => showShare(asShare(d), formats),
              ...halo(unit),
              ...say,
              className: 'sampled say share',
            }),
          ]),
    ],
  };
}
