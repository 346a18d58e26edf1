import { describe, expect, it } from 'vitest';
import { defaultDrivers, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { project } from '$lib/scenario/project';
import { blockTrials } from '$lib/simulation/kernel/layout';
import { fanSeries, summarisedOutputs, type SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';
import scenarioRows from '../../vectors/scenario.json';

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

/** All bytes of a result that do not depend on how its parts are cut. */
function bytes(request: SimulationRequest, split: number) {
  const { outputs, fan, paybackWithin12 } = simulate(request, split);
  return {
    paybackWithin12,
    fan,
    outputs: summarisedOutputs.map((output) => {
      const { parts, ...moments } = outputs[output];
      return { moments, all: Float64Array.from(parts.flatMap((part) => [...part])).sort() };
    }),
  };
}

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
  it.each([2, 3, 7])('has the same bytes in %i parts as in one', (split) => {
    expect(bytes({ ...base, drivers: { ...defaultDrivers, monthlyVolatility: 0.05 } }, split)).toEqual(
      bytes({ ...base, drivers: { ...defaultDrivers, monthlyVolatility: 0.05 } }, 1),
    );
  });

  it('reproduces with its seed and differs with another', () => {
    expect(bytes(base, 1)).toEqual(bytes(base, 1));
    expect(bytes({ ...base, seed: 2 }, 1)).not.toEqual(bytes(base, 1));
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
