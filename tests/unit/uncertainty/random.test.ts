import { describe, expect, test } from 'vitest';
import { sfc32 } from '$lib/uncertainty/sfc32';
import { BLOCK_TRIALS, fillUniforms } from '$lib/uncertainty/uniformBlock';

const take = (n: number, next: () => number): number[] => Array.from({ length: n }, next);

describe('sfc32', () => {
  test('gives the known answers', () => {
    // rust-random/rngs rand_sfc ("produced with the reference implementation").
    expect(take(6, sfc32(0, 2, 1, 1, 15))).toEqual([
      62393272, 2826812542, 394729356, 1283158580, 3328028130, 745087817,
    ]);
    // maloquacious/prng sfc32_test.go.
    expect(take(4, sfc32(0, 12345, 0, 1, 12))).toEqual([235160590, 2967261163, 116171463, 2882324903]);
  });
});

const block = (seed: number, dimension: number, index: number): Float64Array => {
  const out = new Float64Array(BLOCK_TRIALS);
  fillUniforms(seed, dimension, index, out);
  return out;
};

describe('fillUniforms', () => {
  test('gives the same block whoever asks, and another for every seed, dimension and block', () => {
    expect(block(1, 2, 3)).toEqual(block(1, 2, 3));
    const others = [
      block(0, 2, 3),
      block(1, 1, 3),
      block(1, 2, 0),
      block(2, 1, 3),
      block(3, 2, 1),
      block(2 ** 32 - 1, 2, 3),
    ];
    for (const other of others) {
      let same = 0;
      other.forEach((u, i) => (same += u === block(1, 2, 3)[i] ? 1 : 0));
      expect(same).toBe(0);
    }
  });
  test('is the substream itself, moved strictly inside (0, 1)', () => {
    const next = sfc32(7, 5, 9, 1, 15);
    expect(Array.from(block(7, 5, 9))).toEqual(take(BLOCK_TRIALS, () => (next() + 0.5) / 2 ** 32));
    expect(block(7, 5, 9).every((u) => u > 0 && u < 1)).toBe(true);
  });
  test('is uniform, and uncorrelated between blocks and dimensions', () => {
    const counts = new Array<number>(16).fill(0);
    let product = 0;
    const blocks = 400;
    for (let b = 0; b < blocks; b++) {
      const [one, two] = [block(42, 1, b), block(42, 2, b)];
      one.forEach((u, i) => {
        counts[Math.floor(u * 16)]!++;
        product += (u - 0.5) * (two[i]! - 0.5) * 12;
      });
    }
    const n = blocks * BLOCK_TRIALS;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 16) ** 2 / (n / 16), 0);
    expect(chiSquare).toBeLessThan(37.7); // 0.1 % point, 15 degrees of freedom
    expect(Math.abs(product / Math.sqrt(n))).toBeLessThan(3.3);
  });
});
