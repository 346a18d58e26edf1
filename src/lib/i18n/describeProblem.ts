import type { Unit } from '$lib/scenario/drivers';
import type { EntryProblem } from './entry';
import type { Formats } from './formats';
import { defineMessages } from './language';

const messages = defineMessages({
  fi: {
    empty: 'Kenttä on tyhjä.',
    notNumber: ({ text }: { text: string }) => `”${text}” ei ole luku.`,
    grouping: ({ text }: { text: string }) => `Luvun ”${text}” voi lukea monella tavalla.`,
    belowLimit: ({ limit }: { limit: string }) => `Pienin mahdollinen arvo on ${limit}.`,
    aboveLimit: ({ limit }: { limit: string }) => `Suurin mahdollinen arvo on ${limit}.`,
    tooLarge: 'Luku on liian suuri.',
    lowAboveHigh: ({ low, high }: { low: string; high: string }) => `Alaraja ${low} on suurempi kuin yläraja ${high}.`,
    wrongUnit: ({ written }: { written: string }) => `Yksikkö ”${written}” ei sovi tähän kenttään.`,
    notWhole: 'Tähän sopii vain kokonaisluku.',
    rangeNotOffered: 'Tähän annetaan yksi luku, ei vaihteluväliä.',
    noPercentOfZero: 'Nollasta ei voi laskea prosentuaalista väliä.',
    nothingToVary: 'Merkintä ± tarvitsee luvun, jonka ympärille väli lasketaan.',
    stillApplies: ({ value }: { value: string }) => `Arvo ${value} on yhä voimassa.`,
    autoStillApplies: 'Uusia asiakkaita tulee yhä yhtä monta kuin lähtee.',
    write: ({ examples }: { examples: string }) => `Kirjoita esimerkiksi ${examples}`,
    or: ' tai ',
  },
  en: {
    empty: 'The field is empty.',
    notNumber: ({ text }) => `“${text}” is not a number.`,
    grouping: ({ text }) => `“${text}” can be read in several ways.`,
    belowLimit: ({ limit }) => `The least possible value is ${limit}.`,
    aboveLimit: ({ limit }) => `The largest possible value is ${limit}.`,
    tooLarge: 'The number is too large.',
    lowAboveHigh: ({ low, high }) => `The low end, ${low}, is above the high end, ${high}.`,
    wrongUnit: ({ written }) => `The unit “${written}” does not fit this field.`,
    notWhole: 'Only a whole number fits here.',
    rangeNotOffered: 'This takes one number, not a range.',
    noPercentOfZero: 'A percentage of zero gives no range.',
    nothingToVary: 'The sign ± needs a number to make a range around.',
    stillApplies: ({ value }) => `${value} still applies.`,
    autoStillApplies: 'As many new customers as leave still come.',
    write: ({ examples }) => `Write for example ${examples}`,
    or: ' or ',
  },
});

export interface ProblemContext {
  readonly unit: Unit;
  readonly formats: Formats;
  /** The value that stays in force; `null` for "as many as leave". */
  readonly current: number | null;
  /** As in the driver's definition; they choose the example. */
  readonly whole?: boolean;
  readonly uncertain?: boolean;
}

/**
 * What happened, what still applies, what can be written.
 *
 * @example
 * describeProblem({ tag: 'notNumber', text: 'abc' }, { unit: 'ratio', formats, current: 0.074 })
 * // '”abc” ei ole luku. Arvo 7,4 % on yhä voimassa. Kirjoita esimerkiksi 7,4 % tai 5–10 %.'
 */
export function describeProblem(problem: EntryProblem, context: ProblemContext): string {
  const { unit, formats, current, whole = false, uncertain = true } = context;
  const say = messages[formats.language];
  const still =
    current === null ? say.autoStillApplies : say.stillApplies({ value: formats.value(unit, current, whole) });
  const write = (rangeToo: boolean): string => {
    const examples = exampleEntries(context, rangeToo && uncertain).join(say.or);
    return ended(say.write({ examples }));
  };
  return `${ended(whatHappened(problem, context))} ${still}${hasOwnRemedy(problem) ? '' : ` ${write(problem.tag !== 'rangeNotOffered')}`}`;
}

/** Texts that can be written in such a field. */
export function exampleEntries(
  { unit, formats, whole = false }: Pick<ProblemContext, 'unit' | 'formats' | 'whole'>,
  rangeToo: boolean,
): readonly string[] {
  const [value, low, high] = unit === 'months' && whole ? ([36, 24, 48] as const) : examples[unit];
  const point = formats.value(unit, value, whole);
  return rangeToo ? [point, formats.valueSpan(unit, low, high)] : [point];
}

const examples: Readonly<Record<Unit, readonly [value: number, low: number, high: number]>> = {
  money: [60_000, 50_000, 70_000],
  moneyPerYear: [18_000_000, 15_000_000, 20_000_000],
  moneyPerMonth: [1500, 1000, 2000],
  count: [400, 350, 450],
  countPerYear: [40, 30, 50],
  ratio: [0.074, 0.05, 0.1],
  points: [0.02, 0.01, 0.03],
  months: [3.5, 2, 6],
};

/** The limit says by itself what can be written. */
function hasOwnRemedy({ tag }: EntryProblem): boolean {
  return tag === 'belowLimit' || tag === 'aboveLimit';
}

function whatHappened(problem: EntryProblem, { unit, formats }: ProblemContext): string {
  const say = messages[formats.language];
  switch (problem.tag) {
    case 'empty':
    case 'notWhole':
    case 'rangeNotOffered':
      return say[problem.tag];
    case 'notNumber':
    case 'grouping':
      return say[problem.tag]({ text: excerpt(problem.text) });
    case 'belowLimit':
      return say.belowLimit({ limit: formats.valueExactly(unit, problem.limit) });
    case 'aboveLimit':
      return problem.limit >= 1e15
        ? say.tooLarge
        : say.aboveLimit({ limit: formats.valueExactly(unit, problem.limit) });
    case 'lowAboveHigh': {
      const [low, high] = [formats.valueExactly(unit, problem.low), formats.valueExactly(unit, problem.high)];
      return say.lowAboveHigh({ low, high });
    }
    case 'wrongUnit':
      return say.wrongUnit({ written: excerpt(problem.written) });
    case 'noCentre':
      return problem.value === 0 ? say.noPercentOfZero : say.nothingToVary;
  }
}

/** "2,0 %-yks." already ends in the full stop of its sentence. */
function ended(sentence: string): string {
  return sentence.replace(/\.*$/, '.');
}

const excerptLength = 24;

/** Enough of a person's text to know it by; what does not show, or turns the line round, is left out. */
function excerpt(text: string): string {
  const shown = [...text.replace(/[\p{C}\s]+/gu, ' ').trim()];
  return shown.length > excerptLength
    ? `${shown
        .slice(0, excerptLength - 1)
        .join('')
        .trimEnd()}…`
    : shown.join('');
}
