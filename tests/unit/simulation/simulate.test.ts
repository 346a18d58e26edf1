import { describe, expect, it } from 'vitest';
import { defaultDrivers, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { project } from '$lib/scenario/project';
import { blockTrials } from '$lib/simulation/kernel/layout';
import { mergeParts } from '$lib/simulation/mergeParts';
import { fanSeries, summarisedOutputs, type SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { dealBlocks } from '$lib/simulation/share';
import { simulate } from '$lib/simulation/simulate';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';
import scenarioRows from '../../vectors/scenario.json';
import { hash } from './hash';
import { bytes, finish, kernels } from './runs';

const base: SimulationRequest = {
  drivers: defaultDrivers,
  ranges: {
    grossMargin: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 },
    investment: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
    rampMonths: { shape: 'lognormal', ends: 'p5p95', low: 2, high: 4.5 },
  },
  seed: 1,
  trials: 4096,
};

describe('the kernel', () => {
  it.each(scenarioRows.map((row) => [row.id, row] as const))(
    'gives the point estimate when nothing is uncertain: %s',
    (_, row) => {
      const drivers = { ...row.args[0], successProbability: 1 } as Drivers;
      const { outputs, fan } = simulate({ drivers, ranges: {}, seed: 1, trials: blockTrials });
      const expected = evaluateScenario(drivers);
      for (const output of summarisedOutputs) {
        const value = quantile(outputs[output], 0.5);
        if (expected[output] === null) expect(value, output).toBeNull();
        else
          expect(Math.abs(value! - expected[output]!), output).toBeLessThan(1e-9 * Math.abs(expected[output]!) + 1e-6);
      }
      const { cumulative, programmeCustomers } = project(drivers);
      const month = drivers.horizonMonths;
      // Series are kept in single precision.
      const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-7 * Math.abs(b) + 1e-6);
      near(fan.cumulative.p50[month]!, cumulative[month]!);
      near(fan.customers.p50[month]!, programmeCustomers[month]!);
    },
  );

  it('lets a programme that fails cost its money and have no effect', () => {
    const { outputs } = simulate({ ...base, ranges: {}, drivers: { ...defaultDrivers, successProbability: 0.75 } });
    expect(outputs.payback.never).toBeCloseTo(0.25, 1);
    expect(quantile(outputs.roi12, 0)).toBe(-1);
    expect(quantile(outputs.roi12, 1)!).toBeCloseTo(3.6896, 4);
  });

  it('shocks both sides alike: the mean gain stays, the spread grows', () => {
    const still = simulate({ ...base, ranges: {}, trials: 65_536 });
    const volatile = simulate({
      ...base,
      ranges: {},
      trials: 65_536,
      drivers: { ...defaultDrivers, monthlyVolatility: 0.1 },
    });
    const { mean, deviation } = volatile.outputs.npv;
    expect(Math.abs(mean! - still.outputs.npv.mean!)).toBeLessThan((4.5 * deviation!) / Math.sqrt(65_536));
    expect(deviation!).toBeGreaterThan(1000);
  });
});

describe('a run', () => {
  describe.each(['sobol', 'sfc32'] as const)('drawn with %s', (sampler) => {
    const request: SimulationRequest = {
      ...base,
      sampler,
      drivers: { ...defaultDrivers, monthlyVolatility: 0.05, churnReduction: 0.1 },
      ranges: { ...base.ranges, annualChurn: { shape: 'pert', ends: 'minmax', low: 0.06, mode: 0.1, high: 0.18 } },
      correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank: 0.5 }],
      aligned: ['npv', 'clv', 'annualChurn', 'revenueUplift'],
    };
    const expected = hash(bytes(simulate(request)));
    const workers = [1, 2, 3, 7].flatMap((count) => kernels.map(([name, kernel]) => [count, name, kernel] as const));

    it.each(workers)('has the same bytes from %i workers with the %s kernel', (count, _, kernel) => {
      const shares = dealBlocks(0, request.trials, count);
      expect(shares).toHaveLength(count);
      // Each with a memory of its own, as workers have, that knows nothing of what the others drew.
      const parts = shares.map((share) => finish(createBlockComputer(kernel()).run(request, share)));
      expect(hash(bytes(mergeParts(request, parts)))).toBe(expected);
    });
  });

  it('reproduces with its seed and differs with another', () => {
    expect(bytes(simulate(base))).toEqual(bytes(simulate(base)));
    expect(bytes(simulate({ ...base, seed: 2 }))).not.toEqual(bytes(simulate(base)));
  });

  it('extends a shorter run: its first trials are the same', () => {
    const short = simulate({ ...base, trials: blockTrials });
    const long = simulate({ ...base, trials: 2 * blockTrials });
    const all = new Set(long.outputs.npv.parts[0]);
    expect([...short.outputs.npv.parts[0]!].every((value) => all.has(value))).toBe(true);
  });

  it('does not disturb one driver by giving another a range', () => {
    // Lifetime value today depends on churn alone here, so its sample must not move when others become uncertain.
    const churn = { shape: 'normal', ends: 'p5p95', low: 0.078, high: 0.123 } as const;
    const alone = simulate({ ...base, ranges: { annualChurn: churn }, aligned: ['clv'] });
    const among = simulate({
      ...base,
      ranges: { investment: base.ranges.investment!, rampMonths: base.ranges.rampMonths!, annualChurn: churn },
      aligned: ['clv'],
    });
    expect(among.aligned.clv).toEqual(alone.aligned.clv);
  });

  it('runs to month 12 for "within 12 months" although the horizon is shorter', () => {
    const { outputs, paybackWithin12 } = simulate({ ...base, drivers: { ...defaultDrivers, horizonMonths: 2 } });
    expect(outputs.payback.never).toBeGreaterThan(0.9);
    const full = simulate(base);
    expect(paybackWithin12).toBe(countAtMost(full.outputs.payback, 12) / base.trials);
  });

  it('finds the median of the published case, and what its range means', () => {
    const { outputs, fan } = simulate({ ...base, trials: 65_536 });
    expect(quantile(outputs.payback, 0.5)!).toBeGreaterThan(3.6);
    expect(quantile(outputs.payback, 0.5)!).toBeLessThan(3.9);
    for (const series of fanSeries) {
      const { p5, p25, p50, p75, p95 } = fan[series];
      for (let month = 1; month <= 36; month++) {
        expect([p5, p25, p50, p75, p95].map((line) => line[month]!)).toEqual(
          [p5, p25, p50, p75, p95].map((line) => line[month]!).sort((a, b) => a - b),
        );
      }
    }
  });

  it('refuses trials that are not whole blocks', () => {
    expect(() => simulate({ ...base, trials: 100 })).toThrow('trials must be a multiple of 256: 100');
  });
});
