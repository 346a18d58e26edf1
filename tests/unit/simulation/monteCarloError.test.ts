import { describe, expect, it } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { isAccurate, monteCarloError, shareError } from '$lib/simulation/monteCarloError';
import type { SamplerName, SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.05, horizonMonths: 12 },
  ranges: {
    annualChurn: { shape: 'normal', ends: 'p5p95', low: 0.078, high: 0.123 },
    grossMargin: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
  },
  seed: 1,
  trials: 2048,
};
const seeds = Array.from({ length: 48 }, (_, i) => i + 1);
const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1));
};
/** Root mean square. */
const typical = (errors: readonly number[]) =>
  Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);

describe.each<SamplerName>(['sobol', 'sfc32'])('the Monte-Carlo error with %s', (sampler) => {
  const runs = seeds.map((seed) => simulate({ ...request, sampler, seed }));

  it.each([
    ['mean', (run: (typeof runs)[number]) => run.outputs.npv.mean!],
    ['p5', (run: (typeof runs)[number]) => quantile(run.outputs.npv, 0.05)!],
    ['p50', (run: (typeof runs)[number]) => quantile(run.outputs.npv, 0.5)!],
    ['p95', (run: (typeof runs)[number]) => quantile(run.outputs.npv, 0.95)!],
  ] as const)('says how far the %s moves from seed to seed', (figure, read) => {
    const ratio = typical(runs.map((run) => monteCarloError(run, 'npv')[figure]!)) / deviation(runs.map(read));
    // 48 seeds know the deviation to 10 %; a percentile's error is biased a little upwards at 128 trials a group.
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.5);
  });

  it('says how far a share moves from seed to seed', () => {
    const shares = runs.map((run) => countAtMost(run.outputs.payback, 4) / run.request.trials);
    const ratio = typical(runs.map((run) => shareError(run, 'payback', 4)!)) / deviation(shares);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });
});

describe('the Monte-Carlo error', () => {
  it('is made only where it is asked for, and the figures do not depend on it', () => {
    const { replicates, ...told } = simulate(request);
    const { replicates: none, ...silent } = simulate({ ...request, errors: false });
    expect([replicates === null, none]).toEqual([false, null]);
    expect({ ...silent, request }).toEqual(told);
    const run = simulate({ ...request, errors: false });
    expect(monteCarloError(run, 'npv')).toEqual({ mean: null, p5: null, p50: null, p95: null });
    expect([shareError(run, 'payback', 4), isAccurate(run, 'npv')]).toEqual([null, false]);
  });

  it('of plain trials is s/√n, which scrambled Sobol’ points beat', () => {
    const plain = simulate({ ...request, sampler: 'sfc32', trials: 16_384 });
    const { deviation: spread } = plain.outputs.npv;
    const usual = spread! / Math.sqrt(plain.request.trials);
    expect(monteCarloError(plain, 'npv').mean! / usual).toBeGreaterThan(0.5);
    expect(monteCarloError(plain, 'npv').mean! / usual).toBeLessThan(1.7);
    const spaced = simulate({ ...request, sampler: 'sobol', trials: 16_384 });
    expect(monteCarloError(spaced, 'npv').mean! / usual).toBeLessThan(0.2);
  });

  it('has the same bytes however the run is split', () => {
    const whole = simulate(request);
    for (const split of [2, 3, 7]) {
      const parted = simulate(request, split);
      expect(parted.replicates).toEqual(whole.replicates);
      expect(parted.paybackWithin12Error).toBe(whole.paybackWithin12Error);
      expect(monteCarloError(parted, 'roi12')).toEqual(monteCarloError(whole, 'roi12'));
    }
  });

  it('is nothing when nothing is uncertain, and null next to "never"', () => {
    const certain = simulate({ ...request, drivers: defaultDrivers, ranges: {} });
    expect(monteCarloError(certain, 'npv')).toEqual({ mean: 0, p5: 0, p50: 0, p95: 0 });
    const never = simulate({ ...request, drivers: { ...defaultDrivers, revenueUplift: 0 }, ranges: {} });
    expect(monteCarloError(never, 'payback')).toEqual({ mean: null, p5: null, p50: null, p95: null });
    expect(isAccurate(never, 'payback')).toBe(true);
  });

  it('falls below 1 % of the range as trials are added', () => {
    expect(isAccurate(simulate({ ...request, trials: 256 }), 'npv')).toBe(false);
    expect(isAccurate(simulate({ ...request, trials: 65_536 }), 'npv')).toBe(true);
  });
});
