import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { dependencyWords, nameOfPair } from '$lib/i18n/dependencyWords';
import type { Language } from '$lib/i18n/language';
import type { Notebook } from '$lib/notebook/notebook';
import { isBetween, type Dependency } from '$lib/scenario/dependencies';
import { defaultSampler } from '$lib/simulation/result';
import type { Change } from './changes';

/** How trials are drawn, where it differs: pair by pair, then sampler and seed. */
export function drawChanges(notebook: Notebook, origin: Notebook, language: Language): Change[] {
  const pairs = notebook.cells.flatMap((cell) => {
    const before = origin.cells.find(({ id }) => id === cell.id);
    if (cell.kind !== 'scenario' || before?.kind !== 'scenario') return [];
    return pairChanges((cell as ScenarioCell).correlations, (before as ScenarioCell).correlations, language);
  });
  return [...pairs, ...samplingChanges(notebook, origin, language)];
}

function pairChanges(now: readonly Dependency[] = [], then: readonly Dependency[] = [], language: Language): Change[] {
  const words = dependencyWords[language];
  const strengthIn = (pairs: readonly Dependency[], { a, b }: Dependency) => {
    const stated = pairs.find((pair) => isBetween(pair, a, b));
    return stated ? words.strength[stated.strength] : words.independent;
  };
  const added = now.filter(({ a, b }) => !then.some((pair) => isBetween(pair, a, b)));
  return [...then, ...added].flatMap((pair) => {
    const [from, to] = [strengthIn(then, pair), strengthIn(now, pair)];
    return from === to ? [] : [{ name: nameOfPair(pair, language).replaceAll('\u00ad', ''), from, to }];
  });
}

function samplingChanges(now: Notebook, then: Notebook, language: Language): Change[] {
  const words = dependencyWords[language];
  const samplerOf = ({ sampler = defaultSampler }: Notebook) => words.sampler[sampler];
  return [
    { name: words.sampling, from: samplerOf(then), to: samplerOf(now) },
    { name: words.seed, from: String(then.seed), to: String(now.seed) },
  ].filter(({ from, to }) => from !== to);
}
