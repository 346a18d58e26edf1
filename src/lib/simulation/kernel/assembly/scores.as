import { BITS_ROW, ROW, TRIALS } from './layout';

/** Constants, twice each: a load is cheaper than what engines make of a vector constant. */
const MASKS = memory.data<u64>(
  [0x00003fffffffffff, 0x00003fffffffffff, 0x3ff0000000000000, 0x3ff0000000000000, 0x8000000000000000, 0x8000000000000000],
  16,
);
const HALF = memory.data<f64>([0.5, 0.5], 16);

/** |z| of two trials from the table: a cubic in how far the probability lies into its cell. */
// @ts-ignore: decorator
@inline
function fromTable(place: v128, table: usize): v128 {
  const cell = i64x2.shr_u(place, 46);
  const first = table + (<usize>i64x2.extract_lane(cell, 0) << 5);
  const second = table + (<usize>i64x2.extract_lane(cell, 1) << 5);
  const one = v128.load(MASKS, 16);
  const f = f64x2.sub(v128.or(v128.and(place, v128.load(MASKS)), one), one);
  const lowFirst = v128.load(first);
  const lowSecond = v128.load(second);
  const highFirst = v128.load(first, 16);
  const highSecond = v128.load(second, 16);
  const c0 = v128.shuffle<i64>(lowFirst, lowSecond, 0, 2);
  const c1 = v128.shuffle<i64>(lowFirst, lowSecond, 1, 3);
  const c2 = v128.shuffle<i64>(highFirst, highSecond, 0, 2);
  const c3 = v128.shuffle<i64>(highFirst, highSecond, 1, 3);
  return f64x2.add(
    f64x2.add(c0, f64x2.mul(f, c1)),
    f64x2.mul(f64x2.mul(f, f), f64x2.add(c2, f64x2.mul(f, c3))),
  );
}

/**
 * Rows of bits to rows of standard normal scores.
 *
 * @param table as scoreTable.ts makes it, its address moved so that the exponent bits of the smallest probability are 0
 */
export function scores(bits: usize, out: usize, rows: i32, table: usize): void {
  const base = table - (<usize>(1022 << 6) << 5);
  for (let row = 0; row < rows; row++) {
    let from = bits + <usize>row * BITS_ROW;
    let to = out + <usize>row * ROW;
    const end = from + <usize>TRIALS * 4;
    for (; from < end; from += 16, to += 32) {
      const x = v128.load(from);
      const upper = i32x4.shr_s(x, 31);
      const tail = v128.xor(x, upper);
      const p = f64x2.add(f64x2.convert_low_i32x4_s(tail), v128.load(HALF));
      const q = f64x2.add(f64x2.convert_low_i32x4_s(v128.shuffle<i64>(tail, tail, 1, 1)), v128.load(HALF));
      const signP = v128.andnot(v128.load(MASKS, 32), i64x2.extend_low_i32x4_s(upper));
      const signQ = v128.andnot(v128.load(MASKS, 32), i64x2.extend_high_i32x4_s(upper));
      v128.store(to, v128.xor(fromTable(p, base), signP));
      v128.store(to, v128.xor(fromTable(q, base), signQ), 16);
    }
  }
}

const FLOATS = memory.data<u32>(
  [
    // 0.5; 2147483520, the largest float below 2^31; what a float has below its cell's number; 1; its sign
    0x3f000000, 0x3f000000, 0x3f000000, 0x3f000000, 0x4effffff, 0x4effffff, 0x4effffff, 0x4effffff, 0x0001ffff, 0x0001ffff,
    0x0001ffff, 0x0001ffff, 0x3f800000, 0x3f800000, 0x3f800000, 0x3f800000, 0x80000000, 0x80000000, 0x80000000, 0x80000000,
  ],
  16,
);

/**
 * Rows of bits to rows of standard normal scores as floats, in their place: for what is kept as floats anyway. Four trials
 * at a time, from the same table in single precision.
 *
 * @param table as for `scores`, four floats to a cell
 */
export function floatScores(bits: usize, rows: i32, table: usize): void {
  const base = table - (<usize>(126 << 6) << 4);
  const half = v128.load(FLOATS);
  const most = v128.load(FLOATS, 16);
  const low = v128.load(FLOATS, 32);
  const one = v128.load(FLOATS, 48);
  const sign = v128.load(FLOATS, 64);
  for (let row = 0; row < rows; row++) {
    const end = bits + <usize>TRIALS * 4;
    for (; bits < end; bits += 16) {
      const x = v128.load(bits);
      const upper = i32x4.shr_s(x, 31);
      const p = f32x4.pmin(f32x4.add(f32x4.convert_i32x4_s(v128.xor(x, upper)), half), most);
      const cell = i32x4.shr_u(p, 17);
      const r0 = v128.load(base + (<usize>i32x4.extract_lane(cell, 0) << 4));
      const r1 = v128.load(base + (<usize>i32x4.extract_lane(cell, 1) << 4));
      const r2 = v128.load(base + (<usize>i32x4.extract_lane(cell, 2) << 4));
      const r3 = v128.load(base + (<usize>i32x4.extract_lane(cell, 3) << 4));
      const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
      const b = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
      const c = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
      const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
      const f = f32x4.sub(v128.or(v128.and(p, low), one), one);
      const left = f32x4.add(v128.shuffle<i64>(a, b, 0, 2), f32x4.mul(f, v128.shuffle<i64>(a, b, 1, 3)));
      const bend = f32x4.add(v128.shuffle<i64>(c, d, 0, 2), f32x4.mul(f, v128.shuffle<i64>(c, d, 1, 3)));
      const size = f32x4.add(left, f32x4.mul(f32x4.mul(f, f), bend));
      v128.store(bits, v128.xor(size, v128.andnot(sign, upper)));
    }
    bits += BITS_ROW - <usize>TRIALS * 4;
  }
}

/** One row of bits to uniforms (x + ½)/2³². */
export function uniforms(bits: usize, out: usize): void {
  const end = bits + <usize>TRIALS * 4;
  for (; bits < end; bits += 8, out += 16) {
    const x = f64x2.convert_low_i32x4_u(v128.load64_zero(bits));
    v128.store(out, f64x2.mul(f64x2.add(x, f64x2.splat(0.5)), f64x2.splat(1.0 / 4294967296)));
  }
}
