import { checkFormula, withoutEquals, type FormulaPlace } from '$lib/cells/formula/checkFormula';
import { problemWords, warningWords } from '$lib/cells/formula/problemWords';
import type { Reading } from '$lib/components/controls/reading';
import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import { valueUnitWord } from '$lib/i18n/valueUnitWords';
import { publishedAt } from '$lib/notebook/evaluateNotebook';
import { evaluatePoint } from '$lib/notebook/expression/evaluateExpression';
import { toNotation } from '$lib/notebook/expression/notation';
import { parseStored } from '$lib/notebook/expression/parseStored';
import { printExpression } from '$lib/notebook/expression/printExpression';
import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import { bindingWarnings, driverProblem, type BindingProblem, type BindingWarning, type Bound } from './bindings';

const messages = defineMessages({
  fi: {
    reads: ({ value }: { value: string }) => `Nyt ${value}. Seuraa kaavaa.`,
    stillApplies: 'Aiempi arvo on yhä voimassa.',
    ownApplies: 'Oma arvo on voimassa.',
    unknownPath: ({ path }: { path: string }) => `Arvoa ”${path}” ei ole.`,
    noValue: 'Kaavalla ei ole nyt arvoa.',
    outOfLimits: ({ low, high }: { low: string; high: string }) => `Arvon on oltava välillä ${low} – ${high}.`,
    notWhole: 'Arvon on oltava kokonaisluku.',
    notFormula: 'Kaavaa ei voi lukea.',
    atLeast: ({ low }: { low: string }) => `Arvon on oltava vähintään ${low}.`,
    otherUnit: ({ gives, takes }: { gives: string; takes: string }) =>
      `Kaavasta tulee ${gives}, vaikka tähän kuuluu ${takes}.`,
    spread: {
      none: '',
      carried: 'Vaihtelee sen mukana, mitä kaava lukee.',
      leftOut: 'Luetaan arvio ilman vaihteluväliä: näin laskettuna väli ei säilyisi samanmuotoisena.',
    },
  },
  en: {
    reads: ({ value }) => `Now ${value}. Follows the formula.`,
    stillApplies: 'The value before it still applies.',
    ownApplies: 'Its own value applies.',
    unknownPath: ({ path }) => `There is no value “${path}”.`,
    noValue: 'The formula has no value now.',
    outOfLimits: ({ low, high }) => `The value must be between ${low} and ${high}.`,
    notWhole: 'The value must be a whole number.',
    notFormula: 'The formula cannot be read.',
    atLeast: ({ low }) => `The value must be at least ${low}.`,
    otherUnit: ({ gives, takes }) => `The formula gives ${gives}, but this takes ${takes}.`,
    spread: {
      none: '',
      carried: 'Varies with what the formula reads.',
      leftOut: 'The estimate is read, without its range: computed like this, the range would not keep its shape.',
    },
  },
});

/** Reads what somebody typed in a driver's field after "=", in their notation; the meaning is the formula as it is stored. */
export function readBinding(text: string, key: DriverKey, place: FormulaPlace, formats: Formats): Reading<string> {
  const say = messages[formats.language];
  const notation = toNotation(formats.language);
  const fault = (words: string) => ({ kind: 'problem', words: `${words} ${say.stillApplies}` }) as const;
  const checked = checkFormula(withoutEquals(text), notation, place);
  if (!checked.ok) return fault(problemWords(checked.problem, formats));
  const { notebook, evaluation } = place;
  const value = evaluatePoint(checked.value, (path) => publishedAt(notebook, evaluation, path)?.value ?? null);
  const problem = driverProblem(key, value);
  if (problem) return fault(bindingWords(problem, key, formats));
  const unitOfName = (path: string) => publishedAt(notebook, evaluation, path)?.unit ?? null;
  const warnings = bindingWarnings(checked.value, key, unitOfName);
  const shown = formats.value(driverTable[key].unit, value!, driverTable[key].whole);
  return {
    kind: 'understood',
    words: [say.reads({ value: shown }), ...warnings.map((warning) => bindingWarning(warning, formats))].join(' '),
    meaning: printExpression(checked.value, 'canonical'),
  };
}

function bindingWarning(warning: BindingWarning, formats: Formats): string {
  const { language } = formats;
  if (warning.tag !== 'otherUnit') return warningWords(warning, formats);
  return messages[language].otherUnit({
    gives: valueUnitWord(warning.gives, language),
    takes: valueUnitWord(warning.takes, language),
  });
}

function bindingWords(problem: BindingProblem, key: DriverKey, formats: Formats): string {
  const say = messages[formats.language];
  switch (problem.tag) {
    case 'expression':
      return say.notFormula;
    case 'unknownPath':
      return say.unknownPath({ path: problem.path });
    case 'noValue':
      return say.noValue;
    case 'outOfLimits': {
      const { unit, limits, whole } = driverTable[key];
      const [low, high] = [formats.value(unit, limits[0], whole), formats.value(unit, limits[1], whole)];
      // An upper limit no business comes near would only puzzle.
      if (limits[1] > 1e12) return say.atLeast({ low });
      return say.outOfLimits({ low, high });
    }
    case 'notWhole':
      return say.notWhole;
  }
}

/** A binding as its row shows it: the formula in the reader's notation, and what must be known of it. */
export function boundWords(
  { expression, problem, spread, warnings }: Bound,
  key: DriverKey,
  formats: Formats,
): { readonly text: string; readonly note: string } {
  const say = messages[formats.language];
  const parsed = parseStored(expression);
  const text = `= ${parsed.ok ? printExpression(parsed.value, toNotation(formats.language)) : expression}`;
  if (problem) return { text, note: `${bindingWords(problem, key, formats)} ${say.ownApplies}` };
  const notes = warnings.map((warning) => bindingWarning(warning, formats));
  return { text, note: [...notes, say.spread[spread]].filter((words) => words !== '').join(' ') };
}
