import { describe, expect, test } from 'vitest';
import { fillSobolUniforms, scrambledSobol, sobolPoint } from '$lib/uncertainty/sobol';
import { SOBOL_DIMENSIONS } from '$lib/uncertainty/sobolDimensions';

describe('sobolPoint', () => {
  test('gives the published points, in Gray-code order from the origin', () => {
    // Joe & Kuo's own program, as in SALib's test_sobol_sequence.
    const published = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    const points = published.map((_, index) => [1, 2, 3].map((dimension) => sobolPoint(dimension, index) / 2 ** 32));
    expect(points).toEqual(published);
  });
  test('every dimension puts one point into each of 256 equal slices', () => {
    for (let dimension = 1; dimension <= SOBOL_DIMENSIONS; dimension++) {
      const slices = new Set(Array.from({ length: 256 }, (_, i) => sobolPoint(dimension, i) >>> 24));
      expect(slices.size).toBe(256);
    }
  });
  test('knows no dimension beyond its table', () => {
    expect(() => sobolPoint(321, 1)).toThrow("unknown Sobol' dimension: 321");
    expect(() => sobolPoint(0, 1)).toThrow("unknown Sobol' dimension: 0");
  });
});

describe('scrambledSobol', () => {
  test('every elementary interval of two dimensions keeps its share', () => {
    // Dimensions 1 and 2 are a (0, 2)-sequence: 2^8 points, one to each box of 2^−k by 2^−(8−k).
    for (let replicate = 0; replicate < 16; replicate++) {
      for (let k = 0; k <= 8; k++) {
        const boxes = new Set<number>();
        for (let i = 0; i < 256; i++) {
          const x = k === 0 ? 0 : scrambledSobol(1, i, 9, replicate) >>> (32 - k);
          const y = k === 8 ? 0 : scrambledSobol(2, i, 9, replicate) >>> (24 + k);
          boxes.add(x * 2 ** (8 - k) + y);
        }
        expect(boxes.size).toBe(256);
      }
    }
  });
  test('every dimension keeps one point to a slice', () => {
    for (let dimension = 1; dimension <= SOBOL_DIMENSIONS; dimension += 7) {
      const slices = new Set(Array.from({ length: 1024 }, (_, i) => scrambledSobol(dimension, i, 3, 5) >>> 22));
      expect(slices.size).toBe(1024);
    }
  });
  test('one point is uniform over seeds, and replicates, dimensions and seeds differ', () => {
    const counts = new Array<number>(16).fill(0);
    for (let seed = 0; seed < 16_000; seed++) counts[scrambledSobol(4, 11, seed, 2) >>> 28]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(37.7); // 0.1 % point, 15 degrees of freedom
    expect(scrambledSobol(1, 0, 1, 0)).not.toBe(scrambledSobol(1, 0, 1, 1));
    expect(scrambledSobol(1, 0, 1, 0)).not.toBe(scrambledSobol(2, 0, 1, 0));
    expect(scrambledSobol(1, 0, 1, 0)).not.toBe(scrambledSobol(1, 0, 2, 0));
  });
});

const trials = (seed: number, dimension: number, blocks: number): number[] =>
  Array.from({ length: blocks }, (_, block) => {
    const out = new Float64Array(256);
    fillSobolUniforms(seed, dimension, block, out);
    return Array.from(out);
  }).flat();

describe('fillSobolUniforms', () => {
  test('deals trial i to point ⌊i/16⌋ of replicate i mod 16', () => {
    const dealt = trials(7, 3, 3);
    dealt.forEach((u, i) => {
      expect(u).toBe((scrambledSobol(3, Math.floor(i / 16), 7, i % 16) + 0.5) / 2 ** 32);
    });
    expect(dealt.every((u) => u > 0 && u < 1)).toBe(true);
  });
  test('more trials move no earlier one', () => {
    expect(trials(7, 3, 8).slice(0, 512)).toEqual(trials(7, 3, 2));
    const short = new Float64Array(40);
    fillSobolUniforms(7, 3, 1, short);
    expect(Array.from(short)).toEqual(trials(7, 3, 2).slice(256, 296));
  });
  test('the spread of the 16 replicates is the error they really have', () => {
    // E[(u₁ + ½)(u₂ + ½)] = 1 over 300 seeds of 16 × 64 points.
    let squares = 0;
    let claimed = 0;
    const seeds = 300;
    for (let seed = 0; seed < seeds; seed++) {
      const [one, two] = [trials(seed, 17, 4), trials(seed, 40, 4)];
      const estimates = new Array<number>(16).fill(0);
      one.forEach((u, i) => (estimates[i % 16]! += ((u + 0.5) * (two[i]! + 0.5)) / 64));
      const mean = estimates.reduce((sum, x) => sum + x) / 16;
      squares += (mean - 1) ** 2;
      claimed += estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 15 / 16;
    }
    expect(squares / claimed).toBeGreaterThan(0.7);
    expect(squares / claimed).toBeLessThan(1.4);
    // Far below plain Monte Carlo, whose variance would be ((13/12)² − 1)/1024.
    expect(claimed / seeds).toBeLessThan(((13 / 12) ** 2 - 1) / 1024 / 20);
  });
});
