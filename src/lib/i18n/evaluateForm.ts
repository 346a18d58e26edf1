import { failure, success, type Result } from '$lib/metrics/result';
import type { Entry, EntryEnds, EntryOptions, EntryProblem, Reading } from './entry';
import type { EntryForm } from './entryForm';
import { borrowed, has, toNumber, type Quantity } from './quantity';
import { preferredReading, type Mark } from './readNumber';

/** One way of reading a text where it can be read in several. */
export interface Way {
  /** Ambiguous marks read against the language. */
  readonly swapped: boolean;
  /** Numbers under 1 in a percent field taken as ratios. */
  readonly asRatio: boolean;
  /** Whose a multiplier is: the last number's is everybody's (`1.5–2.5M`), everybody has their own, or the first one's is the last's too. */
  readonly scale: 'last' | 'own' | 'both';
  /** What `7,4 ± 2 %` means in a percent field. */
  readonly spread: 'relative' | 'points';
}

/** "About", as P5–P95. */
const aboutShare = 0.1;

/** The entry that a form means when read in one way, or what is wrong with it then. */
export function evaluateForm(form: EntryForm, way: Way, options: EntryOptions): Result<Entry, EntryProblem> {
  const quantities = withSharedUnits(form, way);
  const read = toReader(quantities, way, options);
  const numbers = quantities.map(read.number);
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const reading = read.reading && { reading: read.reading };

  switch (form.kind) {
    case 'point':
      return checked({ kind: 'point', value: first, ...reading }, options);
    case 'range':
      if (first === last) return checked({ kind: 'point', value: first, ...reading }, options);
      return checked({ kind: 'range', low: first, high: last, ends: 'p5p95', ...reading }, options);
    case 'triple': {
      const mode = numbers[1] ?? first;
      if (mode < first) return failure({ tag: 'lowAboveHigh', low: first, high: mode });
      if (mode > last) return failure({ tag: 'lowAboveHigh', low: mode, high: last });
      if (first === last) return checked({ kind: 'point', value: first, ...reading }, options);
      const ends: EntryEnds = { low: first, mode, high: last };
      return checked({ kind: 'range', ...ends, ends: 'minmax', shape: 'pert', ...reading }, options);
    }
    case 'about':
      return around(first, Math.abs(first) * aboutShare, reading, options);
    case 'spread': {
      const spread = quantities.at(-1);
      const centre = quantities.length > 1 ? first : options.value;
      if (centre === null) return failure({ tag: 'noCentre', value: null });
      const relative = spread !== undefined && has(spread, 'percent') && way.spread === 'relative';
      return around(centre, relative ? Math.abs(centre) * read.share(spread) : last, reading, options);
    }
  }
}

/** Symmetrical about a centre, as it was typed: a normal, whose median is the centre. */
function around(
  centre: number,
  spread: number,
  reading: { readonly reading: Reading } | undefined,
  options: EntryOptions,
): Result<Entry, EntryProblem> {
  if (spread === 0 && centre === 0) return failure({ tag: 'noCentre', value: 0 });
  if (spread === 0) return checked({ kind: 'point', value: centre, ...reading }, options);
  const ends: EntryEnds = { low: tidy(centre - spread), high: tidy(centre + spread), centre };
  return checked({ kind: 'range', ...ends, ends: 'p5p95', shape: 'normal', ...reading }, options);
}

/** Without the noise of binary fractions: 20 × 1.1 is 22. */
function tidy(x: number): number {
  return Number(x.toPrecision(12)) || 0;
}

function withSharedUnits({ quantities, kind }: EntryForm, way: Way): readonly Quantity[] {
  const [head, tail] = [quantities[0], quantities.at(-1)];
  if (!head || !tail || quantities.length < 2) return quantities;
  const isTime = (quantity: Quantity): boolean => has(quantity, 'month', 'year');
  const lend = (from: Quantity, to: Quantity, scale: boolean): Quantity => ({
    ...to,
    units: [
      ...to.units,
      ...(scale && !has(to, 'scale') ? borrowed(from, ['scale']) : []),
      ...(isTime(to) ? [] : borrowed(from, ['month', 'year'])),
    ],
  });
  if (kind === 'spread' && has(tail, 'percent')) return quantities;
  return quantities.map((quantity) => {
    if (quantity === tail) return lend(head, tail, way.scale === 'both');
    return lend(tail, quantity, way.scale !== 'own' && !quantity.closed);
  });
}

function toReader(quantities: readonly Quantity[], way: Way, { language, unit, whole }: EntryOptions) {
  const digits = quantities.map((quantity) => quantity.digits);
  const decimalMark = whole ? 'neither' : language === 'fi' ? 'comma' : 'point';
  const readingOf = (mark: Mark): Reading => {
    const preferred = preferredReading(mark, digits, decimalMark);
    return way.swapped ? (preferred === 'decimal' ? 'thousands' : 'decimal') : preferred;
  };
  const ambiguous = digits.find((number) => number.ambiguous);
  const percentField = unit === 'ratio' || unit === 'points';
  return {
    reading: ambiguous && readingOf(ambiguous.mark),
    number: (quantity: Quantity): number => toNumber(quantity, readingOf, percentField && !way.asRatio ? -2 : 0),
    share: (quantity: Quantity): number => toNumber(quantity, readingOf, -2),
  };
}

/** Limits, order and wholeness; the last gate before anything leaves. */
function checked(entry: Exclude<Entry, { kind: 'auto' }>, options: EntryOptions): Result<Entry, EntryProblem> {
  const [min, max] = options.limits;
  const [low, high] = entry.kind === 'point' ? [entry.value, entry.value] : [entry.low, entry.high];
  if (entry.kind === 'range' && !options.uncertain) return failure({ tag: 'rangeNotOffered' });
  // Digits past what a double holds overflow to ±Infinity, and stop here too.
  if (Math.min(low, high) < Math.max(min, -Number.MAX_VALUE)) return failure({ tag: 'belowLimit', limit: min });
  if (Math.max(low, high) > Math.min(max, Number.MAX_VALUE)) return failure({ tag: 'aboveLimit', limit: max });
  if (low > high) return failure({ tag: 'lowAboveHigh', low, high });
  if (entry.kind === 'point' && options.whole && !Number.isInteger(entry.value)) return failure({ tag: 'notWhole' });
  return success(entry);
}
