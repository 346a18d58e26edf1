import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { dependencyWords, nameOfPair } from '$lib/i18n/dependencyWords';
import type { Language } from '$lib/i18n/language';
import { withCell, withSampler, type Notebook } from '$lib/notebook/notebook';
import { isBetween, type Dependency } from '$lib/scenario/dependencies';
import { defaultSampler } from '$lib/simulation/result';
import type { Change } from './changes';
import { relateDrivers } from './scenario/relateDrivers';

/** How trials are drawn, where it differs: pair by pair, then sampler and seed. */
export function drawChanges(notebook: Notebook, origin: Notebook, language: Language): Change[] {
  const pairs = notebook.cells.flatMap((cell) => {
    const before = origin.cells.find(({ id }) => id === cell.id);
    if (cell.kind !== 'scenario' || before?.kind !== 'scenario') return [];
    return pairChanges(cell as ScenarioCell, before as ScenarioCell, language);
  });
  return [...pairs, ...samplingChanges(notebook, origin, language)];
}

function pairChanges(
  { id, correlations: now = [] }: ScenarioCell,
  { correlations: then = [] }: ScenarioCell,
  language: Language,
): Change[] {
  const words = dependencyWords[language];
  const strengthIn = (pairs: readonly Dependency[], { a, b }: Dependency) => {
    const stated = pairs.find((pair) => isBetween(pair, a, b));
    return stated ? words.strength[stated.strength] : words.independent;
  };
  const added = now.filter(({ a, b }) => !then.some((pair) => isBetween(pair, a, b)));
  return [...then, ...added].flatMap((pair) => {
    const [from, to] = [strengthIn(then, pair), strengthIn(now, pair)];
    if (from === to) return [];
    const before = then.find(({ a, b }) => isBetween(pair, a, b))?.strength ?? null;
    const back = (notebook: Notebook) =>
      withCell<ScenarioCell>(notebook, id, (cell) => relateDrivers(cell, pair.a, pair.b, before));
    return [
      { key: `${id}.${pair.a}.${pair.b}`, name: nameOfPair(pair, language).replaceAll('\u00ad', ''), from, to, back },
    ];
  });
}

function samplingChanges(now: Notebook, then: Notebook, language: Language): Change[] {
  const words = dependencyWords[language];
  const samplerOf = ({ sampler = defaultSampler }: Notebook) => sampler;
  const sampler = {
    key: 'sampler',
    name: words.sampling,
    from: words.sampler[samplerOf(then)],
    to: words.sampler[samplerOf(now)],
    back: (notebook: Notebook) => withSampler(notebook, samplerOf(then)),
  };
  const seed = {
    key: 'seed',
    name: words.seed,
    from: String(then.seed),
    to: String(now.seed),
    back: (notebook: Notebook) => ({ ...notebook, seed: then.seed }),
  };
  return [sampler, seed].filter(({ from, to }) => from !== to);
}
