import { rect, ruleY, text as textMark, type Markish, type PlotOptions } from '@observablehq/plot';
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { countAtMost } from '$lib/simulation/sortedSample';
import { binCounts, edgesOf, endOf, startOf } from './bins';
import { showShare, type Distribution } from './distribution';
import { frame, pageText, quiet, say, type ChartContext } from './frame';
import { monthTicks } from './monthTicks';
import { thresholdMarks } from './thresholdMarks';
import { toValueFormat } from './valueFormat';

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

/** Where things stand, in px and in the units of the scale: the bars that stand apart lie on the same scale, past its end. */
function layOut(data: Distribution, { width, height, text = pageText }: ChartContext, apart: number) {
  const unit = text / pageText;
  const start = startOf(data.bins);
  const end = endOf(data.bins);
  const side = data.horizonMonths === null ? 26 * unit : 4 * unit;
  const slot = Math.max(60 * unit, width * 0.1);
  const gap = 16 * unit;
  const scaleEnd = apart > 0 ? width - apart * slot - gap - (side - 4 * unit) : width - side;
  const x = scaleLinear([start, end], [side, scaleEnd]);
  const margins = { top: 34 * unit, right: 0, bottom: 44 * unit, left: side };
  return { unit, start, end, x, slot, gap, scaleEnd, margins, right: x.invert(width), base: height - margins.bottom };
}

export function histogramOptions(data: Distribution, context: ChartContext): PlotOptions {
  const { width, formats, words, text = pageText } = context;
  const { sample, kind, horizonMonths, threshold, bins } = data;
  const apart = apartBars(data, context);
  const { unit, start, end, x, slot, gap, scaleEnd, margins, right } = layOut(data, context, apart.length);
  const bars = scaleBars(data);
  const top = Math.max(1e-9, ...bars.map(({ share }) => share), ...apart.map(({ share }) => share));
  const y = scaleLinear([0, top], [context.height - margins.bottom, margins.top]);
  const apartWidth = Math.min(slot * 0.66, 2 * (x(start + bins.step) - x(start)));
  const apartAt = (i: number) => scaleEnd + gap + slot * (i + 0.5);
  const onePx = y.invert(y(0) - unit);
  const all: Bar[] = [
    ...bars,
    ...apart.map(({ share, look }, i) => ({
      x1: x.invert(apartAt(i) - apartWidth / 2),
      x2: x.invert(apartAt(i) + apartWidth / 2),
      share: Math.max(share, onePx),
      look,
    })),
  ];
  const drawn = (look: Bar['look'], style: object) =>
    rect(
      all.filter((bar) => bar.look === look),
      { x1: 'x1', x2: 'x2', y1: 0, y2: 'share', inset: 0, className: `sampled bar ${look}`, ...style },
    );
  const tick = toValueFormat(kind, formats).tick;
  const named =
    horizonMonths === null
      ? ticks(start, end, Math.max(2, Math.min(6, Math.floor((scaleEnd - margins.left) / (text * 6)))))
      : monthTicks(end, scaleEnd - margins.left, text);
  const line = (row: number) => (19 + 17 * row) * unit;
  const below = <T>(values: readonly T[], at: (d: T, i: number) => number, options: object) =>
    textMark(values as T[], { x: at, y: 0, dy: line(0), lineHeight: 1.3, lineAnchor: 'middle', ...quiet, ...options }); // prettier-ignore

  const tails: Markish[] = [];
  if (horizonMonths === null) {
    const low = countAtMost(sample, start) / sample.trials;
    const high = (countAtMost(sample, Number.MAX_VALUE) - countAtMost(sample, end)) / sample.trials;
    const say1 = (share: number) => formats.percent(share, 1);
    if (low > 0) {
      tails.push(
        below([words.below({ value: tick(start), share: say1(low) })], () => start, {
          dy: line(1),
          dx: -margins.left,
          textAnchor: 'start',
          text: (d: string) => d,
          className: 'tail',
        }),
      );
    }
    if (high > 0) {
      tails.push(
        below([words.above({ value: tick(end), share: say1(high) })], () => end, {
          dy: line(1),
          dx: margins.left,
          textAnchor: 'end',
          text: (d: string) => d,
          className: 'tail',
        }),
      );
    }
  } else {
    tails.push(below([words.monthsFromDecision], () => (start + end) / 2, { dy: line(1), text: (d: string) => d }));
  }

  return {
    ...frame(context, { ...margins, right: 0 }),
    x: { domain: [start, right], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      drawn('outlined', { fill: 'var(--accent-soft)', stroke: 'var(--accent)', strokeWidth: unit, insetLeft: unit, insetRight: unit }), // prettier-ignore
      drawn('filled', { fill: 'var(--accent)', insetLeft: 0.75 * unit, insetRight: 0.75 * unit }),
      drawn('never', { fill: 'var(--ink-3)' }),
      ruleY([0], { x1: start, x2: end, stroke: 'var(--zero)', strokeWidth: unit, className: 'zero' }),
      ruleY(apart.length > 0 ? [0] : [], {
        x1: x.invert(scaleEnd + gap),
        x2: right,
        stroke: 'var(--zero)',
        strokeWidth: unit,
      }),
      below(named, (d: number) => d, {
        text: (d: number) => (horizonMonths === null ? tick(d) : formats.number(d, 0)),
        className: 'tick',
      }),
      below(apart, (_: ApartBar, i: number) => x.invert(apartAt(i)), {
        text: 'label',
        lineAnchor: 'top',
        dy: line(0) - 0.65 * text,
        className: 'apart',
      }),
      textMark(apart, {
        x: (_: ApartBar, i: number) => x.invert(apartAt(i)),
        y: (bar: ApartBar) => Math.max(bar.share, onePx),
        dy: -11 * unit,
        text: (bar: ApartBar) => showShare(bar.share, formats),
        ...say,
        className: 'sampled say share',
      }),
      ...tails,
      ...(threshold === null ? [] : thresholdMarks({ threshold, label: tick(threshold), x, y, foot: 0, width, text })),
    ],
  };
}
