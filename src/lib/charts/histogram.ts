import type { PlotOptions } from '@observablehq/plot';
import { scaleLinear } from 'd3-scale';
import { countAtMost } from '$lib/simulation/sortedSample';
import { binCounts, edgesOf, endOf, startOf } from './bins';
import { formatOf, showShare, type Distribution } from './distribution';
import { belowAxis, distributionAxis } from './distributionAxis';
import { frame, pageText, say, type ChartContext } from './frame';
import { steadyDomain } from './steadyDomain';
import { thresholdMarks } from './thresholdMarks';
import { rect, ruleX, ruleY, text as textMark } from './plot';

/** A bar that stands apart from the scale. */
interface ApartBar {
  readonly share: number;
  readonly label: string;
  readonly look: 'filled' | 'outlined' | 'never';
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly share: number;
  readonly look: ApartBar['look'];
}

function apartBars(data: Distribution, { formats, words }: ChartContext): ApartBar[] {
  const { sample, bins, horizonMonths, threshold, asked } = data;
  if (horizonMonths === null) {
    return sample.never > 0 ? [{ share: sample.never, label: words.noValueLines, look: 'never' }] : [];
  }
  const end = endOf(bins);
  const late = countAtMost(sample, Number.MAX_VALUE) - countAtMost(sample, end);
  const filled = threshold === null || (asked === 'atMost') === threshold >= horizonMonths;
  const lateBar: ApartBar = {
    share: late / sample.trials,
    label: `${formats.numberSpan(end, horizonMonths)}\n${words.monthsUnit}`,
    look: filled ? 'filled' : 'outlined',
  };
  const neverBar: ApartBar = { share: sample.never, label: words.neverLines, look: 'never' };
  return end < horizonMonths ? [lateBar, neverBar] : [neverBar];
}

/** Bars of the scale; the one the threshold lies in is cut there. */
function scaleBars({ sample, bins, threshold, asked, horizonMonths }: Distribution): Bar[] {
  const edges = edgesOf(bins);
  const lowest = horizonMonths === null ? edges : [-Infinity, ...edges.slice(1)];
  return binCounts(sample, lowest).flatMap((count, i) => {
    if (count === 0) return [];
    const share = count / sample.trials;
    const [x1, x2] = [edges[i]!, edges[i + 1]!];
    const below = asked === 'atMost' ? 'filled' : 'outlined';
    const above = asked === 'atMost' ? 'outlined' : 'filled';
    if (threshold === null) return [{ x1, x2, share, look: 'filled' }];
    if (x2 <= threshold) return [{ x1, x2, share, look: below }];
    if (x1 >= threshold) return [{ x1, x2, share, look: above }];
    return [
      { x1, x2: threshold, share, look: below },
      { x1: threshold, x2, share, look: above },
    ];
  });
}

export function histogramOptions(data: Distribution, context: ChartContext): PlotOptions {
  const { width, height, held, formats, text = pageText } = context;
  const { bins, horizonMonths, threshold } = data;
  const unit = text / pageText;
  const [start, end] = [startOf(bins), endOf(bins)];
  const bars = scaleBars(data);
  const apart = apartBars(data, context);

  // Bars that stand apart lie on the same scale, past its end, after a gap.
  const side = (horizonMonths === null ? 26 : 4) * unit;
  const margins = { top: 34 * unit, right: 0, bottom: 44 * unit, left: side };
  const slot = Math.max(54 * unit, width * 0.1);
  const apartStart = width - apart.length * slot;
  const scaleEnd = apart.length > 0 ? apartStart - 16 * unit : width - side;
  const { x, marks: axis } = distributionAxis(data, context, margins, [start, end], scaleEnd);
  const right = x.invert(width);
  const most = Math.max(1e-9, ...bars.map(({ share }) => share), ...apart.map(({ share }) => share));
  const [, top] = steadyDomain([0, most], held);
  const y = scaleLinear([0, top], [height - margins.bottom, margins.top]);
  const apartMiddle = (i: number) => x.invert(apartStart + slot * (i + 0.5));
  const apartHalf = Math.min(slot * 0.33 * (x.invert(1) - x.invert(0)), bins.step);
  const onePx = y.invert(y(0) - unit);
  const all: Bar[] = [
    ...bars,
    ...apart.map(({ share, look }, i) => ({
      x1: apartMiddle(i) - apartHalf,
      x2: apartMiddle(i) + apartHalf,
      share: Math.max(share, onePx),
      look,
    })),
  ];
  const drawn = (look: Bar['look'], inset: number, style: object) =>
    rect(
      all.filter((bar) => bar.look === look),
      { x1: 'x1', x2: 'x2', y1: 0, y2: 'share', insetLeft: inset, insetRight: inset, className: `sampled bar ${look}`, ...style }, // prettier-ignore
    );
  const zero = { stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' };

  return {
    ...frame(context, margins),
    x: { domain: [start, right], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      drawn('outlined', 1.25 * unit, { fill: 'var(--accent-soft)', stroke: 'var(--accent)', strokeWidth: unit }),
      drawn('filled', 0.75 * unit, { fill: 'var(--accent)' }),
      drawn('never', 0, { fill: 'var(--ink-3)' }),
      ruleY([0], { x1: start, x2: end, ...zero }),
      ruleY(apart.length > 0 ? [0] : [], { x1: x.invert(apartStart), x2: right, ...zero }),
      ...axis,
      textMark(apart, {
        x: (_: ApartBar, i: number) => apartMiddle(i),
        y: 0,
        text: 'label',
        className: 'apart',
        ...belowAxis(0, unit),
      }),
      textMark(apart, {
        x: (_: ApartBar, i: number) => apartMiddle(i),
        y: (bar: ApartBar) => Math.max(bar.share, onePx),
        dy: -11 * unit,
        text: (bar: ApartBar) => showShare(bar.share, formats),
        ...say,
        className: 'sampled say share',
      }),
      ...(threshold !== null && data.fixed && start <= threshold && threshold <= end
        ? [ruleX([threshold], { y1: 0, y2: top, stroke: 'var(--ink)', strokeWidth: unit, className: 'threshold' })]
        : []),
      ...(threshold === null || data.fixed
        ? []
        : thresholdMarks({
            threshold,
            label: formatOf(data, formats).tick(threshold),
            x,
            y,
            foot: 0,
            width: apart.length > 0 ? apartStart : width,
            text,
          })),
    ],
  };
}
