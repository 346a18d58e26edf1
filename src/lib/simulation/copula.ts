import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import { cholesky } from '$lib/uncertainty/cholesky';
import { toPearsonCorrelation, toRankCorrelation } from '$lib/uncertainty/correlation';
import { nearestCorrelation } from '$lib/uncertainty/nearestCorrelation';
import type { RankCorrelation, SimulationRequest } from './result';

/** How correlated drivers are drawn: independent normal scores z become `factor`·z. */
export interface Copula {
  /** In the order of the driver table. */
  readonly drivers: readonly DriverKey[];
  /** Lower triangle, a row per driver. */
  readonly factor: readonly (readonly number[])[];
  /** The correlations that are simulated: those asked for, or the nearest that are possible together. */
  readonly achieved: readonly RankCorrelation[];
  /** Largest difference between a rank correlation asked for and the one simulated; 0 when the wishes go together. */
  readonly moved: number;
}

/**
 * The Gaussian copula of a request's rank correlations (model.md 6), or `null` when it has none. Wishes that cannot be
 * true together are moved to the nearest that can (Higham 2002); the last wish for a pair counts.
 *
 * @example toCopula({ ranges, correlations: [{ a: 'annualChurn', b: 'grossMargin', rank: -0.4 }] })?.moved // 0
 */
export function toCopula({
  ranges,
  dimensions = {},
  correlations = [],
}: Pick<SimulationRequest, 'ranges' | 'dimensions' | 'correlations'>): Copula | null {
  const isOwn = (key: DriverKey) => ranges[key] !== undefined && dimensions[key] === undefined;
  const asked = correlations.filter(({ a, b }) => a !== b && isOwn(a) && isOwn(b));
  const drivers = driverKeys.filter((key) => asked.some(({ a, b }) => a === key || b === key));
  if (drivers.length === 0) return null;
  const wished = drivers.map((_, i) => drivers.map((_, j): number => (i === j ? 1 : 0)));
  for (const { a, b, rank } of asked) {
    const [i, j] = [drivers.indexOf(a), drivers.indexOf(b)];
    wished[i]![j] = wished[j]![i] = toPearsonCorrelation(rank);
  }
  const key = JSON.stringify([drivers, wished]);
  const known = solved.get(key);
  if (known) return known;
  if (solved.size === mostSolved) solved.delete(solved.keys().next().value!);
  const copula = solve(drivers, wished);
  solved.set(key, copula);
  return copula;
}

/**
 * The last copulas: wishes far from possible take tenths of a second, and every run asks for the same ones again, twice, where
 * nothing can stop it.
 */
const solved = new Map<string, Copula>();
const mostSolved = 8;

function solve(drivers: readonly DriverKey[], wished: readonly (readonly number[])[]): Copula {
  const possible = nearestCorrelation(wished);
  // The nearest possible lies on the edge of what is possible, where rounding may leave a pivot below zero.
  const factor = cholesky(possible) ?? cholesky(inside(possible));
  if (!factor) throw new Error(`not a correlation matrix: ${JSON.stringify(possible)}`);

  const achieved: RankCorrelation[] = [];
  let moved = 0;
  drivers.forEach((a, i) =>
    drivers.forEach((b, j) => {
      if (j <= i) return;
      const rank = toRankCorrelation(possible[i]![j]!);
      const change = Math.abs(rank - toRankCorrelation(wished[i]![j]!));
      moved = Math.max(moved, change);
      if (wished[i]![j] !== 0 || change > 0) achieved.push({ a, b, rank });
    }),
  );
  // What the iteration leaves of a matrix that was possible all along is no news for the reader.
  return { drivers, factor, achieved, moved: moved < 1e-9 ? 0 : moved };
}

/** A hair nearer to independence: no eigenvalue is below 10⁻⁹ any more, far more than rounding takes. */
function inside(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((row, i) => row.map((x, j) => (i === j ? x : x * (1 - 1e-9))));
}
