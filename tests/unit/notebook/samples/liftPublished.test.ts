import { describe, expect, it } from 'vitest';
import { parseExpression } from '$lib/notebook/expression/parseExpression';
import type { Published, SampleSource } from '$lib/notebook/published';
import { liftPublished, type RunScenario } from '$lib/notebook/samples/liftPublished';
import { createSampleRunner } from '$lib/notebook/samples/sampleRunner';
import { summarise } from '$lib/notebook/samples/summarise';
import { defaultDrivers } from '$lib/scenario/drivers';
import { inputDraws } from '$lib/simulation/inputDraws';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import type { AlignedKey } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { quantile } from '$lib/simulation/sortedSample';

const ranges = {
  annualChurn: { shape: 'normal', ends: 'p5p95', low: 0.078, high: 0.123 },
  revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
} as const;
const base = { drivers: defaultDrivers, ranges, dimensions: {}, correlations: [] };
const other = {
  drivers: { ...defaultDrivers, investment: 90_000, churnReduction: 0.1 },
  ranges,
  dimensions: {},
  correlations: [],
};
const of = (scenario: typeof base, key: AlignedKey): Published => ({
  value: 1,
  unit: 'money',
  sample: { tag: 'scenario', ...scenario, key },
});
const formula = (text: string, names: Record<string, Published>): Published => {
  const parsed = parseExpression(text, 'canonical');
  if (!parsed.ok) throw new Error(text);
  return { value: 1, unit: 'money', sample: { tag: 'formula', expression: parsed.value, names } };
};
const common = { seed: 7, sampler: 'sobol', trials: 1024 } as const;
const asked: string[][] = [];
const run: RunScenario = async (request, keys) => {
  asked.push([...keys]);
  return simulate(request).aligned;
};
const lift = (published: Published) => liftPublished({ ...common, published }, run);
const alignedOf = (scenario: typeof base, key: AlignedKey) =>
  simulate({ ...scenario, ...common, aligned: [key] }).aligned[key]!;

describe('the trials of a formula', () => {
  it('pair the futures of two scenarios', async () => {
    const [a, b] = [alignedOf(base, 'npv'), alignedOf(other, 'npv')];
    const names = { 'a.npv': of(base, 'npv'), 'b.npv': of(other, 'npv') };
    expect(await lift(formula('b.npv - a.npv', names))).toEqual(b.map((value, i) => value - a[i]!));
  });

  it('are exactly zero for a scenario against itself, under whatever name', async () => {
    const again = { drivers: { ...base.drivers }, ranges, dimensions: {}, correlations: [] };
    const names = { 'a.npv': of(base, 'npv'), 'b.npv': of(again, 'npv') };
    const difference = (await lift(formula('b.npv - a.npv', names))) as Float64Array;
    expect(difference.every((value) => value === 0)).toBe(true);
  });

  it('simulate each scenario once, whatever is read of it', async () => {
    asked.length = 0;
    const names = { n: of(base, 'npv'), r: of(base, 'roi12'), c: of(base, 'annualChurn'), m: of(other, 'npv') };
    await lift(formula('n * r + c - m + x', { ...names, x: formula('n + 1', { n: names.n }) }));
    expect(asked).toEqual([['annualChurn', 'npv', 'roi12'], ['npv']]);
  });

  it('go with the drivers of the same future', async () => {
    const lifted = await lift(formula('1 - churn', { churn: of(base, 'annualChurn') }));
    expect(lifted).toEqual(alignedOf(base, 'annualChurn').map((churn) => 1 - churn));
  });

  it("read an author's own input by its dimension", async () => {
    const source: SampleSource = {
      tag: 'input',
      dimension: 186,
      range: { shape: 'uniform', ends: 'minmax', low: 2, high: 4 },
      limits: [0, 1000],
    };
    const price: Published = { value: 3, unit: 'money', sample: source };
    const draws = inputDraws({ ...source, ...common });
    expect(await lift(formula('price * 2 + certain', { price, certain: { value: 1, unit: 'money' } }))).toEqual(
      draws.map((value) => value * 2 + 1),
    );
  });

  it('are the beginning of those of a longer run', async () => {
    const names = { a: of(base, 'npv') };
    const long = (await liftPublished(
      { ...common, trials: 2048, published: formula('a / 2', names) },
      run,
    )) as Float64Array;
    expect(await lift(formula('a / 2', names))).toEqual(long.slice(0, 1024));
  });

  it('are one number where a formula asks for one', async () => {
    const npv = alignedOf(base, 'npv');
    const share = npv.filter((value) => value > 0).length / npv.length;
    expect(await lift(formula('probability(a > 0)', { a: of(base, 'npv') }))).toBe(share);
  });

  it('are given up when nobody waits for them', async () => {
    expect(await liftPublished({ ...common, published: of(base, 'npv') }, async () => null)).toBeNull();
  });
});

describe('a summary', () => {
  it('tells "never" from "not defined", and moments of the rest', () => {
    const made = summarise(Float64Array.of(3, Infinity, NaN, 1));
    if (made.tag !== 'sample') throw new Error('no sample');
    expect(made.undefinedShare).toBe(0.25);
    expect(made.sample).toMatchObject({ trials: 3, never: 1 / 3, mean: 2, deviation: Math.SQRT2 });
    expect(quantile(made.sample, 0)).toBe(1);
    expect(quantile(made.sample, 1)).toBeNull();
  });

  it('is a number where nothing differs, null where nothing is defined', () => {
    expect(summarise(5)).toEqual({ tag: 'number', value: 5 });
    expect(summarise(Infinity)).toEqual({ tag: 'number', value: null });
    expect(summarise(Float64Array.of(NaN, NaN))).toEqual({ tag: 'number', value: null });
  });
});

describe('the runner', () => {
  it('gives what a simulation of all gives, again and again, and only the newest of a client', async () => {
    const runner = createSampleRunner(createTwinKernel);
    const names = { 'a.npv': of(base, 'npv'), 'b.npv': of(other, 'npv') };
    const job = { ...common, published: formula('b.npv - a.npv', names) };
    const expected = summarise((await lift(job.published))!);
    expect(await runner.summary(1, 1, job)).toEqual(expected);
    expect(await runner.summary(1, 2, job)).toEqual(expected);
    const [stale, newest] = await Promise.all([
      runner.summary(2, 3, { ...job, published: of(base, 'roi12') }),
      runner.summary(2, 4, { ...job, published: of(other, 'roi12') }),
    ]);
    expect(stale).toBeNull();
    expect(newest).toEqual(summarise(alignedOf(other, 'roi12')));
  });
});
