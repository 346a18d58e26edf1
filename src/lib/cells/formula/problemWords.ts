import { problemWords as notebookProblemWords } from '$lib/cells/problemWords';
import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import { valueUnitWord } from '$lib/i18n/valueUnitWords';
import type { ExpressionProblem } from '$lib/notebook/expression/parseExpression';
import type { UnitWarning } from '$lib/notebook/expression/unitOf';
import type { Missing } from '$lib/notebook/expression/whyMissing';
import type { FormulaProblem } from './checkFormula';

const messages = defineMessages({
  fi: {
    empty: 'Kaava on tyhjä.',
    tooLong: ({ count }: { count: string }) => `Kaava on liian pitkä: siinä saa olla enintään ${count} merkkiä.`,
    tooDeep: 'Sulkeita on liian monta sisäkkäin.',
    unexpected: ({ character, place }: { character: string; place: string }) =>
      `Merkki ”${character}” ei sovi kohtaan ${place}.`,
    missingValue: 'Kaavan lopusta puuttuu luku tai nimi.',
    missingParenthesis: 'Kaavan lopusta puuttuu jotakin, esimerkiksi sulku ”)”.',
    decimalMark: ({ written, meant }: { written: string; meant: string }) =>
      `Luvun ”${written}” desimaalimerkki on tässä pilkku: ${meant}.`,
    separator: 'Funktion arvot erotetaan tässä puolipisteellä ”;”.',
    tooLarge: 'Luku on liian suuri.',
    unknownFunction: ({ name }: { name: string }) => `Funktiota ”${name}” ei ole.`,
    unknownFunctionNear: ({ name, nearest }: { name: string; nearest: string }) =>
      `Funktiota ”${name}” ei ole. Lähin on ”${nearest}”.`,
    argumentCount: ({ name, wanted, given }: { name: string; wanted: string; given: string }) =>
      `Funktiolle ”${name}” annetaan ${wanted}; nyt niitä on ${given}.`,
    wanted: ({ least, most }: { least: number; most: number | null }) =>
      most === least
        ? least === 1
          ? 'yksi arvo'
          : `${least} arvoa`
        : most === null
          ? `vähintään ${least === 1 ? 'yksi arvo' : `${least} arvoa`}`
          : `${least}–${most} arvoa`,
    unknownField: ({ name, field }: { name: string; field: string }) => `Solulla ”${name}” ei ole arvoa ”${field}”.`,
    unknownFieldNear: ({ name, field, nearest }: { name: string; field: string; nearest: string }) =>
      `Solulla ”${name}” ei ole arvoa ”${field}”. Lähin on ”${name}.${nearest}”.`,
    chooseField: ({ name, example }: { name: string; example: string }) =>
      `Solulla ”${name}” on monta arvoa: kirjoita niistä yksi, esimerkiksi ${example}.`,
    noFields: ({ name }: { name: string }) => `Solulla ”${name}” on vain yksi arvo: kirjoita ${name}.`,
    mixed: ({ left, right }: { left: string; right: string }) =>
      `Kaava laskee yhteen tai vertaa eri asioita: ${left} ja ${right}.`,
    yearsAndMonths:
      'Vuosittainen luku ja kuukaudet kohtaavat: tulos on kaksitoistakertainen, ellei vuosilukua jaeta luvulla 12.',
    reads: ({ path }: { path: string }) =>
      `Tulosta ei ole, koska arvoa ”${path}” ei ole: se ei toteudu koskaan tai sitä ei ole määritelty.`,
    divisionByZero: 'Tulosta ei ole, koska jakaja on nolla.',
    noAnswer: ({ name }: { name: string }) =>
      `Tulosta ei ole, koska laskulla ”${name}” ei ole näillä luvuilla vastausta.`,
    missingTooLarge: 'Tulosta ei ole, koska se olisi liian suuri luvuksi.',
  },
  en: {
    empty: 'The formula is empty.',
    tooLong: ({ count }) => `The formula is too long: it may have ${count} characters at most.`,
    tooDeep: 'Too many parentheses inside one another.',
    unexpected: ({ character, place }) => `The character “${character}” does not fit at place ${place}.`,
    missingValue: 'A number or a name is missing at the end.',
    missingParenthesis: 'Something is missing at the end, such as a closing parenthesis.',
    decimalMark: ({ written, meant }) => `The decimal mark of “${written}” is a point here: ${meant}.`,
    separator: 'Arguments of a function are separated by commas here.',
    tooLarge: 'The number is too large.',
    unknownFunction: ({ name }) => `There is no function “${name}”.`,
    unknownFunctionNear: ({ name, nearest }) => `There is no function “${name}”. The nearest is “${nearest}”.`,
    argumentCount: ({ name, wanted, given }) => `The function “${name}” takes ${wanted}; now it has ${given}.`,
    wanted: ({ least, most }) =>
      most === least
        ? least === 1
          ? 'one argument'
          : `${least} arguments`
        : most === null
          ? `at least ${least === 1 ? 'one argument' : `${least} arguments`}`
          : `${least} to ${most} arguments`,
    unknownField: ({ name, field }) => `The cell “${name}” has no value “${field}”.`,
    unknownFieldNear: ({ name, field, nearest }) =>
      `The cell “${name}” has no value “${field}”. The nearest is “${name}.${nearest}”.`,
    chooseField: ({ name, example }) => `The cell “${name}” has several values: write one of them, such as ${example}.`,
    noFields: ({ name }) => `The cell “${name}” has one value only: write ${name}.`,
    mixed: ({ left, right }) => `The formula adds or compares different things: ${left} and ${right}.`,
    yearsAndMonths:
      'A yearly figure meets months: the result is twelve times too much unless the yearly figure is divided by 12.',
    reads: ({ path }) => `There is no result, because “${path}” has no value: it never comes, or is not defined.`,
    divisionByZero: 'There is no result, because the divisor is zero.',
    noAnswer: ({ name }) => `There is no result, because “${name}” has no answer for these numbers.`,
    missingTooLarge: 'There is no result, because it would be too large for a number.',
  },
});

