import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultDrivers, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import * as driverTransforms from '$lib/simulation/driverTransform';
import type { Kernel } from '$lib/simulation/kernel/kernel';
import type { SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { simulate } from '$lib/simulation/simulate';
import type { Range } from '$lib/uncertainty/range';
import { hash } from './hash';
import { bytes, runAll, wasm } from './runs';

/** A driver for each pass that makes lanes, two for that with tables. */
const ranges = {
  annualChurn: { shape: 'pert', ends: 'minmax', low: 0.06, mode: 0.1, high: 0.18 },
  marginUplift: { shape: 'pert', ends: 'minmax', low: -0.01, mode: 0.01, high: 0.02 },
  acquisitionCost: { shape: 'uniform', ends: 'minmax', low: 6000, high: 10_000 },
  investment: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000 },
  revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
  rampMonths: { shape: 'triangular', ends: 'minmax', low: 1, mode: 3, high: 8 },
} as const satisfies SimulationRequest['ranges'];
const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.04, successProbability: 0.9 },
  ranges,
  seed: 9,
  trials: 2048,
};
const everyBlock = Array.from({ length: request.trials / 256 }, (_, block) => block);

const withDriver = (key: keyof Drivers, value: number): SimulationRequest => ({
  ...request,
  drivers: { ...request.drivers, [key]: value },
});
const withRange = (key: keyof typeof ranges, of = request): SimulationRequest => {
  const range: Range = ranges[key];
  return { ...of, ranges: { ...of.ranges, [key]: { ...range, high: range.high * 1.25 } } };
};

const lanePasses = [
  'clampedLane',
  'exponentialLane',
  'tableLane',
  'uniformLane',
  'triangularLane',
  'belowLane',
] as const satisfies (keyof Kernel)[];
const passes = ['scores', 'floatScores', 'uniforms', 'shocks', ...lanePasses] as const;

/** Watches how a kernel is made to draw. */
function watch(kernel: Kernel) {
  const drawBits = vi.spyOn(kernel, 'drawBits');
  const others = passes.map((pass) => [pass, vi.spyOn(kernel, pass)] as const);
  const spies = [['drawBits', drawBits] as const, ...others];
  return {
    forget: () => spies.forEach(([, spy]) => spy.mockClear()),
    /** How often each pass was called, of those that were. */
    calls: () =>
      Object.fromEntries(spies.map(([pass, { mock }]) => [pass, mock.calls.length]).filter(([, times]) => times)),
    dimensions: () => [...new Set(drawBits.mock.calls.flatMap(([, , dimensions]) => dimensions))].sort((a, b) => a - b),
    blocks: () => [...new Set(drawBits.mock.calls.map(([, , , block]) => block))].sort((a, b) => a - b),
  };
}

/** What a second request has a kernel draw that has just run the first. */
function drawnAfter(first: SimulationRequest, second: SimulationRequest, split = 1) {
  const kernel = wasm();
  const watched = watch(kernel);
  const computer = createBlockComputer(kernel);
  runAll(computer, first, split);
  expect(watched.blocks()).toEqual(everyBlock);
  watched.forget();
  const result = bytes(runAll(computer, second, split));
  const calls = watched.calls();
  // What is not drawn must not be what the first had either.
  expect(hash(result)).toBe(hash(bytes(simulate(second, 1, wasm()))));
  return { ...watched, calls };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a run after another draws no more than it must:', () => {
  it.each([
    ['annualRevenue', 17_000_000],
    ['annualGrowth', 0.03],
    ['newCustomersPerYear', 50],
    ['delayMonths', 2],
    ['fadePerYear', 0.3],
    ['discountRate', 0.08],
  ] as const)('nothing, where a driver without a range moves: %s', (key, value) => {
    for (const split of [1, 2]) expect(drawnAfter(request, withDriver(key, value), split).calls).toEqual({});
  });

  it.each<[DriverKey, (typeof lanePasses)[number], SimulationRequest]>([
    ['annualChurn', 'tableLane', withRange('annualChurn')],
    ['marginUplift', 'tableLane', withRange('marginUplift')],
    ['acquisitionCost', 'uniformLane', withRange('acquisitionCost')],
    ['investment', 'exponentialLane', withRange('investment')],
    ['revenueUplift', 'clampedLane', withRange('revenueUplift')],
    ['rampMonths', 'triangularLane', withRange('rampMonths')],
    ['successProbability', 'belowLane', withDriver('successProbability', 0.8)],
  ])('that driver alone, where one of a range moves: %s', (key, pass, moved) => {
    const { calls, dimensions, blocks } = drawnAfter(request, moved);
    expect(dimensions()).toEqual([driverTable[key].dimension]);
    expect(blocks()).toEqual(everyBlock);
    // A row and a lane at a time, and no shocks.
    const { drawBits, scores, uniforms, ...lanes } = calls;
    expect(scores ?? uniforms).toBe(drawBits);
    expect(lanes).toEqual({ [pass]: drawBits });
  });

  it('one lane of a correlated pair, though from the rows of both', () => {
    const paired: SimulationRequest = {
      ...request,
      correlations: [{ a: 'annualChurn', b: 'revenueUplift', rank: 0.5 }],
    };
    const { calls, dimensions } = drawnAfter(paired, withRange('annualChurn', paired));
    expect(dimensions()).toEqual([4, 10]);
    expect(calls).toEqual({ drawBits: calls.drawBits, scores: calls.drawBits, tableLane: calls.drawBits });
  });

  it('the shocks alone, where the volatility moves', () => {
    const { calls, dimensions } = drawnAfter(request, withDriver('monthlyVolatility', 0.06));
    expect(dimensions()).toEqual(Array.from({ length: 36 }, (_, month) => 65 + month));
    expect(calls).toEqual({ drawBits: calls.drawBits, floatScores: calls.drawBits, shocks: calls.drawBits });
  });
});

describe('tables of quantiles', () => {
  it('are made for the driver whose range moved, and for no other driver or seed', () => {
    const made = vi.spyOn(driverTransforms, 'driverTransform');
    const written = vi.spyOn(driverTransforms, 'writeTable');
    const computer = createBlockComputer(wasm());
    const after = (wanted: SimulationRequest) => {
      made.mockClear();
      written.mockClear();
      runAll(computer, wanted);
      return { made: made.mock.calls.map(([key]) => key).sort(), written: written.mock.calls.length };
    };
    const moved = withRange('annualChurn');
    expect(after(request)).toEqual({ made: Object.keys(ranges).sort(), written: 2 });
    expect(after(moved)).toEqual({ made: ['annualChurn'], written: 1 });
    expect(after(withRange('rampMonths', moved))).toEqual({ made: ['rampMonths'], written: 0 });
    expect(after({ ...withRange('rampMonths', moved), seed: 10 })).toEqual({ made: [], written: 0 });
  });
});
