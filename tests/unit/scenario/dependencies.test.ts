import { describe, expect, test } from 'vitest';
import { dependencyRanks, dependencyStrengths, toRankCorrelations, type Dependency } from '$lib/scenario/dependencies';
import { toPearsonCorrelation } from '$lib/uncertainty/correlation';

const strong: Dependency = { a: 'grossMargin', b: 'revenueUplift', strength: 'strong' };
const some: Dependency = { a: 'annualChurn', b: 'investment', strength: 'some' };

describe('a word', () => {
  test('stands for a rank correlation, and its opposite for the opposite', () => {
    expect(dependencyRanks).toEqual({ some: 0.4, strong: 0.8, someOpposite: -0.4, opposite: -0.8 });
    expect(dependencyStrengths).toEqual(['some', 'strong', 'someOpposite', 'opposite']);
  });

  test('means what the page says of it: two of three and four of five pairs of futures go the same way', () => {
    const agreeing = (rank: number) => 0.5 + Math.asin(toPearsonCorrelation(rank)) / Math.PI;
    expect(agreeing(dependencyRanks.some)).toBeCloseTo(0.64, 2);
    expect(agreeing(dependencyRanks.strong)).toBeCloseTo(0.8, 2);
  });
});

describe('the correlations of a list', () => {
  test('are told in order, and are one object for one list', () => {
    const list = [strong, some];
    const asked = toRankCorrelations(list);
    expect(asked).toEqual([
      { a: 'grossMargin', b: 'revenueUplift', rank: 0.8 },
      { a: 'annualChurn', b: 'investment', rank: 0.4 },
    ]);
    expect(toRankCorrelations(list)).toBe(asked);
  });

  test('are one and the same nothing where none is stated', () => {
    expect(toRankCorrelations(undefined)).toEqual([]);
    expect(toRankCorrelations(undefined)).toBe(toRankCorrelations(undefined));
  });
});
