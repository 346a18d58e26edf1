import { describe, expect, it } from 'vitest';
import { driverKeys, driverTable } from '$lib/scenario/drivers';
import { sobolIndices, twinOf } from '$lib/simulation/sobolIndices';
import { lognormal } from '$lib/uncertainty/lognormal';
import { normalQuantile } from '$lib/uncertainty/normalQuantile';

/** A model of one trial, applied to a block. */
const trialwise = (model: (u: number[]) => number) => (uniforms: readonly Float64Array[], out: Float64Array) => {
  for (let i = 0; i < out.length; i++) out[i] = model(uniforms.map((column) => column[i]!));
};
const indicesOf = (dimensions: number, model: (u: number[]) => number, seed = 1, trials = 16_384) =>
  sobolIndices({ model: trialwise(model), dimensions, trials, seed });

interface Oracle {
  readonly name: string;
  readonly dimensions: number;
  readonly model: (u: number[]) => number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** Ishigami & Homma (1990), a = 7, b = 0.1, on [−π, π]³. */
function ishigami(): Oracle {
  const [a, b] = [7, 0.1];
  const [v1, v2, v13] = [(1 + (b * Math.PI ** 4) / 5) ** 2 / 2, a ** 2 / 8, (8 * b ** 2 * Math.PI ** 8) / 225];
  const variance = v1 + v2 + v13;
  return {
    name: 'the Ishigami function',
    dimensions: 3,
    model: (u) => {
      const [x, y, z] = u.map((each) => Math.PI * (2 * each - 1)) as [number, number, number];
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    },
    variance,
    first: [v1 / variance, v2 / variance, 0],
    total: [(v1 + v13) / variance, v2 / variance, v13 / variance],
  };
}

/** A product of independent factors with mean 1 and variances v: V_i = v_i, total V_i = v_i·Π(1 + v_j), V = Π(1 + v) − 1. */
function product(name: string, variances: readonly number[], model: Oracle['model']): Oracle {
  const all = variances.reduce((product, v) => product * (1 + v), 1);
  return {
    name,
    dimensions: variances.length,
    model,
    variance: all - 1,
    first: variances.map((v) => v / (all - 1)),
    total: variances.map((v) => (v * all) / (1 + v) / (all - 1)),
  };
}

/** Sobol' (1993), Π (|4u − 2| + a)/(1 + a): each factor has mean 1 and variance 1/(3(1 + a)²). */
function gFunction(): Oracle {
  const parameters = [0, 1, 4.5, 9, 99, 99];
  return product(
    "Sobol's g-function",
    parameters.map((a) => 1 / 3 / (1 + a) ** 2),
    (u) => u.reduce((value, each, i) => (value * (Math.abs(4 * each - 2) + parameters[i]!)) / (1 + parameters[i]!), 1),
  );
}

/** Lognormals with σ 0.2, 0.3 and 0.5 and mean 1: variance e^σ² − 1. */
function lognormals(): Oracle {
  const factors = [0.2, 0.3, 0.5].map((sigma) => lognormal(-(sigma ** 2) / 2, sigma));
  return product(
    'a product of lognormals',
    factors.map(({ variance }) => variance),
    (u) => u.reduce((value, each, i) => value * factors[i]!.quantile(each), 1),
  );
}

/** A sum of normals with deviations 1, 2, 3 far from zero: the shares are 1, 4 and 9 of 14, alone and in all. */
function additive(): Oracle {
  const shares = [1 / 14, 4 / 14, 9 / 14];
  return {
    name: 'a sum of normals',
    dimensions: 3,
    model: ([x, y, z]) => 1e6 + normalQuantile(x!) + 2 * normalQuantile(y!) + 3 * normalQuantile(z!),
    variance: 14,
    first: shares,
    total: shares,
  };
}

describe.each([ishigami(), gFunction(), additive(), lognormals()])('the shares of $name', (oracle) => {
  const { dimensions, model, variance, first, total } = oracle;

  it('are those of the analysis', () => {
    const indices = indicesOf(dimensions, model);
    expect(indices.variance! / variance).toBeCloseTo(1, 1);
    for (let i = 0; i < dimensions; i++) {
      expect(Math.abs(indices.first[i]!.value - first[i]!)).toBeLessThan(0.015);
      expect(Math.abs(indices.total[i]!.value - total[i]!)).toBeLessThan(0.015);
    }
  });

  it('lie in their intervals about as often as promised', () => {
    let held = 0;
    const seeds = 40;
    for (let seed = 1; seed <= seeds; seed++) {
      const indices = indicesOf(dimensions, model, seed, 2048);
      for (const [estimates, truths] of [
        [indices.first, first],
        [indices.total, total],
      ] as const)
        truths.forEach((truth, i) => {
          const { low, value, high } = estimates[i]!;
          expect(low <= value && value <= high).toBe(true);
          if (low <= truth + 1e-9 && truth <= high + 1e-9) held++;
        });
    }
    expect(held / (seeds * 2 * dimensions)).toBeGreaterThan(0.9);
  });

  it('get narrower intervals with more trials', () => {
    const width = (trials: number) =>
      indicesOf(dimensions, model, 3, trials).total.reduce((sum, each) => sum + each!.high - each!.low, 0);
    expect(width(16_384)).toBeLessThan(0.7 * width(1024));
  });
});

describe('the indices', () => {
  it('are the same for the same seed and others for another', () => {
    const model = ([x, y]: number[]) => x! * y!;
    expect(indicesOf(2, model, 5, 256)).toEqual(indicesOf(2, model, 5, 256));
    expect(indicesOf(2, model, 5, 256)).not.toEqual(indicesOf(2, model, 6, 256));
  });

  it('do not change for the old factors when one is added that does nothing', () => {
    const two = indicesOf(2, ([x, y]) => x! + y! * y!);
    const three = indicesOf(3, ([x, y]) => x! + y! * y!);
    expect(three.first.slice(0, 2)).toEqual(two.first);
    expect(three.total[2]).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('stay between 0 and 1', () => {
    const { first, total } = indicesOf(4, ([a, b]) => (a! < 0.5 === b! < 0.5 ? 1 : -1), 2, 256);
    for (const { value, low, high } of [...first, ...total].map((each) => each!))
      for (const end of [value, low, high]) expect(end >= 0 && end <= 1).toBe(true);
  });

  it('are null for a constant output, also when it wavers in its last digits', () => {
    const nothing = { first: [null, null], total: [null, null], variance: 0 };
    expect(indicesOf(2, () => 0.1, 1, 256)).toEqual(nothing);
    expect(indicesOf(2, ([x]) => 1e9 + (x! < 0.5 ? 1e-6 : 0), 1, 256)).toEqual(nothing);
  });

  it('are null, and so is the variance, when an output is not a finite number', () => {
    for (const odd of [Infinity, -Infinity, NaN])
      expect(indicesOf(2, ([x]) => (x! < 0.01 ? odd : x!), 1, 1024)).toEqual({
        first: [null, null],
        total: [null, null],
        variance: null,
      });
    expect(indicesOf(1, ([x]) => 1e300 * x!, 1, 256).variance).toBe(null);
  });

  it('refuse what they cannot do', () => {
    expect(() => indicesOf(0, () => 0)).toThrow('dimensions must be 1 to 32: 0');
    expect(() => indicesOf(33, () => 0)).toThrow('dimensions must be 1 to 32: 33');
    expect(() => indicesOf(1, () => 0, 1, 100)).toThrow('trials must be a multiple of 256: 100');
  });

  it('have a twin dimension for every driver, and it is no driver', () => {
    const own = driverKeys.map((key) => driverTable[key].dimension as number);
    const twins = own.map(twinOf);
    expect(new Set([...own, ...twins]).size).toBe(2 * own.length);
    expect(Math.max(...twins)).toBeLessThanOrEqual(64);
  });
});
