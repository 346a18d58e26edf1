import type { Unit } from '$lib/scenario/drivers';
import type { RangeEnds, RangeShape } from '$lib/uncertainty/range';
import type { Language } from './language';

/** What the field is. A driver's definition has the middle four under the same names: `{ ...driverTable[key], language, currency, value }`. */
export interface EntryOptions {
  readonly language: Language;
  readonly currency: string;
  readonly unit: Unit;
  readonly limits: readonly [min: number, max: number];
  readonly whole: boolean;
  /** Ranges are accepted. */
  readonly uncertain: boolean;
  /** What `±10 %` is relative to; `null` for "as many as leave". */
  readonly value: number | null;
  /** Empty text means "as many as leave". */
  readonly allowsAuto?: boolean;
}

/** How `1,735` was read: its mark as a decimal mark, or as parting thousands. */
export type Reading = 'decimal' | 'thousands';

/** A single value, as a driver holds it: ratios 0–1, months, the notebook's currency. */
export interface PointEntry {
  readonly kind: 'point';
  readonly value: number;
  /** Present when the text could be read in two ways: the one that was chosen. */
  readonly reading?: Reading;
  /** What else the text may have meant; offered in one click. */
  readonly alternative?: number;
}

export interface EntryEnds {
  readonly low: number;
  readonly high: number;
  /** The most likely value, of three that were typed. */
  readonly mode?: number;
  /** The value typed in the middle (`100 ± 10`, `n. 20`), or the current one (`±10 %`): it becomes the driver's value. */
  readonly centre?: number;
}

export interface RangeEntry extends EntryEnds {
  readonly kind: 'range';
  readonly ends: RangeEnds;
  /** Only when the notation implies one; otherwise the driver suggests it. */
  readonly shape?: RangeShape;
  readonly reading?: Reading;
  readonly alternative?: EntryEnds;
}

/** "As many as leave": the model fills the number in. */
export interface AutoEntry {
  readonly kind: 'auto';
}

/** What a person's text in a number field meant. */
export type Entry = PointEntry | RangeEntry | AutoEntry;

/** Why it meant nothing that can be used. Numbers are in the field's unit, as a driver holds them. */
export type EntryProblem =
  | { readonly tag: 'empty' }
  | { readonly tag: 'notNumber'; readonly text: string }
  /** Digits parted irregularly, `12 34` or `1,00,000`: any reading would be a guess. */
  | { readonly tag: 'grouping'; readonly text: string }
  | { readonly tag: 'belowLimit'; readonly limit: number }
  | { readonly tag: 'aboveLimit'; readonly limit: number }
  | { readonly tag: 'lowAboveHigh'; readonly low: number; readonly high: number }
  | { readonly tag: 'wrongUnit'; readonly written: string }
  | { readonly tag: 'notWhole' }
  | { readonly tag: 'rangeNotOffered' }
  /** `±10 %` of nothing: the current value is 0, or as many as leave (`null`). */
  | { readonly tag: 'noCentre'; readonly value: 0 | null };

/** The entry with its other reading in force, and the first one offered back. */
export function takeAlternative(entry: Entry): Entry {
  if (entry.kind === 'auto' || entry.alternative === undefined) return entry;
  const reading = entry.reading && {
    reading: entry.reading === 'decimal' ? ('thousands' as const) : ('decimal' as const),
  };
  if (entry.kind === 'point') {
    return { kind: 'point', value: entry.alternative, ...reading, alternative: entry.value };
  }
  const { kind, ends, shape, alternative, low, high, mode, centre } = entry;
  const first: EntryEnds = { low, high, ...(mode !== undefined && { mode }), ...(centre !== undefined && { centre }) };
  return { kind, ends, ...(shape && { shape }), ...alternative, ...reading, alternative: first };
}
