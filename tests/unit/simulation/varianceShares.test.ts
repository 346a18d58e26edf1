import { describe, expect, it } from 'vitest';
import { defaultDrivers, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { rankCorrelation } from '$lib/simulation/rankCorrelation';
import type { SimulationRequest } from '$lib/simulation/result';
import { createScenarioPlan, sharedOutputs, type SharedOutput } from '$lib/simulation/scenarioPlan';
import { createShareRunner } from '$lib/simulation/shareRunner';
import { shareTrials, varianceShares, type VarianceShares } from '$lib/simulation/varianceShares';
import type { Range } from '$lib/uncertainty/range';

const uniform = (low: number, high: number): Range => ({ shape: 'uniform', ends: 'minmax', low, high });
const ask = (drivers: Partial<Drivers>, rest: Partial<SimulationRequest> = {}): SimulationRequest => ({
  drivers: { ...defaultDrivers, ...drivers },
  ranges: {},
  seed: 1,
  trials: 256,
  ...rest,
});
const kernel = createTwinKernel();
function answer(request: SimulationRequest, output: SharedOutput, trials = 4096): VarianceShares {
  const run = varianceShares(request, output, kernel, trials);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
function rowsOf(shares: VarianceShares) {
  if (shares.kind !== 'shares') throw new Error(`no shares: ${shares.kind}`);
  return shares.rows;
}

describe('the trials', () => {
  it.each(sharedOutputs)('are those of the scenario itself: %s', (output) => {
    const drivers = { ...defaultDrivers, fadePerYear: 0.1, churnReduction: 0.1, horizonMonths: 24 };
    const ranges = { revenueUplift: uniform(0.02, 0.1), annualChurn: uniform(0.05, 0.2), delayMonths: uniform(0, 4) };
    const plan = createScenarioPlan({ drivers, ranges, seed: 3, trials: 256 }, output, kernel);
    const out = new Float64Array(256);
    plan.keys.forEach((_, factor) => (plan.draw(factor, 'a', 2), plan.draw(factor, 'b', 2)));
    // A mixed trial: the second factor from B.
    const matrices = ['a', 'b', 'a'] as const;
    plan.model(matrices, out);
    for (const trial of [0, 17, 255]) {
      const own = Object.fromEntries(
        plan.keys.map((key, factor) => [key, plan.values(factor, matrices[factor]!)![trial]!]),
      );
      const expected = evaluateScenario({ ...drivers, ...own })[output] ?? drivers.horizonMonths;
      expect(out[trial]! / expected).toBeCloseTo(1, 9);
    }
  });

  it('of a driver do not depend on which others are uncertain', () => {
    const one = createScenarioPlan(ask({}, { ranges: { rampMonths: uniform(1, 5) } }), 'npv', kernel);
    one.draw(0, 'b', 1);
    const alone = one.values(0, 'b')!.slice();
    const ranges = { rampMonths: uniform(1, 5), grossMargin: uniform(0.2, 0.3) };
    const two = createScenarioPlan(ask({ monthlyVolatility: 0.1 }, { ranges }), 'npv', kernel);
    const factor = two.keys.indexOf('rampMonths');
    two.draw(factor, 'b', 1);
    expect(two.values(factor, 'b')).toEqual(alone);
  });
});

describe('the shares of a scenario', () => {
  it('of a margin alone are everything', () => {
    const [row, ...others] = rowsOf(answer(ask({}, { ranges: { grossMargin: uniform(0.2, 0.3) } }), 'npv'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ factor: 'grossMargin' });
    expect(row!.total.value).toBeCloseTo(1, 2);
    expect(row!.first.value).toBeCloseTo(1, 2);
  });

  it('of an investment and a running cost are those of a sum', () => {
    // NPV = … − investment − running cost × annuity: variances of the two add.
    const ranges = { investment: uniform(50_000, 70_000), runningCost: uniform(0, 1000) };
    const npvAt = (runningCost: number) => evaluateScenario({ ...defaultDrivers, runningCost }).npv;
    const [investment, running] = [20_000 ** 2, (npvAt(0) - npvAt(1000)) ** 2];
    const rows = rowsOf(answer(ask({}, { ranges }), 'npv'));
    expect(rows.map(({ factor }) => factor)).toEqual(['runningCost', 'investment']);
    const share = investment / (investment + running);
    expect(Math.abs(rows[1]!.first.value - share)).toBeLessThan(0.01);
    expect(Math.abs(rows[1]!.total.value - share)).toBeLessThan(0.01);
  });

  it('of success and an uplift that only success lets through are those of a product', () => {
    // gain = success · uplift · constant, exactly, when nothing else has an effect.
    const p = 0.6;
    const [mean, variance] = [0.1, 0.1 ** 2 / 12];
    const whole = p * (variance + mean ** 2) - (p * mean) ** 2;
    const rows = rowsOf(
      answer(ask({ successProbability: p }, { ranges: { revenueUplift: uniform(0.05, 0.15) } }), 'npv'),
    );
    expect(rows.map(({ factor }) => factor)).toEqual(['successProbability', 'revenueUplift']);
    const [success, uplift] = rows;
    expect(Math.abs(success!.first.value - (p * (1 - p) * mean ** 2) / whole)).toBeLessThan(0.02);
    expect(Math.abs(uplift!.first.value - (p ** 2 * variance) / whole)).toBeLessThan(0.02);
    expect(Math.abs(uplift!.total.value - (p * variance) / whole)).toBeLessThan(0.02);
  });

  it('count the monthly shocks as one source, and the volatility itself as another', () => {
    const rows = rowsOf(
      answer(ask({ monthlyVolatility: 0.1 }, { ranges: { monthlyVolatility: uniform(0.05, 0.2) } }), 'npv'),
    );
    expect(rows.map(({ factor }) => factor)).toEqual(['shocks', 'monthlyVolatility']);
    expect(rows[0]!.total.value).toBeCloseTo(1, 1);
    // Alone it moves no mean: the shocks are corrected for their variance.
    expect(rows[1]!.first.low).toBeLessThan(0.01);
    expect(rows[1]!.total.value).toBeGreaterThan(rows[1]!.first.value);
  });

  it('count a payback that is never as the horizon, and say so', () => {
    const request = ask({ horizonMonths: 12 }, { ranges: { revenueUplift: uniform(-0.05, 0.15) } });
    expect(answer(request, 'payback')).toMatchObject({ kind: 'shares', censored: true, horizonMonths: 12 });
    expect(answer(request, 'roi12')).toMatchObject({ kind: 'shares', censored: false });
  });

  it('are the same bytes for the same request', () => {
    const request = ask({ monthlyVolatility: 0.05 }, { ranges: { revenueUplift: uniform(0, 0.1) }, sampler: 'sfc32' });
    expect(answer(request, 'roi12')).toEqual(answer(request, 'roi12'));
  });
});

describe('where there is nothing to divide it says why', () => {
  it('nothing is uncertain', () => {
    expect(answer(ask({}), 'npv')).toMatchObject({ kind: 'certain' });
    expect(answer(ask({ successProbability: 0 }), 'npv')).toMatchObject({ kind: 'certain' });
  });

  it('what is uncertain moves nothing', () => {
    expect(answer(ask({}, { ranges: { discountRate: uniform(0.05, 0.15) } }), 'roi12')).toMatchObject({
      kind: 'constant',
    });
    const never = answer(ask({ revenueUplift: -0.1 }, { ranges: { grossMargin: uniform(0.2, 0.3) } }), 'payback');
    expect(never).toMatchObject({ kind: 'constant', censored: true });
  });

  it('the output has no value: nothing is spent, so there is no ROI', () => {
    const request = ask({ investment: 0 }, { ranges: { grossMargin: uniform(0.2, 0.3) } });
    expect(answer(request, 'roi12')).toMatchObject({ kind: 'undefined' });
  });
});

describe('correlated drivers', () => {
  const ranges = { grossMargin: uniform(0.2, 0.3), revenueUplift: uniform(0.05, 0.1), rampMonths: uniform(2, 4) };
  it('get rank correlations with the output, the strongest first', () => {
    const correlations = [{ a: 'grossMargin', b: 'rampMonths', rank: -0.5 }] as const;
    const shares = answer(ask({ monthlyVolatility: 0.01 }, { ranges, correlations }), 'npv');
    if (shares.kind !== 'correlations') throw new Error(shares.kind);
    expect(shares.rows.map(({ factor }) => factor)).toEqual(['revenueUplift', 'grossMargin', 'rampMonths']);
    expect(shares.rows.map(({ rank }) => Math.sign(rank.value))).toEqual([1, 1, -1]);
    expect(shares.shaken).toBe(true);
  });

  it('keep their shares when the correlation is of a driver without a range', () => {
    const correlations = [{ a: 'grossMargin', b: 'investment', rank: -0.5 }] as const;
    expect(answer(ask({}, { ranges, correlations }), 'npv').kind).toBe('shares');
  });
});

describe('a rank correlation', () => {
  const up = Float64Array.from({ length: 256 }, (_, i) => i);
  it('is 1 or −1 for whatever moves in step, however bent', () => {
    expect(rankCorrelation(up, up.map(Math.exp).map(Math.log1p))!.value).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        up,
        up.map((x) => -x),
      ),
    ).toEqual({ value: -1, low: -1, high: -1 });
  });
  it('gives ties the middle of their ranks, and is null for a constant', () => {
    // In each replicate ranks 0 … 15 against eight of 3.5 and eight of 11.5: sums 256, 340 and 256.
    const half = up.map((i) => (i < 128 ? 0 : 1));
    expect(rankCorrelation(up, half)!.value).toBeCloseTo(256 / Math.sqrt(340 * 256), 12);
    expect(rankCorrelation(up, new Float64Array(256))).toBe(null);
  });
});

describe('a runner', () => {
  const request = ask({}, { ranges: { revenueUplift: uniform(0, 0.1), grossMargin: uniform(0.2, 0.3) } });
  it('answers the newest question only', async () => {
    const runner = createShareRunner(() => createTwinKernel());
    const [old, newest] = await Promise.all([
      runner.varianceShares(1, request, 'npv'),
      runner.varianceShares(2, request, 'roi12'),
    ]);
    expect(old).toBe(null);
    expect(newest).toEqual(answer(request, 'roi12', shareTrials));
  });
  it('lets go when it is told to, and answers again', async () => {
    const runner = createShareRunner(() => createTwinKernel());
    const stopped = runner.varianceShares(1, request, 'npv');
    runner.stopShares(2);
    expect(await stopped).toBe(null);
    expect(await runner.varianceShares(3, request, 'npv')).toEqual(answer(request, 'npv', shareTrials));
  });
});
