import type { PlotOptions } from '@observablehq/plot';
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Formats } from '$lib/i18n/formats';
import type { ChartTable } from './chartTable';
import { frame, halo, narrowBelow, pageText, quiet, say, type ChartContext } from './frame';
import type { ChartWords } from './messages';
import { textWidth } from './textWidth';
import { toValueFormat, type ValueKind } from './valueFormat';
import { rect, ruleX, text as textMark } from './plot';

/** The output when one driver stands at its P10 or P90 and the others at their values. */
export interface TornadoEnd {
  /** `null`: never, or without limit. */
  readonly output: number | null;
  /** The driver's own value there, as text. */
  readonly driverText: string;
}

export interface TornadoRow {
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** Difference of the outputs; `null` when one of them is. */
  readonly swing: number | null;
}

export interface Tornado {
  /** In a sentence: "ROI", "takaisinmaksuaika". */
  readonly outputName: string;
  readonly kind: ValueKind;
  readonly base: number | null;
  /** The widest first. */
  readonly rows: readonly TornadoRow[];
}

const rowHeight = { wide: 42, narrow: 58 };
const headHeight = 28;
const barHeight = 22;

/** Height that a tornado of so many rows takes. */
export function tornadoHeight(rows: number, width: number, text = pageText): number {
  const row = width < narrowBelow ? rowHeight.narrow : rowHeight.wide;
  return (headHeight + rows * row + 6) * (text / pageText);
}

interface Bar {
  readonly row: number;
  readonly output: number;
  readonly never: boolean;
  readonly label: string;
  readonly filled: boolean;
  /** Which way the bar runs from the base. */
  readonly right: boolean;
}

/** Two bars to a row; an end that is "never" is put at `neverAt`, past everything else. Bars that move nothing point apart. */
function barsOf({ rows, base }: Tornado, neverAt: number): Bar[] {
  const middle = base ?? neverAt;
  return rows.flatMap(({ low, high }, row) => {
    const [a, b] = [low.output ?? neverAt, high.output ?? neverAt];
    const lowRight = a === middle ? b < middle : a > middle;
    const highRight = b === middle ? !lowRight : b > middle;
    const name = (percentile: string, text: string) => (row === 0 ? `${percentile}\u00a0${text}` : text);
    return [
      {
        row,
        output: a,
        never: low.output === null,
        label: name('P10', low.driverText),
        filled: false,
        right: lowRight,
      },
      { row, output: b, never: high.output === null, label: name('P90', high.driverText), filled: true, right: highRight }, // prettier-ignore
    ];
  });
}

/** The widest linear scale on which every label beside its bar still stands between `from` and `to` px. */
function fitScale(bars: readonly Bar[], labelWidth: (bar: Bar) => number, base: number, from: number, to: number) {
  const lefts = [...bars.filter(({ right }) => !right).map((bar) => [bar.output, labelWidth(bar)] as const), [base, 0] as const]; // prettier-ignore
  const rights = [...bars.filter(({ right }) => right).map((bar) => [bar.output, labelWidth(bar)] as const), [base, 0] as const]; // prettier-ignore
  let perUnit = Infinity;
  for (const [low, lowLabel] of lefts) {
    for (const [high, highLabel] of rights) {
      if (high > low) perUnit = Math.min(perUnit, Math.max(24, to - from - lowLabel - highLabel) / (high - low));
    }
  }
  // Nothing moves the output: every bar is as wide as its line, in the middle.
  if (perUnit === Infinity) return scaleLinear([base, base + 1], [(from + to) / 2, (from + to) / 2 + 1]);
  const start = max(lefts, ([output, label]) => from + label - perUnit * output)!;
  return scaleLinear([0, 1], [start, start + perUnit]);
}

