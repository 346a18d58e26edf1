import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDrivers, driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { mergeParts } from '$lib/simulation/mergeParts';
import { sampledOutputs, summarisedOutputs, type AlignedKey, type SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { dealBlocks } from '$lib/simulation/share';
import { simulate } from '$lib/simulation/simulate';
import { toSampler } from '$lib/uncertainty/sampler';
import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { rangeOf, uncertain, valueOf } from './arbitraries';
import { hash } from './hash';
import { finish, kernels, wasm } from './runs';

const drawn = ['grossMargin', 'annualChurn', 'revenueUplift', 'monthlyVolatility'] as const;
const request = {
  drivers: { ...defaultDrivers, horizonMonths: 9, successProbability: 0.9 },
  ranges: {
    grossMargin: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262 },
    annualChurn: { shape: 'pert', ends: 'minmax', low: 0.06, mode: 0.1, high: 0.18 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
    monthlyVolatility: { shape: 'uniform', ends: 'minmax', low: 0.01, high: 0.05 },
  },
  correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank: 0.5 }],
  seed: 9,
  trials: 4096,
  aligned: [...sampledOutputs, ...drawn],
} satisfies SimulationRequest;

describe('what is wanted trial by trial', () => {
  it.each(kernels)('has the same bytes in any number of parts: %s', (_, kernel) => {
    const expected = hash(simulate(request).aligned);
    for (const split of [1, 2, 3, 7]) expect(hash(simulate(request, split, kernel()).aligned)).toBe(expected);
  });

  it('is the sample itself, unsorted, "never" as infinity', () => {
    const { aligned, outputs } = simulate(request, 1, wasm());
    for (const output of summarisedOutputs) expect(aligned[output]!.toSorted()).toEqual(outputs[output].parts[0]);
    expect(outputs.payback.never).toBeGreaterThan(0.05);
    expect(aligned.payback!.filter((months) => months === Infinity)).toHaveLength(outputs.payback.never * 4096);
  });

  it('puts a trial into the same future, whatever else a scenario has', () => {
    const bold = { ...request, drivers: { ...request.drivers, investment: 20_000 }, aligned: ['npv'] as const };
    const [npv, better] = [simulate(request).aligned.npv!, simulate(bold).aligned.npv!];
    const saved = request.drivers.investment - 20_000;
    expect(better.every((value, i) => Math.abs(value - npv[i]! - saved) < 1e-6)).toBe(true);
    const independent = { ...request, correlations: [] };
    expect(simulate(independent).aligned.annualChurn).toEqual(simulate(request).aligned.annualChurn);
  });

  it("holds a driver's draws as the trials had them", () => {
    const { aligned } = simulate(request, 1, wasm());
    const { annualChurn: range } = request.ranges;
    const draws = new Float64Array(256);
    fillSobolUniforms(9, 4, 3, draws);
    toSampler(range, rangeLimits('annualChurn', range)).fill(draws, draws);
    const own = aligned.annualChurn!.subarray(768, 1024);
    expect(own.every((value, i) => Math.abs(value - draws[i]!) < 1e-7)).toBe(true);
    const { low, high } = request.ranges.monthlyVolatility;
    expect(aligned.monthlyVolatility!.every((value) => value >= low && value <= high)).toBe(true);
  });

  it('is nothing unless asked for, and no driver without a range', () => {
    expect(simulate({ ...request, aligned: [] }).aligned).toEqual({});
    const { revenueUplift } = request.ranges;
    const asked: AlignedKey[] = ['annualChurn', 'successProbability', 'clv'];
    expect(Object.keys(simulate({ ...request, ranges: { revenueUplift }, aligned: asked }).aligned)).toEqual(['clv']);
  });

  it('comes from draws kept from runs that wanted less, and grows with a run', () => {
    const computer = createBlockComputer(wasm());
    const run = (wanted: SimulationRequest, from = 0) =>
      dealBlocks(from, wanted.trials, 2).map((share) => finish(computer.run(wanted, share)));
    run({ ...request, aligned: [] });
    const expected = hash(simulate(request));
    const halves = [...run({ ...request, trials: 2048 }), ...run(request, 2048)];
    expect(hash(mergeParts(request, halves).aligned)).toBe(hash(simulate(request).aligned));
    expect(hash(simulate(request, 1, wasm()))).toBe(expected);
  });
});

/** A request before and after one driver has got another value, a range, another range or none; and what it leaves alone. */
const moves = fc.constantFrom(...driverKeys).chain((moved) => {
  const rest = uncertain.filter((key) => key !== moved);
  const state = fc.record({
    value: valueOf(moved),
    range: driverTable[moved].uncertain ? fc.option(rangeOf(moved)) : fc.constant(null),
  });
  return fc
    .record({
      states: fc.tuple(state, state),
      others: fc.shuffledSubarray(rest, { minLength: 3 }),
      ranges: fc.tuple(...rest.map((key) => rangeOf(key).map((range) => [key, range] as const))),
      rank: fc.double({ min: -1, max: 1, noNaN: true }),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
    })
    .map(({ states, others, ranges, rank, seed }) => {
      const own = Object.fromEntries(ranges.filter(([key]) => others.includes(key)));
      const [before, after] = states.map(({ value, range }) => ({
        drivers: { ...defaultDrivers, [moved]: value } as Drivers,
        ranges: { ...own, ...(range && { [moved]: range }) },
        seed,
        trials: 512,
        fans: [],
        errors: false,
      }));
      return { before: before!, after: after!, others, correlations: [{ a: others[0]!, b: others[1]!, rank }] };
    });
});

describe.each(['sobol', 'sfc32'] as const)("every other driver's draws stay bit for bit: %s", (sampler) => {
  const columns = (wanted: SimulationRequest, keys: readonly DriverKey[]) => {
    const { aligned } = simulate({ ...wanted, sampler, aligned: keys }, 1, wasm());
    expect(Object.keys(aligned)).toHaveLength(keys.length);
    return keys.map((key) => [key, hash(aligned[key])]);
  };

  it.each([
    ['none', false],
    ['two of them', true],
  ])('whatever becomes of one, correlated: %s', (_, correlated) => {
    fc.assert(
      fc.property(moves, ({ before, after, others, correlations }) => {
        const also = correlated ? { correlations } : {};
        expect(columns({ ...after, ...also }, others)).toEqual(columns({ ...before, ...also }, others));
      }),
      { numRuns: 40 },
    );
  });

  it('whichever two are correlated', () => {
    fc.assert(
      fc.property(moves, ({ before, others, correlations }) => {
        const apart = others.slice(2);
        expect(columns({ ...before, correlations }, apart)).toEqual(columns(before, apart));
      }),
      { numRuns: 40 },
    );
  });
});
