import { describe, expect, it } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { toCopula } from '$lib/simulation/copula';
import type { SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';

const normal = (low: number, high: number) => ({ shape: 'normal', ends: 'p5p95', low, high }) as const;
const ranges: SimulationRequest['ranges'] = {
  annualChurn: normal(0.078, 0.123),
  grossMargin: normal(0.224, 0.262),
  revenueUplift: normal(0.011, 0.137),
  acquisitionCost: { shape: 'uniform', ends: 'minmax', low: 6000, high: 10_000 },
};
const request: SimulationRequest = { drivers: defaultDrivers, ranges, seed: 3, trials: 8192 };

describe('toCopula', () => {
  it('leaves possible wishes as they are', () => {
    const copula = toCopula({ ranges, correlations: [{ a: 'revenueUplift', b: 'annualChurn', rank: 0.5 }] })!;
    expect(copula.drivers).toEqual(['annualChurn', 'revenueUplift']);
    expect(copula.moved).toBe(0);
    expect(copula.achieved[0]!.rank).toBeCloseTo(0.5, 9);
    // Pearson 2·sin(π/12) under the ranks.
    expect(copula.factor[1]![0]).toBeCloseTo(0.5176380902050415, 12);
  });

  it('moves what cannot be true together, and says by how much', () => {
    const copula = toCopula({
      ranges,
      correlations: [
        { a: 'annualChurn', b: 'grossMargin', rank: 0.9 },
        { a: 'grossMargin', b: 'revenueUplift', rank: 0.9 },
        { a: 'annualChurn', b: 'revenueUplift', rank: -0.9 },
      ],
    })!;
    expect(copula.moved).toBeGreaterThan(0.1);
    expect(copula.achieved).toHaveLength(3);
  });

  it('passes over drivers without a range and drivers with themselves', () => {
    expect(toCopula({ ranges })).toBeNull();
    expect(toCopula({ ranges, correlations: [{ a: 'annualChurn', b: 'fadePerYear', rank: 0.5 }] })).toBeNull();
    expect(toCopula({ ranges, correlations: [{ a: 'annualChurn', b: 'annualChurn', rank: 0.5 }] })).toBeNull();
  });
});

describe('a correlated run', () => {
  const correlated = (rank: number) =>
    simulate({ ...request, correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank }] });

  it('spreads wider when two drivers of a product move together, narrower when against each other', () => {
    const spread = (run: ReturnType<typeof simulate>) => run.outputs.npv.deviation!;
    expect(spread(correlated(0.8))).toBeGreaterThan(1.02 * spread(simulate(request)));
    expect(spread(correlated(-0.8))).toBeLessThan(0.98 * spread(simulate(request)));
  });

  it('leaves the draws of every other driver untouched', () => {
    // Lifetime value today depends on churn and margin; with the margin certain, on churn alone.
    const { annualChurn, revenueUplift, acquisitionCost } = ranges;
    const others = { annualChurn, revenueUplift, acquisitionCost } as typeof ranges;
    const [plain, mixed] = [undefined, [{ a: 'revenueUplift', b: 'acquisitionCost', rank: 0.7 } as const]].map(
      (correlations) =>
        simulate({ ...request, ranges: others, aligned: ['clv'], ...(correlations && { correlations }) }),
    );
    expect(mixed!.aligned.clv).toEqual(plain!.aligned.clv);
    expect(mixed!.outputs.npv.parts).not.toEqual(plain!.outputs.npv.parts);
  });
});
