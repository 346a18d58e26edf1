import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDrivers, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { compileKernel } from '$lib/simulation/kernel/build.js';
import { bitsRow, scoreRow, sortCounterBytes } from '$lib/simulation/kernel/layout';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { createWasmKernel, loadWasmKernel } from '$lib/simulation/kernel/wasmKernel';
import { fanSeries, sampledOutputs, type SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';
import { rangeOf, uncertain, valueOf } from './arbitraries';
import { hash } from './hash';
import { compiled, wasm } from './runs';

describe('the compiled kernel', () => {
  it('is what its sources give: else run npm run build:kernel', async () => {
    expect(Buffer.compare(compiled, await compileKernel())).toBe(0);
  }, 60_000);

  it('is refused, not crashed into, when it cannot be read or loaded', async () => {
    expect(createWasmKernel(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(await loadWasmKernel('data:application/wasm;base64,AAAA')).toBeNull();
  });
});

const driversOf: fc.Arbitrary<Drivers> = fc
  .record(Object.fromEntries(Object.keys(driverTable).map((key) => [key, valueOf(key as DriverKey)])))
  .chain((values) =>
    fc.tuple(fc.boolean(), fc.subarray(Object.keys(driverTable))).map(
      ([follow, moved]) =>
        ({
          ...defaultDrivers,
          ...Object.fromEntries(moved.map((key) => [key, values[key]])),
          ...(follow && { newCustomersPerYear: null }),
        }) as Drivers,
    ),
  );
const requests: fc.Arbitrary<SimulationRequest> = fc
  .record({
    drivers: driversOf,
    ranges: fc.record(Object.fromEntries(uncertain.map((key) => [key, rangeOf(key)])), { requiredKeys: [] }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    trials: fc.constantFrom(256, 1024, 1792),
    sampler: fc.constantFrom('sobol' as const, 'sfc32' as const),
    aligned: fc.subarray([...sampledOutputs, ...uncertain]),
    fans: fc.subarray([...fanSeries]),
    errors: fc.boolean(),
    correlations: fc.array(
      fc.record({
        a: fc.constantFrom(...uncertain),
        b: fc.constantFrom(...uncertain),
        rank: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((request) => request as SimulationRequest);

describe('the kernel and its twin', () => {
  it('give the same bits for any request', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(hash(simulate(request, 1, wasm()))).toBe(hash(simulate(request, 1, createTwinKernel())));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('count alike what is beyond all numbers', () => {
    const request: SimulationRequest = {
      drivers: { ...defaultDrivers, churnReduction: 0 },
      ranges: {
        grossMargin: { shape: 'normal', ends: 'p5p95', low: 0, high: 0 },
        discountRate: { shape: 'normal', ends: 'p5p95', low: 0, high: 0 },
        acquisitionCost: { shape: 'uniform', ends: 'minmax', low: 0, high: 5e-324 },
        marginUplift: { shape: 'normal', ends: 'p5p95', low: -7.492554855959388e-22, high: 0 },
      },
      seed: 0,
      trials: 1792,
    };
    expect(hash(simulate(request, 1, wasm()))).toBe(hash(simulate(request, 1, createTwinKernel())));
  });

  it.each<[string, Partial<Drivers>]>([
    ['no churn', { annualChurn: 0 }],
    ['everybody leaves', { annualChurn: 1 }],
    ['effects gone in a year', { fadePerYear: 1 }],
    ['effects that fade', { fadePerYear: 0.4, delayMonths: 2.7, rampMonths: 1.3 }],
    ['no ramp', { rampMonths: 0 }],
    ['a hair of a ramp', { rampMonths: 5e-324 }],
    ['a late start', { delayMonths: 17.25, rampMonths: 0.5 }],
    ['no start', { delayMonths: 120 }],
    ['volatility', { monthlyVolatility: 1 }],
    ['a coin', { successProbability: 0.5 }],
    ['no success', { successProbability: 0 }],
    ['customers of its own', { newCustomersPerYear: 60, acquisitionUplift: 0.3, churnReduction: 0.2 }],
    ['one month', { horizonMonths: 1, monthlyVolatility: 0.1 }],
    ['ten years', { horizonMonths: 120, monthlyVolatility: 0.1, annualGrowth: 0.2 }],
    ['nothing spent', { investment: 0, runningCost: 0 }],
    ['nothing at all', { investment: 0, annualRevenue: 0, acquisitionCost: 0 }],
    ['growth beyond the discount', { annualGrowth: 3, discountRate: -0.9 }],
  ])('give the same bits at the edge: %s', (_, edge) => {
    const request: SimulationRequest = {
      drivers: { ...defaultDrivers, ...edge },
      ranges: { revenueUplift: { shape: 'normal', ends: 'p5p95', low: -0.1, high: 0.137 } },
      seed: 5,
      trials: 1024,
    };
    const result = simulate(request, 1, wasm());
    expect(hash(result)).toBe(hash(simulate(request, 1, createTwinKernel())));
    for (const { parts } of Object.values(result.outputs))
      expect(parts.every((part) => part.every((value) => !Number.isNaN(value)))).toBe(true);
  });
});

describe('normal scores of 32-bit draws', () => {
  it.each([
    ['wasm', wasm()],
    ['twin', createTwinKernel()],
  ])('are within 2e-9 of the exact quantile, as floats within 6e-7, and odd: %s', (_, kernel) => {
    const [from, to] = [Math.ceil(kernel.start / 64) * 64, Math.ceil(kernel.start / 64) * 64 + bitsRow * 4];
    kernel.grow(to + scoreRow * 4);
    const draws = Array.from({ length: 128 }, (_, i) =>
      i < 40 ? i : Math.floor(2147483647 / (1 + (i - 40) * (i - 40))),
    );
    const all = [...draws, ...draws.map((x) => 4294967295 - x)];
    new Uint32Array(kernel.buffer(), from, 256).set(all);
    kernel.scores(from, to, 1);
    const made = new Float64Array(kernel.buffer(), to, 256);
    all.forEach((x, i) =>
      expect(Math.abs(made[i]! - normalQuantile((x + 0.5) / 4294967296)), String(x)).toBeLessThan(2e-9),
    );
    draws.forEach((_, i) => expect(made[128 + i]).toBe(-made[i]!));

    kernel.floatScores(from, 1);
    const floats = new Float32Array(kernel.buffer(), from, 256);
    all.forEach((x, i) =>
      expect(Math.abs(floats[i]! - normalQuantile((x + 0.5) / 4294967296)), String(x)).toBeLessThan(6e-7),
    );
    draws.forEach((_, i) => expect(floats[128 + i]).toBe(-floats[i]!));
  });
});

describe('sorting', () => {
  const crowd = fc.double({ min: 1, max: 1 + 1e-9, noNaN: true });
  const anything = fc.oneof(
    fc.double({ noNaN: true }),
    crowd,
    fc.constantFrom(0, 1, -1, Infinity, -Infinity, 5e-324, -5e-324, Number.MAX_VALUE),
  );
  const lists = fc.oneof(
    fc.array(anything, { minLength: 1, maxLength: 2000 }),
    fc.array(crowd, { minLength: 1, maxLength: 2000 }),
    // A crowd that 33 bits cannot tell apart, and one far off: all bits are needed.
    fc.array(crowd, { minLength: 500, maxLength: 2000 }).map((values) => [...values, -5]),
    fc.array(fc.constant(7), { minLength: 1, maxLength: 600 }),
  );

  it.each([
    ['wasm', wasm()],
    ['twin', createTwinKernel()],
  ])('is ascending, bit for bit, whatever the values: %s', (_, kernel) => {
    const values = Math.ceil(kernel.start / 64) * 64;
    const [scratch, counters] = [values + 20_000, values + 40_000];
    kernel.grow(counters + sortCounterBytes);
    fc.assert(
      fc.property(lists, (list) => {
        // No −0 among them, as everywhere.
        const given = Float64Array.from(list, (value) => value + 0);
        new Float64Array(kernel.buffer(), values, given.length).set(given);
        let step = 0;
        do step = kernel.sortStep(values, given.length, scratch, counters, step);
        while (step !== 0);
        expect(new Float64Array(kernel.buffer(), values, given.length)).toEqual(given.sort());
      }),
      { numRuns: 300 },
    );
  });
});
