import { describeEntry } from '$lib/i18n/describeEntry';
import { describeProblem, exampleEntries } from '$lib/i18n/describeProblem';
import type { Entry } from '$lib/i18n/entry';
import { parseEntry } from '$lib/i18n/parseEntry';
import { moveRange } from '$lib/uncertainty/moveRange';
import type { Range } from '$lib/uncertainty/range';
import { suggestShape } from '$lib/uncertainty/suggestRange';
import type { ControlledValue, DriverControl, Figures, Tongue } from './driverControl';
import { messages } from './messages';
import type { Read } from './reading';

/** What typing needs of a driver: loaded when somebody types, because most only drag. */
export interface DriverEntry {
  /** What may be typed, as examples. */
  readonly hint: (value: number | null) => string;
  /** What a range says, in words. */
  readonly describe: (range: Range) => string;
  /** Reads a figure or a range typed over the present figures. */
  readonly read: (present: Figures) => Read<Figures>;
  /** Reads one number typed over the present one. */
  readonly readNumber: (present: number) => Read<number>;
}

/** @param control how the driver's ranges are written, and what a stated one comes to */
export function toDriverEntry(
  { unit, limits, whole, uncertain, allowsAuto }: ControlledValue,
  { language, formats, currency }: Tongue,
  { rangeText, stated }: Pick<DriverControl, 'rangeText' | 'stated'>,
): DriverEntry {
  const words = messages[language];

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

  const options = { unit, limits, whole, uncertain, language, currency, allowsAuto };
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
    hint: (value) => {
      const examples = exampleEntries(context, uncertain);
      const relative = uncertain && value ? [`±${formats.percent(0.1)}`] : [];
      return words.hint({ examples: [...examples, ...relative].join(' · ') });
    },
    describe: ({ low, high, ends, mode }) =>
      describeEntry({ kind: 'range', low, high, ends, ...(mode !== undefined && { mode }) }, { unit, formats }).text,
    read,
    readNumber,
  };
}
