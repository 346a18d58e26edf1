import { driverWords } from '$lib/i18n/driverWords';
import type { Formats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';
import { driverTable, type DriverKey, type Unit } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { checkRange } from '$lib/uncertainty/checkRange';
import type { Distribution } from '$lib/uncertainty/distribution';
import type { Range } from '$lib/uncertainty/range';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import type { DriverEntry } from './driverEntry';
import { entryReader } from './entryReader.svelte';
import { messages } from './messages';
import { awaited } from './reading';
import type { Limits, StepRule } from './sliderScale';

/** What a driver stands at: a point, or a point with a range around it. `null` value: as many new customers as leave. */
export interface Figures {
  readonly value: number | null;
  readonly range: Range | null;
  /** The value alone was given: a range stated around it moves along, and comes back when the value does. */
  readonly follows?: true;
}

/** In which language and currency a control speaks. */
export interface Tongue {
  readonly language: Language;
  readonly formats: Formats;
  readonly currency: string;
}

/** A number somebody may move and type: a driver of the table, or an input of an author's own. */
export interface ControlledValue {
  readonly label: string;
  readonly explanation: string;
  readonly unit: Unit;
  readonly limits: Limits;
  readonly slider: Limits;
  readonly step: number;
  readonly whole: boolean;
  /** May carry a range. */
  readonly uncertain: boolean;
  /** May be left to the model: "as many as leave". */
  readonly allowsAuto: boolean;
  /** What the distribution of a range is cut to. */
  readonly rangeLimits: (range: Range) => Limits;
}

/**
 * A driver as its controls need it: how it steps, how it is written and how it is read. Until the part for typing has been
 * loaded (the first question begins that), it has no hints or descriptions, and its readings are awaited.
 */
export interface DriverControl extends DriverEntry {
  readonly label: string;
  readonly explanation: string;
  readonly base: Limits;
  readonly rule: StepRule;
  readonly uncertain: boolean;
  /** The value as it is shown, and as it is edited. */
  readonly text: (value: number | null) => string;
  readonly exact: (value: number | null) => string;
  /** The two ends. */
  readonly rangeText: (range: Range) => string;
  /** What makes a range impossible, in words. */
  readonly rangeProblem: (range: Range) => string | null;
  readonly toDistribution: (range: Range) => Distribution;
  /** A range and the value that goes with it: its median. */
  readonly stated: (range: Range) => Figures;
}

/**
 * Sums that nobody stated, such as the ends of a range that moves along with its value, in three digits:
 * `52 500–70 600 €`. Whoever states a sum states it to the cent at most.
 */
function asStated(unit: Unit, low: number, high: number): [low: number, high: number] {
  const isMoney = unit === 'money' || unit === 'moneyPerYear' || unit === 'moneyPerMonth';
  const toCents = [low, high].every((x) => Math.abs(100 * x - Math.round(100 * x)) < 1e-4);
  const short = (x: number) => Number(x.toPrecision(3));
  return isMoney && !toCents ? [short(low), short(high)] : [low, high];
}

export function toDriverControl(driver: DriverKey, tongue: Tongue): DriverControl {
  const definition = driverTable[driver];
  const controlled = {
    ...driverWords[tongue.language][driver],
    ...definition,
    allowsAuto: definition.default === null,
    rangeLimits: (range: Range) => rangeLimits(driver, range),
  };
  return toValueControl(controlled, tongue);
}

export function toValueControl(controlled: ControlledValue, { language, formats, currency }: Tongue): DriverControl {
  const { label, explanation, unit, limits, slider, step, whole, uncertain } = controlled;
  const words = messages[language];

  const text = (value: number | null) => (value === null ? words.asManyAsLeave : formats.value(unit, value, whole));
  const exact = (value: number | null) => (value === null ? '' : formats.valueExactly(unit, value));
  /** A range that has moved past what the driver can be ends there. */
  const within = (x: number) => Math.min(Math.max(x, limits[0]), limits[1]);
  const rangeText = ({ low, high }: Range) => formats.valueSpan(unit, ...asStated(unit, within(low), within(high)));
  const distributionOf = (range: Range) => toDistribution(range, controlled.rangeLimits(range));
  const stated = (range: Range): Figures =>
    range.low === range.high
      ? { value: range.low, range: null }
      : { value: Number(distributionOf(range).quantile(0.5).toPrecision(4)), range };

  let entry: DriverEntry | null = null;
  const reader = (): DriverEntry | null => {
    const module = entryReader();
    return (entry ??=
      module && module.toDriverEntry(controlled, { language, formats, currency }, { rangeText, stated }));
  };

  return {
    label,
    explanation,
    base: slider,
    rule: { step, hard: limits, whole },
    uncertain,
    text,
    exact,
    rangeText,
    rangeProblem: (range) => {
      const problem = checkRange(range);
      switch (problem?.kind) {
        case undefined:
          return null;
        case 'lowAboveHigh':
          return words.lowAboveHigh({ low: text(problem.low), high: text(problem.high) });
        case 'modeOutside':
          return words.modeOutside({ mode: text(problem.mode) });
        case 'lowNotPositive':
          return words.lowNotPositive;
        case 'endsDoNotFit':
          return words.endsDoNotFit;
        case 'notANumber':
        case 'tooLarge':
          return words.tooLarge;
      }
    },
    toDistribution: distributionOf,
    stated,
    hint: (value) => reader()?.hint(value) ?? '',
    describe: (range) => reader()?.describe(range) ?? '',
    read: (present) => (typed) => reader()?.read(present)(typed) ?? awaited,
    readNumber: (present) => (typed) => reader()?.readNumber(present)(typed) ?? awaited,
  };
}
