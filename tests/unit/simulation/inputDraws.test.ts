import { describe, expect, it } from 'vitest';
import { inputDraws, type InputDrawsSpec } from '$lib/simulation/inputDraws';
import { firstInputDimension } from '$lib/simulation/result';
import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';

const input: InputDrawsSpec = {
  range: { shape: 'uniform', ends: 'minmax', low: 0, high: 1 },
  dimension: 185,
  seed: 7,
  sampler: 'sobol',
  trials: 1024,
};

describe("draws of an author's input", () => {
  it.each([
    ['sobol', 185, fillSobolUniforms],
    ['sobol', 320, fillSobolUniforms],
    ['sobol', 321, fillUniforms],
    ['sfc32', 185, fillUniforms],
  ] as const)('come from the stream of its dimension, block by block: %s, %i', (sampler, dimension, fill) => {
    const uniforms = new Float64Array(256);
    fill(7, dimension, 2, uniforms);
    expect(inputDraws({ ...input, sampler, dimension }).subarray(512, 768)).toEqual(uniforms);
  });

  it('of fewer trials are the beginning of more', () => {
    expect(inputDraws({ ...input, trials: 4096 }).subarray(0, 1024)).toEqual(inputDraws(input));
  });

  it('have the range that was meant, cut to its limits', () => {
    const draws = inputDraws({ ...input, range: { shape: 'normal', ends: 'p5p95', low: -1, high: 3 } }).sort();
    expect(draws[51]).toBeCloseTo(-1, 1);
    expect(draws[972]).toBeCloseTo(3, 1);
    const cut = inputDraws({
      ...input,
      limits: [0, 1],
      range: { shape: 'normal', ends: 'p5p95', low: 0.1, high: 0.9 },
    });
    expect(cut.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('refuse the dimensions of drivers and shocks, and trials that are not whole blocks', () => {
    expect(firstInputDimension).toBe(185);
    expect(() => inputDraws({ ...input, dimension: 184 })).toThrow('not the dimension of an input: 184');
    expect(() => inputDraws({ ...input, trials: 100 })).toThrow('trials must be a multiple of 256: 100');
  });
});