export function tornadoOptions(data: Tornado, context: ChartContext): PlotOptions {
  const { width, height, formats, words, text = pageText } = context;
  const { rows, base, kind, outputName } = data;
  const unit = text / pageText;
  const narrow = width < narrowBelow;
  const neverWord = kind === 'months' ? words.never : words.noValue;
  const finite = [base, ...rows.flatMap(({ low, high }) => [low.output, high.output])].filter((x) => x !== null);
  const [least, most] = [min(finite) ?? 0, max(finite) ?? 0];
  const neverAt = most + (0.2 * (most - least) || 1);
  const middle = base ?? neverAt;
  const bars = barsOf(data, neverAt);
  const labelWidth = ({ label, never }: Bar) =>
    Math.max(textWidth(label, text), never ? textWidth(neverWord, text) : 0) + 9 * unit;
  const x = fitScale(bars, labelWidth, middle, narrow ? 0 : 210 * unit, width);

  const rowStep = (narrow ? rowHeight.narrow : rowHeight.wide) * unit;
  const barTop = (row: number) => headHeight * unit + row * rowStep + (narrow ? 24 : 8) * unit;
  const barMiddle = (row: number) => barTop(row) + (barHeight / 2) * unit;
  const beside = (right: boolean, never: boolean) =>
    textMark(
      bars.filter((bar) => bar.right === right && bar.never === never),
      {
        x: 'output',
        y: (bar: Bar) => barMiddle(bar.row),
        dx: (right ? 8 : -8) * unit,
        dy: (never ? -6 : 0) * unit,
        textAnchor: right ? 'start' : 'end',
        text: 'label',
        ...halo(unit),
        ...quiet,
        className: 'driver',
      },
    );
  const neverWords = (right: boolean) =>
    textMark(
      bars.filter((bar) => bar.right === right && bar.never),
      {
        x: 'output',
        y: (bar: Bar) => barMiddle(bar.row),
        dx: (right ? 8 : -8) * unit,
        dy: 10 * unit,
        textAnchor: right ? 'start' : 'end',
        text: () => neverWord,
        ...halo(unit),
        ...say,
      },
    );
  const heading = `${outputName.slice(0, 1).toUpperCase()}${outputName.slice(1)} ${
    base === null ? neverWord : toValueFormat(kind, formats).span(base, base)
  }`;
  const half = textWidth(heading, text) / 2;
  const headingAt = Math.min(width - half, Math.max(half, x(middle)));
  // The longer of two bars on one side first, so that the shorter lies on it.
  const drawn = [...bars].sort((a, b) => Math.abs(b.output - middle) - Math.abs(a.output - middle));

  return {
    ...frame(context, { top: 0, right: 0, bottom: 0, left: 0 }),
    x: { domain: [x.invert(0), x.invert(width)], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      textMark([heading], {
        x: x.invert(headingAt),
        y: 0.65 * text,
        text: (d: string) => d,
        ...say,
        className: 'say base',
      }),
      rect(drawn, {
        x1: (bar: Bar) => Math.min(bar.output, middle),
        x2: (bar: Bar) => Math.max(bar.output, middle),
        y1: (bar: Bar) => barTop(bar.row),
        y2: (bar: Bar) => barTop(bar.row) + barHeight * unit,
        fill: { value: (bar: Bar) => (bar.filled ? 'var(--accent)' : 'var(--accent-soft)'), scale: null },
        stroke: 'var(--accent)',
        strokeWidth: unit,
        className: 'bar',
      }),
      ruleX([middle], {
        y1: (headHeight - 6) * unit,
        y2: height - 4 * unit,
        stroke: 'var(--zero)',
        strokeWidth: unit,
        className: 'zero',
      }),
      textMark(rows, {
        x: x.invert(0),
        y: (_: TornadoRow, row: number) => (narrow ? barTop(row) - 12 * unit : barMiddle(row)),
        textAnchor: 'start',
        text: 'name',
        fill: 'var(--ink)',
        fontSize: (narrow ? 13 : 15) * unit,
        lineWidth: narrow ? Infinity : 13,
        lineHeight: 1.2,
        ...halo(unit),
        className: 'name',
      }),
      beside(false, false),
      beside(true, false),
      beside(false, true),
      beside(true, true),
      neverWords(false),
      neverWords(true),
    ],
  };
}

/** The tornado in one sentence: which driver decides, and how far. */
export function summaryOfTornado(data: Tornado, formats: Formats, words: ChartWords): string {
  const { rows, kind, outputName: output } = data;
  const first = rows[0];
  if (!first) return words.tornado.none;
  const { span } = toValueFormat(kind, formats);
  const ends = [first.low.output, first.high.output].filter((x) => x !== null).sort((a, b) => a - b);
  const [low, high] = ends;
  const never = kind === 'months' ? words.never : words.noValue;
  if (low === undefined) return words.tornado.flatNever({ output, never });
  if (low === high) return words.tornado.flat({ output });
  if (high === undefined) return words.tornado.decidesNever({ name: first.name, output, value: span(low, low), never });
  return words.tornado.decides({ name: first.name, output, span: span(low, high) });
}

export function tableOfTornado(data: Tornado, formats: Formats, words: ChartWords): ChartTable {
  const { rows, kind, outputName } = data;
  const { full } = toValueFormat(kind, formats);
  const output = (percentile: string) => ({ name: `${outputName}, ${percentile}`, show: full });
  const text = (name: string) => ({ name, show: (value: number) => formats.number(value) });
  return {
    columns: [
      text(words.columns.driver),
      text('P10'),
      output('P10'),
      text('P90'),
      output('P90'),
      { name: words.columns.swing, show: full },
    ],
    rows: rows.map(({ name, low, high, swing }) => [
      name,
      low.driverText,
      low.output,
      high.driverText,
      high.output,
      swing === null ? '' : swing,
    ]),
    never: kind === 'months' ? words.never : words.noValue,
  };
}
