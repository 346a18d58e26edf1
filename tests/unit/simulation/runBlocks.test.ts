import { describe, expect, it } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { createArena } from '$lib/simulation/arena';
import { createDrawCache } from '$lib/simulation/drawCache';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import type { SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { blocksIn, dealBlocks, workerOf } from '$lib/simulation/share';
import { simulate } from '$lib/simulation/simulate';
import { hash } from './hash';
import { finish, kernels, runAll, wasm } from './runs';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.04 },
  ranges: {
    annualChurn: { shape: 'pert', ends: 'minmax', low: 0.06, mode: 0.1, high: 0.18 },
    revenueUplift: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 },
    rampMonths: { shape: 'triangular', ends: 'minmax', low: 1, mode: 3, high: 8 },
  },
  seed: 9,
  trials: 2048,
};

describe('room that is given along', () => {
  it('is used where it fits, and nothing else changes', () => {
    const [share] = dealBlocks(0, 512, 1);
    const small = { ...request, trials: 512 };
    const runWith = (spare: ArrayBuffer[]) => finish(createBlockComputer(createTwinKernel()).run(small, share!, spare));
    const rooms = [512, 256, 512].map((trials) => new Float64Array(trials).fill(7).buffer);
    const part = runWith(rooms);
    expect(hash(part)).toBe(hash(runWith([])));
    const used = Object.values(part.sorted).filter(({ buffer }) => rooms.includes(buffer as ArrayBuffer));
    expect(used).toHaveLength(2);
    expect([...new Float64Array(rooms[1]!)].every((x) => x === 7)).toBe(true);
  });
});

describe('dealing blocks', () => {
  it.each([1, 2, 3, 7, 40])('gives every block to one of %i workers, and always to the same one', (workers) => {
    const owners = new Map<number, number>();
    for (const [from, to] of [
      [0, 4096],
      [0, 8192],
      [4096, 8192],
    ] as const) {
      const dealt: number[] = [];
      for (const share of dealBlocks(from, to, workers)) {
        expect(blocksIn(share)).toBeGreaterThan(0);
        for (let block = share.first; block < share.end; block += share.step) {
          dealt.push(block);
          expect(owners.get(block) ?? workerOf(share)).toBe(workerOf(share));
          owners.set(block, workerOf(share));
        }
      }
      expect(dealt.sort((a, b) => a - b)).toEqual(Array.from({ length: (to - from) / 256 }, (_, i) => from / 256 + i));
    }
  });

  it('refuses no trials and parts of blocks', () => {
    expect(() => dealBlocks(0, 0, 2)).toThrow('trials must be a multiple of 256: 0');
    expect(() => dealBlocks(0, 300, 2)).toThrow('trials must be a multiple of 256: 300');
  });
});

describe('kept draws', () => {
  it.each(kernels)(
    'give the bytes of new ones after whatever was asked before: %s',
    (_, kernel) => {
      const computer = createBlockComputer(kernel());
      const others: SimulationRequest[] = [
        { ...request, trials: 1024 },
        { ...request, drivers: { ...request.drivers, investment: 1000, horizonMonths: 7 } },
        { ...request, drivers: { ...request.drivers, monthlyVolatility: 0.2 } },
        { ...request, ranges: { ...request.ranges, annualChurn: { ...request.ranges.annualChurn!, high: 0.3 } } },
        { ...request, ranges: { revenueUplift: request.ranges.revenueUplift! } },
        { ...request, sampler: 'sfc32' },
        { ...request, seed: 10 },
        { ...request, correlations: [{ a: 'annualChurn', b: 'revenueUplift', rank: 0.5 }] },
        { ...request, trials: 4096, fans: ['customers'] },
      ];
      const expected = hash(simulate(request));
      for (const other of others) {
        expect(hash(runAll(computer, other))).toBe(hash(simulate(other, 1, kernel())));
        expect(hash(runAll(computer, request))).toBe(expected);
      }
    },
    60_000,
  );

  it('survive a run that was left in the middle', () => {
    const computer = createBlockComputer(wasm());
    const [share] = dealBlocks(0, request.trials, 1);
    const left = computer.run(request, share!);
    for (let step = 0; step < 3; step++) left.next();
    expect(hash(runAll(computer, request))).toBe(hash(simulate(request)));
  });

  it('stay within their budget: the oldest go, the largest are not kept', () => {
    const cache = createDrawCache(createArena(createTwinKernel()), 1000);
    cache.release('1');
    const a = cache.hold('a', 100, 4, 'seed');
    a.filled = 4;
    cache.release('1');
    const b = cache.hold('b', 100, 5, 'seed');
    b.filled = 5;
    cache.release('1');
    expect(cache.hold('a', 100, 4, 'seed')).toBe(a);
    cache.release('1');
    expect(cache.hold('c', 100, 6, 'seed').capacity).toBe(6);
    expect(cache.hold('a', 100, 4, 'seed')).toBe(a);
    cache.release('1');
    expect(cache.hold('b', 100, 5, 'seed').filled).toBe(0);
    expect(cache.hold('huge', 100, 11, 'seed').capacity).toBe(0);
  });

  it('give their room to those of another seed; tables stay', () => {
    const cache = createDrawCache(createArena(createTwinKernel()), 1000);
    cache.release('1');
    const [draws, table] = [cache.hold('draws', 100, 4, 'seed'), cache.hold('table', 100, 1, 'always')];
    draws.filled = table.filled = 1;
    cache.release('2');
    expect(cache.hold('others', 100, 4, 'seed').address).toBe(draws.address);
    expect(cache.hold('table', 100, 1, 'always')).toBe(table);
    cache.release('1');
    expect(cache.hold('draws', 100, 4, 'seed').filled).toBe(0);
  });
});

describe('the fan', () => {
  it('is within a fiftieth of a deviation of the exact percentiles', () => {
    const kernel = wasm();
    const { outputs, fan } = simulate({ ...request, trials: 32_768 }, 1, kernel);
    // Net present value without discounting is the cumulative cash of the last month.
    const still = { ...request, trials: 32_768, drivers: { ...request.drivers, discountRate: 0 } };
    const undiscounted = simulate(still, 1, wasm());
    const exact = Float64Array.from(undiscounted.outputs.npv.parts[0]!);
    for (const [band, probability] of [
      ['p5', 0.05],
      ['p25', 0.25],
      ['p50', 0.5],
      ['p75', 0.75],
      ['p95', 0.95],
    ] as const) {
      const expected = exact[Math.round(probability * (exact.length - 1))]!;
      expect(Math.abs(fan.cumulative[band][36]! - expected)).toBeLessThan(outputs.npv.deviation! / 50);
    }
  });

  it('counts only the series somebody looks at', () => {
    const { fan } = simulate({ ...request, trials: 1024, fans: ['cumulative'] });
    expect(fan.cumulative.p50).toHaveLength(37);
    expect(fan.revenue.p50).toHaveLength(0);
    expect(fan.cumulative).toEqual(simulate({ ...request, trials: 1024 }).fan.cumulative);
  });
});
