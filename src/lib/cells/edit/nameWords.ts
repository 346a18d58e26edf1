import type { NameProblem } from '$lib/notebook/renameCell';
import type { Language } from '$lib/i18n/language';
import { messages } from './messages';

/** Why a text cannot be a name, in a sentence. */
export function nameWords(problem: NameProblem, language: Language): string {
  const say = messages[language];
  switch (problem.tag) {
    case 'empty':
      return say.emptyName;
    case 'tooLong':
      return say.tooLongName({ most: problem.most });
    case 'notName':
      return say.notName;
    case 'taken':
      return say.takenName({ name: problem.name });
  }
}
