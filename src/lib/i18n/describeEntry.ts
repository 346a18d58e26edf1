import type { Unit } from '$lib/scenario/drivers';
import type { RangeEnds } from '$lib/uncertainty/range';
import { takeAlternative, type Entry, type Reading } from './entry';
import type { Formats } from './formats';
import { defineMessages } from './language';
import { spanInWords } from './spanInWords';

const messages = defineMessages({
  fi: {
    read: ({ value }: { value: string }) => `Luettu: ${value}`,
    sure: ({ percent, span }: { percent: string; span: string }) => `${percent} varmuus: ${span}`,
    extremes: ({ span }: { span: string }) => `Aina ${span}`,
    likely: ({ span, mode }: { span: string; mode: string }) => `Aina ${span}, todennäköisimmin ${mode}`,
    decimal: 'desimaalipilkku',
    thousands: 'tuhaterotin',
    didYouMean: ({ value }: { value: string }) => `Tarkoititko ${value}?`,
    auto: 'Yhtä monta kuin lähtee',
  },
  en: {
    read: ({ value }) => `Read as ${value}`,
    sure: ({ percent, span }) => `${percent} sure: ${span}`,
    extremes: ({ span }) => `Always ${span}`,
    likely: ({ span, mode }) => `Always ${span}, most likely ${mode}`,
    decimal: 'decimal point',
    thousands: 'thousand',
    didYouMean: ({ value }) => `Did you mean ${value}?`,
    auto: 'As many as leave',
  },
});

export interface EntryEcho {
  /** What was understood. */
  readonly text: string;
  /** The question that offers the other reading, and that reading; both or neither. */
  readonly alternativeText?: string;
  readonly alternative?: Entry;
}

/**
 * Says in words what a number field understood, so that nothing is taken in silence.
 *
 * @example
 * describeEntry({ kind: 'range', low: 1.5e6, high: 2.5e6, ends: 'p5p95' }, { unit: 'money', formats })
 * // { text: '90 % varmuus: 1,5–2,5 miljoonaa euroa' }
 */
export function describeEntry(
  entry: Entry,
  { unit, formats }: { readonly unit: Unit; readonly formats: Formats },
): EntryEcho {
  const say = messages[formats.language];
  if (entry.kind === 'auto') return { text: say.auto };
  const plain = entry.kind === 'point' ? say.read({ value: formats.valueExactly(unit, entry.value) }) : ends(entry);
  const text = plain + readingNote(entry.reading);
  if (entry.alternative === undefined) return { text };
  const value =
    typeof entry.alternative === 'number'
      ? formats.valueExactly(unit, entry.alternative)
      : spanInWords(unit, entry.alternative.low, entry.alternative.high, formats);
  return { text: `${text}.`, alternativeText: say.didYouMean({ value }), alternative: takeAlternative(entry) };

  function ends({ low, high, mode, ends }: Extract<Entry, { kind: 'range' }>): string {
    const span = spanInWords(unit, low, high, formats);
    const sure = certainty[ends];
    if (sure !== null) return say.sure({ percent: formats.percent(sure), span });
    return mode === undefined ? say.extremes({ span }) : say.likely({ span, mode: formats.valueExactly(unit, mode) });
  }

  function readingNote(reading: Reading | undefined): string {
    return reading ? ` (${say[reading]})` : '';
  }
}

/** The share of futures between two ends; `null` when the ends are the least and the most possible. */
const certainty: Readonly<Record<RangeEnds, number | null>> = { p5p95: 0.9, p10p90: 0.8, minmax: null };
