import { BITS_ROW, TRIALS } from './layout';

// @ts-ignore: decorator
@inline
function rotate21(x: v128): v128 {
  return v128.or(i32x4.shl(x, 21), i32x4.shr_u(x, 11));
}


/**
 * Pseudo-random bits of one block for `count` dimensions, a row each; four streams run side by side, so rows are written
 * in fours. The streams are those of uncertainty/uniformBlock.ts.
 */
export function sfc32Bits(seed: i32, dimensions: usize, count: i32, block: i32, out: usize): void {
  for (let row = 0; row < count; row += 4) {
    let a = i32x4.splat(seed);
    let b = v128.load(dimensions + <usize>row * 4);
    let c = i32x4.splat(block);
    let counter = i32x4.splat(1);
    for (let i = 0; i < 15; i++) {
      const output = i32x4.add(i32x4.add(a, b), counter);
      counter = i32x4.add(counter, i32x4.splat(1));
      a = v128.xor(b, i32x4.shr_u(b, 9));
      b = i32x4.add(c, i32x4.shl(c, 3));
      c = i32x4.add(rotate21(c), output);
    }
    let at = out + <usize>row * BITS_ROW;
    const end = at + <usize>TRIALS * 4;
    for (; at < end; at += 16) {
      const o0 = i32x4.add(i32x4.add(a, b), counter);
      a = v128.xor(b, i32x4.shr_u(b, 9));
      b = i32x4.add(c, i32x4.shl(c, 3));
      c = i32x4.add(rotate21(c), o0);
      counter = i32x4.add(counter, i32x4.splat(1));
      const o1 = i32x4.add(i32x4.add(a, b), counter);
      a = v128.xor(b, i32x4.shr_u(b, 9));
      b = i32x4.add(c, i32x4.shl(c, 3));
      c = i32x4.add(rotate21(c), o1);
      counter = i32x4.add(counter, i32x4.splat(1));
      const o2 = i32x4.add(i32x4.add(a, b), counter);
      a = v128.xor(b, i32x4.shr_u(b, 9));
      b = i32x4.add(c, i32x4.shl(c, 3));
      c = i32x4.add(rotate21(c), o2);
      counter = i32x4.add(counter, i32x4.splat(1));
      const o3 = i32x4.add(i32x4.add(a, b), counter);
      a = v128.xor(b, i32x4.shr_u(b, 9));
      b = i32x4.add(c, i32x4.shl(c, 3));
      c = i32x4.add(rotate21(c), o3);
      counter = i32x4.add(counter, i32x4.splat(1));
      // Four trials of four dimensions, turned so that a dimension's trials stand together.
      const t0 = v128.shuffle<i32>(o0, o1, 0, 4, 1, 5);
      const t1 = v128.shuffle<i32>(o2, o3, 0, 4, 1, 5);
      const t2 = v128.shuffle<i32>(o0, o1, 2, 6, 3, 7);
      const t3 = v128.shuffle<i32>(o2, o3, 2, 6, 3, 7);
      v128.store(at, v128.shuffle<i64>(t0, t1, 0, 2));
      v128.store(at + BITS_ROW, v128.shuffle<i64>(t0, t1, 1, 3));
      v128.store(at + 2 * BITS_ROW, v128.shuffle<i64>(t2, t3, 0, 2));
      v128.store(at + 3 * BITS_ROW, v128.shuffle<i64>(t2, t3, 1, 3));
    }
  }
}

// @ts-ignore: decorator
@inline
function reverseLane(x: u32): u32 {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  return bswap<u32>(x);
}

/** Bits of each byte turned round by a table of half bytes, then the bytes of each word. */
// @ts-ignore: decorator
@inline
function reverse(x: v128): v128 {
  const table = i8x16(0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15);
  const nibble = i8x16.splat(15);
  const low = i8x16.swizzle(table, v128.and(x, nibble));
  const high = i8x16.swizzle(table, v128.and(i16x8.shr_u(x, 4), nibble));
  const bytes = v128.or(i16x8.shl(low, 4), high);
  return i8x16.swizzle(bytes, i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
}

// @ts-ignore: decorator
@inline
function scramble(reversed: v128, at: usize, keys: usize): void {
  const key = v128.load(keys);
  let x = v128.xor(reversed, i32x4.mul(reversed, i32x4.splat(0x3d20adea)));
  x = i32x4.add(x, key);
  x = i32x4.mul(x, v128.or(i32x4.shr_u(key, 16), i32x4.splat(1)));
  x = v128.xor(x, i32x4.mul(x, i32x4.splat(0x05526c56)));
  x = v128.xor(x, i32x4.mul(x, i32x4.splat(0x53a22864)));
  v128.store(at, reverse(x));
}

/**
 * Scrambled Sobol' bits of one block for `count` dimensions, a row each, as uncertainty/sobol.ts gives them: 16 points
 * of 16 replicates.
 *
 * @param directions 32 direction numbers of each dimension there is
 * @param keys 16 keys of each
 * @param dimensions which of them the rows are
 */
export function sobolBits(
  directions: usize,
  keys: usize,
  dimensions: usize,
  count: i32,
  block: i32,
  out: usize,
): void {
  for (let row = 0; row < count; row++) {
    const dimension = <usize>load<u32>(dimensions + <usize>row * 4);
    const numbers = directions + dimension * 128;
    const rowKeys = keys + dimension * 64;
    let index: u32 = <u32>block * 16;
    let point: u32 = 0;
    for (let gray: u32 = index ^ (index >>> 1), i: usize = 0; gray !== 0; gray >>>= 1, i += 4)
      if (gray & 1) point ^= load<u32>(numbers + i);
    let at = out + <usize>row * BITS_ROW;
    for (let p = 0; p < 16; p++) {
      const reversed = i32x4.splat(reverseLane(point));
      scramble(reversed, at, rowKeys);
      scramble(reversed, at + 16, rowKeys + 16);
      scramble(reversed, at + 32, rowKeys + 32);
      scramble(reversed, at + 48, rowKeys + 48);
      at += 64;
      index++;
      // Neighbours in Gray-code order differ in one direction.
      point ^= load<u32>(numbers + (ctz<u32>(index) << 2));
    }
  }
}
