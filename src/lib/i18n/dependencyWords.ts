import type { Dependency, DependencyStrength } from '$lib/scenario/dependencies';
import type { SamplerName } from '$lib/simulation/result';
import { driverWords } from './driverWords';
import { defineMessages, type Language } from './language';

/** How drivers go together and how trials are drawn, in plain words. */
export const dependencyWords = defineMessages({
  fi: {
    pair: ({ a, b }: { a: string; b: string }) => `${a} ja ${b}`,
    independent: 'ei riippuvuutta',
    strength: {
      some: 'kohtalainen, sama suunta',
      strong: 'vahva, sama suunta',
      someOpposite: 'kohtalainen, vastakkainen suunta',
      opposite: 'vahva, vastakkainen suunta',
    } satisfies Record<DependencyStrength, string>,
    sampling: 'Otanta',
    sampler: { sobol: 'Sobolin pisteet', sfc32: 'satunnaisluvut' } satisfies Record<SamplerName, string>,
    seed: 'Siemenluku',
  },
  en: {
    pair: ({ a, b }) => `${a} and ${b}`,
    independent: 'independent',
    strength: {
      some: 'some, same direction',
      strong: 'strong, same direction',
      someOpposite: 'some, opposite directions',
      opposite: 'strong, opposite directions',
    },
    sampling: 'Sampling',
    sampler: { sobol: 'Sobol’ points', sfc32: 'random numbers' },
    seed: 'Seed',
  },
});

/**
 * A pair of drivers, to begin a sentence with.
 *
 * @example nameOfPair({ a: 'grossMargin', b: 'revenueUplift' }, 'fi') // 'Kateprosentti ja liikevaihdon lisäys'
 */
export function nameOfPair({ a, b }: Pick<Dependency, 'a' | 'b'>, language: Language): string {
  const words = driverWords[language];
  return dependencyWords[language].pair({ a: words[a].label, b: inSentence(words[b].label) });
}

/** A name inside a sentence: driver names begin with words, never with an abbreviation. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
