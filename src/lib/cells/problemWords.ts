import { defineMessages, type Language } from '$lib/i18n/language';
import type { CellProblem } from '$lib/notebook/evaluateNotebook';

const messages = defineMessages({
  fi: {
    and: ' ja ',
    cycle: ({ names }: { names: string }) => `${names} tarvitsevat toisiaan. Muut solut toimivat.`,
    self: ({ name }: { name: string }) => `${name} tarvitsee itseään. Muut solut toimivat.`,
    unknown: ({ name }: { name: string }) => `Nimeä ”${name}” ei ole.`,
    unknownNear: ({ name, nearest }: { name: string; nearest: string }) =>
      `Nimeä ”${name}” ei ole. Lähin on ”${nearest}”.`,
    duplicate: ({ name }: { name: string }) => `Nimi ”${name}” on jo ylempänä, ja muut solut lukevat sitä.`,
    nothingChosen: 'Valitse, mitä tässä näytetään.',
    sourceAtFault: ({ name }: { name: string }) =>
      `Solussa ”${name}” on korjattavaa, joten tässä ei ole vielä näytettävää.`,
    unsuitable: ({ name }: { name: string }) => `”${name}” ei ole skenaario, joten sitä ei voi näyttää tässä.`,
    use: ({ name }: { name: string }) => `Käytä nimeä ”${name}”`,
  },
  en: {
    and: ' and ',
    cycle: ({ names }) => `${names} need each other. Other cells work.`,
    self: ({ name }) => `${name} needs itself. Other cells work.`,
    unknown: ({ name }) => `There is no “${name}”.`,
    unknownNear: ({ name, nearest }) => `There is no “${name}”. The nearest is “${nearest}”.`,
    duplicate: ({ name }) => `The name “${name}” is already in use above, and other cells read that one.`,
    nothingChosen: 'Choose what to show here.',
    sourceAtFault: ({ name }) => `The cell “${name}” needs mending first, so there is nothing to show here yet.`,
    unsuitable: ({ name }) => `“${name}” is not a scenario, so it cannot be shown here.`,
    use: ({ name }) => `Use “${name}”`,
  },
});

/** What is wrong with a cell, in a sentence or two. */
export function problemWords(problem: CellProblem, language: Language): string {
  const say = messages[language];
  switch (problem.tag) {
    case 'cycle': {
      const [first = '', ...others] = problem.names;
      if (others.length === 0) return say.self({ name: first });
      const last = others.at(-1)!;
      return say.cycle({ names: [first, ...others.slice(0, -1)].join(', ') + say.and + last });
    }
    case 'unknownName':
      return problem.nearest === null
        ? say.unknown({ name: problem.name })
        : say.unknownNear({ name: problem.name, nearest: problem.nearest });
    case 'duplicateName':
      return say.duplicate({ name: problem.name });
    case 'nothingChosen':
      return say.nothingChosen;
    case 'sourceAtFault':
      return say.sourceAtFault({ name: problem.name });
    case 'unsuitable':
      return say.unsuitable({ name: problem.name });
  }
}

/** What the link that mends it says. */
export function remedyWords(nearest: string, language: Language): string {
  return messages[language].use({ name: nearest });
}
