import { driverWords } from '$lib/i18n/driverWords';
import type { Formats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';
import { driverTable, type DriverKey, type Unit } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { moveRange } from '$lib/uncertainty/moveRange';
import type { Range } from '$lib/uncertainty/range';
import { suggestRange } from '$lib/uncertainty/suggestRange';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { messages } from './messages';
import type { Read } from './reading';
import type { Limits, StepRule } from './sliderScale';

/** What a driver stands at: a point, or a point with a range around it. `null` value: as many new customers as leave. */
export interface Figures {
  readonly value: number | null;
  readonly range: Range | null;
}

export interface Tongue {
  readonly language: Language;
  readonly formats: Formats;
  readonly currency: string;
}

/** A driver as its controls need it: how it steps, how it is written and how it is read. */
export interface DriverControl {
  readonly label: string;
  readonly explanation: string;
  readonly hint: string;
  readonly base: Limits;
  readonly rule: StepRule;
  readonly uncertain: boolean;
  /** The value as it is shown, and as it is edited. */
  readonly text: (value: number | null) => string;
  readonly exact: (value: number | null) => string;
  readonly rangeText: (range: Range) => string;
  /** Reads a figure or a range typed over the present figures. */
  readonly read: (present: Figures) => Read<Figures>;
  /** Reads one number. */
  readonly readNumber: Read<number>;
}

const kinds: Readonly<Record<Unit, 'money' | 'count' | 'ratio' | 'points' | 'months'>> = {
  money: 'money',
  moneyPerYear: 'money',
  moneyPerMonth: 'money',
  count: 'count',
  countPerYear: 'count',
  ratio: 'ratio',
  points: 'points',
  months: 'months',
};

/** The middle of a range: what a range typed alone makes of the value. */
export function medianOf(driver: DriverKey, range: Range): number {
  return Number(toDistribution(range, rangeLimits(driver, range)).quantile(0.5).toPrecision(12));
}

export function toDriverControl(driver: DriverKey, { language, formats }: Tongue): DriverControl {
  const { unit, limits, slider, step, whole, uncertain } = driverTable[driver];
  const words = messages[language];
  const { label, explanation } = driverWords[language][driver];

  const text = (value: number | null) => (value === null ? words.asManyAsLeave : formats.value(unit, value, whole));
  const rangeText = (range: Range) => formats.valueSpan(unit, range.low, range.high);

  const readAll = (typed: string) => {
    const numbers = typed
      .replace(/[^\d,.–-]/g, '')
      .split(/[–-]/)
      .map((part) => Number(part.replace(',', '.')) / (unit === 'ratio' || unit === 'points' ? 100 : 1));
    return typed.trim() === '' || numbers.some((x) => !Number.isFinite(x))
      ? ({ kind: 'problem', words: `”${typed}”` } as const)
      : ({ kind: 'understood', words: numbers.map(text).join('–'), meaning: numbers } as const);
  };

  return {
    label,
    explanation,
    hint: uncertain ? words.hint[kinds[unit]] : '',
    base: slider,
    rule: { step, hard: limits, whole },
    uncertain,
    text,
    exact: (value) => (value === null ? '' : formats.valueExactly(unit, value)),
    rangeText,
    readNumber: (typed) => {
      const reading = readAll(typed);
      return reading.kind === 'problem' ? reading : { ...reading, meaning: reading.meaning[0] ?? 0 };
    },
    read: (present) => (typed) => {
      if (driver === 'newCustomersPerYear' && typed.trim() === '') {
        return { kind: 'understood', words: words.asManyAsLeave, meaning: { value: null, range: null } };
      }
      const reading = readAll(typed);
      if (reading.kind === 'problem') return reading;
      const [low = 0, high] = reading.meaning;
      if (high !== undefined) {
        const range = suggestRange(low, high, limits);
        return { ...reading, meaning: { value: medianOf(driver, range), range } };
      }
      const range =
        present.range && present.value !== null ? moveRange(present.range, present.value, low) : present.range;
      return { ...reading, meaning: { value: low, range } };
    },
  };
}
