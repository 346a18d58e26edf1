import { faint, huge } from '$lib/i18n/figure';
import type { Formats } from '$lib/i18n/formats';
import { countAtMost, countBelow, quantile } from '$lib/simulation/sortedSample';
import type { SortedSample } from '$lib/simulation/result';
import { binCounts, edgesOf, endOf, startOf, type Bins } from './bins';
import type { ChartTable } from './chartTable';
import type { ChartWords } from './messages';
import { toValueFormat, type ValueFormat, type ValueKind } from './valueFormat';

/** How one output is distributed over the futures: drawn as a histogram or as a cumulative curve. */
export interface Distribution {
  /** In a sentence: "takaisinmaksuaika", "ROI"; "payback time", "net present value". */
  readonly name: string;
  readonly sample: SortedSample;
  readonly kind: ValueKind;
  /** Of every value; the usual ones of the kind when left out. */
  readonly decimals?: number | undefined;
  readonly bins: Bins;
  /** For a payback: what it had to happen within. `null` for any other value. */
  readonly horizonMonths: number | null;
  /** Where the reader's question lies, in the value's unit; bars up to it (or from it on) are filled. `null`: none is asked. */
  readonly threshold: number | null;
  /** The threshold is a line nobody moves, such as zero: it has no knob. */
  readonly fixed?: boolean;
  /** Which side of the threshold is asked about. */
  readonly asked: 'atMost' | 'atLeast';
}

/** How values of a distribution are written, wherever it is drawn or told. */
export function formatOf({ kind, decimals }: Distribution, formats: Formats): ValueFormat {
  return toValueFormat(kind, formats, decimals);
}

/** A share for a label: small ones keep a decimal, so that something is never said to be nothing. */
export function showShare(share: number, formats: Formats): string {
  return formats.percent(share, share > 0 && share < 0.01 ? 1 : 0);
}

function summaryOfPayback({ name, sample }: Distribution, months: number, formats: Formats, words: ChartWords): string {
  const { distribution } = words;
  const within = formats.monthsWithin(months, 0);
  if (sample.never >= 1) return distribution.paybackAlwaysNever({ within });
  const [q25, q50, q75, q95] = [0.25, 0.5, 0.75, 0.95].map((share) => quantile(sample, share));
  if (q50 === null) {
    return distribution.paybackMostlyNever({ share: showShare(1 - sample.never, formats), within });
  }
  const half =
    q75 === null
      ? distribution.halfAtMost({ name, value: formats.months(q50!) })
      : distribution.half({ name, span: formats.monthsSpan(q25!, q75!) });
  const five = formats.percent(0.05);
  if (q95 === null) return half + distribution.paybackNever({ share: showShare(sample.never, formats), within });
  const high = formats.months(q95!);
  return half + (sample.never > 0 ? distribution.upperTailOrNever({ high, five }) : distribution.upperTail({ high, five })); // prettier-ignore
}

/**
 * Why a distribution cannot be drawn: its axis would reach past what can be written, or lie so close to zero that every
 * tick would be 0. `null` when it can. Only of values other than a payback.
 */
export function whyNotDrawn(
  { name, sample, kind }: Pick<Distribution, 'name' | 'sample' | 'kind'>,
  formats: Formats,
  { distribution }: ChartWords,
): string | null {
  const finite = 1 - sample.never;
  const [low, high] = [quantile(sample, 0.005 * finite), quantile(sample, 0.995 * finite)];
  if (low === null || high === null) return null;
  const { full } = toValueFormat(kind, formats);
  const shareOf = (count: number): string => showShare(count / sample.trials, formats);
  // Percent is written a hundredfold.
  const written = kind === 'percent' || kind === 'points' ? 100 : 1;
  const largest = huge / written;
  const smallest = faint / written;
  if (low <= -largest || high >= largest) {
    const below = countAtMost(sample, -largest);
    const above = countAtMost(sample, Number.MAX_VALUE) - countBelow(sample, largest);
    const limits = [...(above > 0 ? [full(largest)] : []), ...(below > 0 ? [full(-largest)] : [])];
    return distribution.tooLarge({ name, share: shareOf(below + above), limits: limits.join(distribution.or) });
  }
  if ((low === 0 && high === 0) || low < -smallest || high > smallest) return null;
  const near = countBelow(sample, smallest) - countAtMost(sample, -smallest);
  const limit = toValueFormat(kind, formats, 9).full(smallest);
  return distribution.tooSmall({ name, share: shareOf(near), limit });
}

/** Two shares that together are all, with the decimals that keep the smaller from looking like nothing. */
function showShares(share: number, formats: Formats): readonly [share: string, rest: string] {
  const smaller = 100 * Math.min(share, 1 - share);
  const digits = [0, 1, 2].find((digits) => smaller >= 10 ** -digits) ?? 3;
  return [formats.percent(share, digits), formats.percent(1 - share, digits)];
}

