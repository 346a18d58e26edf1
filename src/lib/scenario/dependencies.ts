import type { DriverKey } from './drivers';

/** How two uncertain drivers go together, in the plain words a reader chooses from; independent pairs are not stored. */
export type DependencyStrength = keyof typeof dependencyRanks;

/**
 * The rank (Spearman) correlation each word stands for. The two steps can be told apart in counted futures: of any two,
 * the one with the higher first driver has the higher second one too in 64 % (some) and 80 % (strong), instead of 50 %;
 * ½ + asin(2·sin(πρ/6))/π. A stronger step would make two assumptions one.
 */
export const dependencyRanks = { some: 0.4, strong: 0.8, someOpposite: -0.4, opposite: -0.8 } as const;
export const dependencyStrengths = Object.keys(dependencyRanks) as readonly DependencyStrength[];

/** What a reader states of two drivers. */
export interface Dependency {
  readonly a: DriverKey;
  readonly b: DriverKey;
  readonly strength: DependencyStrength;
}

/** Nothing depends on anything: always this one list, so that "none" is recognised as unchanged. */
const none: readonly never[] = [];
const asked = new WeakMap<
  readonly Dependency[],
  readonly { readonly a: DriverKey; readonly b: DriverKey; readonly rank: number }[]
>();

/** The rank correlations to simulate. The same list gives the same object, so that a simulation knows its case again. */
export function toRankCorrelations(
  dependencies: readonly Dependency[] | undefined,
): readonly { readonly a: DriverKey; readonly b: DriverKey; readonly rank: number }[] {
  if (!dependencies) return none;
  const known = asked.get(dependencies);
  if (known) return known;
  const correlations = dependencies.map(({ a, b, strength }) => ({ a, b, rank: dependencyRanks[strength] }));
  asked.set(dependencies, correlations);
  return correlations;
}

/** Whether it is about these two drivers, in either order. */
export function isBetween({ a, b }: Pick<Dependency, 'a' | 'b'>, one: DriverKey, other: DriverKey): boolean {
  return (a === one && b === other) || (a === other && b === one);
}
