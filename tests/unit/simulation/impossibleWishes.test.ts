import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependencyRanks } from '$lib/scenario/dependencies';
import { driverKeys, driverTable } from '$lib/scenario/drivers';
import { toCopula } from '$lib/simulation/copula';
import type { RankCorrelation } from '$lib/simulation/result';

const uncertain = driverKeys.filter((key) => driverTable[key].uncertain);
const ranges = Object.fromEntries(uncertain.map((key) => [key, { kind: 'uniform', low: 0, high: 1 } as const]));

/** What the factor makes of independent scores, as correlations. */
function correlationsOf(factor: readonly (readonly number[])[]): number[][] {
  return factor.map((a) => factor.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)));
}

function expectFactor(correlations: readonly RankCorrelation[]): void {
  const copula = toCopula({ ranges, correlations })!;
  const found = correlationsOf(copula.factor);
  found.forEach((row, i) => expect(row[i]).toBeCloseTo(1, 6));
  for (const { a, b, rank } of copula.achieved) {
    const pearson = 2 * Math.sin((Math.PI / 6) * rank);
    expect(found[copula.drivers.indexOf(a)]![copula.drivers.indexOf(b)]!).toBeCloseTo(pearson, 5);
  }
}

test('four wishes whose nearest lies where rounding makes a pivot negative', () => {
  const ranks: [number, number, number][] = [
    [0, 1, 0.8],
    [0, 2, 0.8],
    [0, 3, 0.4],
    [1, 2, -0.8],
    [1, 3, -0.4],
    [2, 3, 0.8],
  ];
  const four = ['grossMargin', 'annualChurn', 'investment', 'revenueUplift'] as const;
  expectFactor(ranks.map(([a, b, rank]) => ({ a: four[a]!, b: four[b]!, rank })));
});

test.each([
  ['the strengths a reader chooses from', fc.constantFrom(0, ...Object.values(dependencyRanks))],
  ['any ranks', fc.double({ min: -1, max: 1, noNaN: true })],
])('every combination of %s can be drawn', (_, rank) => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), fc.array(rank, { minLength: 15, maxLength: 15 }), (count, ranks) => {
      const names = uncertain.slice(0, count);
      const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ a, b })));
      expectFactor(pairs.map((pair, index) => ({ ...pair, rank: ranks[index]! })));
    }),
    { numRuns: 150 },
  );
});
