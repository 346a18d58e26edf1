import { describeEntry } from '$lib/i18n/describeEntry';
import { describeProblem, exampleEntries } from '$lib/i18n/describeProblem';
import { driverWords } from '$lib/i18n/driverWords';
import type { Entry } from '$lib/i18n/entry';
import type { Formats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';
import { parseEntry } from '$lib/i18n/parseEntry';
import { driverTable, type DriverKey, type Unit } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { checkRange } from '$lib/uncertainty/checkRange';
import type { Distribution } from '$lib/uncertainty/distribution';
import { moveRange } from '$lib/uncertainty/moveRange';
import type { Range } from '$lib/uncertainty/range';
import { suggestShape } from '$lib/uncertainty/suggestRange';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { messages } from './messages';
import type { Read } from './reading';
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

/** A driver as its controls need it: how it steps, how it is written and how it is read. */
export interface DriverControl {
  readonly label: string;
  readonly explanation: string;
  readonly base: Limits;
  readonly rule: StepRule;
  readonly uncertain: boolean;
  /** What may be typed, as examples. */
  readonly hint: (value: number | null) => string;
  /** The value as it is shown, and as it is edited. */
  readonly text: (value: number | null) => string;
  readonly exact: (value: number | null) => string;
  /** The two ends, and what they say in words. */
  readonly rangeText: (range: Range) => string;
  readonly describe: (range: Range) => string;
  /** What makes a range impossible, in words. */
  readonly rangeProblem: (range: Range) => string | null;
  readonly toDistribution: (range: Range) => Distribution;
  /** A range and the value that goes with it: its median. */
  readonly stated: (range: Range) => Figures;
  /** Reads a figure or a range typed over the present figures. */
  readonly read: (present: Figures) => Read<Figures>;
  /** Reads one number typed over the present one. */
  readonly readNumber: (present: number) => Read<number>;
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

export function toDriverControl(driver: DriverKey, { language, formats, currency }: Tongue): DriverControl {
  const definition = driverTable[driver];
  const { unit, limits, slider, step, whole, uncertain } = definition;
  const words = messages[language];

  const text = (value: number | null) => (value === null ? words.asManyAsLeave : formats.value(unit, value, whole));
  const exact = (value: number | null) => (value === null ? '' : formats.valueExactly(unit, value));
  /** A range that has moved past what the driver can be ends there. */
  const within = (x: number) => Math.min(Math.max(x, limits[0]), limits[1]);
  const rangeText = ({ low, high }: Range) => formats.valueSpan(unit, ...asStated(unit, within(low), within(high)));
  const distributionOf = (range: Range) => toDistribution(range, rangeLimits(driver, range));
  const stated = (range: Range): Figures =>
    range.low === range.high
      ? { value: range.low, range: null }
      : { value: Number(distributionOf(range).quantile(0.5).toPrecision(4)), range };

  /** A typed point takes its range along; a typed range takes the value to its median, or to the middle that was typed. */
  const toFigures = (entry: Entry, present: Figures): Figures => {
    switch (entry.kind) {
      case 'auto':
        return { value: null, range: null };
      case 'point': {
        const { value, range } = present;
        const moved = range && value !== null ? moveRange(range, value, entry.value) : null;
        return { value: entry.value, range: moved, follows: true };
      }
      case 'range': {
        const { low, high, mode, centre, ends } = entry;
        const shape = entry.shape ?? suggestShape(low, high, limits, mode);
        const figures = stated({ shape, ends, low, high, ...(mode !== undefined && { mode }) });
        return centre === undefined ? figures : { ...figures, value: centre };
      }
    }
  };
  const sentence = (said: string) => said.replace(/\.*$/, '.');
  const sayEntry = (entry: Entry, figures: Figures): string => {
    const said = describeEntry(entry, { unit, formats }).text;
    // Which of two readings was taken matters more than what follows from it.
    if (entry.kind !== 'point' || !figures.range || entry.alternative !== undefined) return said;
    return `${sentence(said)} ${words.rangeFollows({ range: rangeText(figures.range) })}`;
  };

  const options = { unit, limits, whole, uncertain, language, currency, allowsAuto: definition.default === null };
  const context = { unit, formats, whole, uncertain };

  const read =
    (present: Figures): Read<Figures> =>
    (typed) => {
      const { value } = present;
      const entry = parseEntry(typed, { ...options, value });
      if (!entry.ok) return { kind: 'problem', words: describeProblem(entry.problem, { ...context, current: value }) };
      const meaning = toFigures(entry.value, present);
      const { alternativeText: offer, alternative } = describeEntry(entry.value, { unit, formats });
      const understood = { kind: 'understood', words: sayEntry(entry.value, meaning), meaning } as const;
      if (offer === undefined || !alternative) return understood;
      const otherMeaning = toFigures(alternative, present);
      return { ...understood, other: { offer, words: sayEntry(alternative, otherMeaning), meaning: otherMeaning } };
    };

  const readNumber =
    (present: number): Read<number> =>
    (typed) => {
      const plain = { ...options, uncertain: false, allowsAuto: false, value: present };
      const entry = parseEntry(typed, plain);
      if (!entry.ok) {
        const said = describeProblem(entry.problem, { ...context, uncertain: false, current: present });
        return { kind: 'problem', words: said };
      }
      const { text: said, alternativeText: offer, alternative } = describeEntry(entry.value, { unit, formats });
      const number = (meant: Entry) => (meant.kind === 'point' ? meant.value : present);
      const understood = { kind: 'understood', words: said, meaning: number(entry.value) } as const;
      if (offer === undefined || !alternative) return understood;
      const other = { offer, words: describeEntry(alternative, { unit, formats }).text, meaning: number(alternative) };
      return { ...understood, other };
    };

  return {
    ...driverWords[language][driver],
    base: slider,
    rule: { step, hard: limits, whole },
    uncertain,
    hint: (value) => {
      const examples = exampleEntries(context, uncertain);
      const relative = uncertain && value ? [`±${formats.percent(0.1)}`] : [];
      return words.hint({ examples: [...examples, ...relative].join(' · ') });
    },
    text,
    exact,
    rangeText,
    describe: ({ low, high, ends, mode }) =>
      describeEntry({ kind: 'range', low, high, ends, ...(mode !== undefined && { mode }) }, { unit, formats }).text,
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
    read,
    readNumber,
  };
}