function expressionWords(problem: ExpressionProblem, formats: Formats): string {
  const say = messages[formats.language];
  switch (problem.tag) {
    case 'empty':
      return say.empty;
    case 'tooLong':
      return say.tooLong({ count: formats.count(problem.longest) });
    case 'tooDeep':
      return say.tooDeep;
    case 'unexpected':
      return say.unexpected({ character: problem.character, place: formats.count(problem.position + 1) });
    case 'unfinished':
      return problem.missing === 'value' ? say.missingValue : say.missingParenthesis;
    case 'decimalMark':
      return say.decimalMark({ written: problem.written, meant: problem.meant });
    case 'separator':
      return say.separator;
    case 'tooLarge':
      return say.tooLarge;
    case 'unknownFunction':
      return problem.nearest === null
        ? say.unknownFunction({ name: problem.name })
        : say.unknownFunctionNear({ name: problem.name, nearest: problem.nearest });
    case 'argumentCount': {
      const { name, least, most, given } = problem;
      return say.argumentCount({ name, wanted: say.wanted({ least, most }), given: formats.count(given) });
    }
  }
}

/** What is wrong with a formula, in a sentence or two. */
export function problemWords(problem: FormulaProblem, formats: Formats): string {
  const { language } = formats;
  const say = messages[language];
  switch (problem.tag) {
    case 'expression':
      return expressionWords(problem.problem, formats);
    case 'unknownName':
    case 'sourceAtFault':
    case 'cycle':
      return notebookProblemWords(problem, language);
    case 'unknownField': {
      const { name, field, nearest } = problem;
      return nearest === null ? say.unknownField({ name, field }) : say.unknownFieldNear({ name, field, nearest });
    }
    case 'chooseField':
      return say.chooseField({ name: problem.name, example: problem.example });
    case 'noFields':
      return say.noFields({ name: problem.name });
  }
}

/** A sum of things that do not go together: it is computed, and said. */
export function warningWords(warning: UnitWarning, { language }: Formats): string {
  const say = messages[language];
  if (warning.tag === 'yearsAndMonths') return say.yearsAndMonths;
  return say.mixed({ left: valueUnitWord(warning.left, language), right: valueUnitWord(warning.right, language) });
}

/** Why a formula has no value. */
export function missingWords(missing: Missing, { language }: Formats): string {
  const say = messages[language];
  switch (missing.tag) {
    case 'reads':
      return say.reads({ path: missing.path });
    case 'divisionByZero':
      return say.divisionByZero;
    case 'noAnswer':
      return say.noAnswer({ name: missing.name });
    case 'tooLarge':
      return say.missingTooLarge;
  }
}