/** `null` unless the sample has two values and no other, as of a condition: half of the futures and tails mean nothing then. */
function summaryOfTwo(data: Distribution, formats: Formats, { distribution }: ChartWords): string | null {
  const { name, sample } = data;
  const [low, high] = [quantile(sample, 0), quantile(sample, 1)];
  if (low === null || high === null || low === high) return null;
  const below = countBelow(sample, high);
  if (countAtMost(sample, low) < below) return null;
  const { span } = formatOf(data, formats);
  const [lowShare, highShare] = showShares(below / sample.trials, formats);
  const both = [
    { value: span(low, low), share: lowShare },
    { value: span(high, high), share: highShare },
  ] as const;
  const [most, rest] = 2 * below > sample.trials ? both : [both[1], both[0]];
  return distribution.share({ name, ...most }) + distribution.restShare(rest);
}

/** What lies past P5 and P95; where values repeat that is not 5 %, and nothing where the percentile is itself the end. */
function tailsOf(
  data: Distribution,
  low: number,
  high: number,
  formats: Formats,
  { distribution }: ChartWords,
): string {
  const { sample } = data;
  const { span } = formatOf(data, formats);
  const below = countBelow(sample, low) / sample.trials;
  const above = 1 - countAtMost(sample, high) / sample.trials;
  const ends = { low: span(low, low), high: span(high, high) };
  const shares = { below: showShare(below, formats), above: showShare(above, formats) };
  if (below === 0 && above === 0) return distribution.noTails(ends);
  if (below === 0) return distribution.noLowTail({ ...ends, ...shares });
  if (above === 0) return distribution.noHighTail({ ...ends, ...shares });
  return distribution.tails({ ...ends, ...shares });
}

/** The distribution in one sentence: where half of the futures lie, and what its tails are. */
export function summaryOfDistribution(data: Distribution, formats: Formats, words: ChartWords): string {
  const { name, sample, horizonMonths } = data;
  if (horizonMonths !== null) return summaryOfPayback(data, horizonMonths, formats, words);
  const notDrawn = whyNotDrawn(data, formats, words);
  if (notDrawn) return notDrawn;
  const { distribution } = words;
  const { span } = formatOf(data, formats);
  const end = (value: number) => span(value, value);
  const low = quantile(sample, 0.05);
  const q75 = quantile(sample, 0.75);
  const high = quantile(sample, 0.95);
  const noValue = showShare(sample.never, formats);
  if (low === null || q75 === null) return distribution.mostlyNoValue({ name, share: noValue });
  const q25 = quantile(sample, 0.25)!;
  const equal = (countAtMost(sample, q75) - countBelow(sample, q25)) / sample.trials;
  const half =
    q25 === q75
      ? distribution.share({ name, share: showShare(equal, formats), value: end(q75) })
      : distribution.half({ name, span: span(q25, q75) });
  if (high === null) return half + distribution.noValue({ share: noValue });
  if (quantile(sample, 0) === quantile(sample, 1)) return distribution.all({ name, value: end(low) });
  return summaryOfTwo(data, formats, words) ?? half + tailsOf(data, low, high, formats, words);
}

/** Each bin with its share and the share so far; tails and "never" as rows of their own. */
export function tableOfDistribution(data: Distribution, formats: Formats, words: ChartWords): ChartTable {
  const { name, sample, bins, horizonMonths } = data;
  const { tick } = formatOf(data, formats);
  const edges = edgesOf(bins);
  const counts = binCounts(sample, horizonMonths === null ? edges : [-Infinity, ...edges.slice(1)]);
  const finite = countAtMost(sample, Number.MAX_VALUE);
  const rows: [string, number, number][] = [];
  const add = (label: string, count: number, soFar: number) =>
    rows.push([label, count / sample.trials, soFar / sample.trials]);
  const below = horizonMonths === null ? countAtMost(sample, startOf(bins)) : 0;
  if (below > 0) add(words.distribution.upTo({ to: tick(edges[0]!) }), below, below);
  let soFar = below;
  counts.forEach((count, i) => {
    soFar += count;
    const to = tick(edges[i + 1]!);
    const first = i === 0 && horizonMonths !== null;
    add(first ? words.distribution.upTo({ to }) : words.distribution.bins({ from: tick(edges[i]!), to }), count, soFar);
  });
  if (finite > soFar) add(words.distribution.over({ from: tick(endOf(bins)) }), finite - soFar, finite);
  const never = sample.trials - finite;
  if (never > 0) add(horizonMonths === null ? words.noValue : words.never, never, sample.trials);
  const share = (label: string) => ({ name: label, show: (value: number) => formats.percent(value, 1) });
  return {
    columns: [
      { name: name.slice(0, 1).toUpperCase() + name.slice(1), show: tick },
      share(words.columns.share),
      share(words.columns.shareSoFar),
    ],
    rows,
    never: words.never,
  };
}
