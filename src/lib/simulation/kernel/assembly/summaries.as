import { GROUP, TRIALS } from './layout';

const REPLICATES: i32 = 16;
const BYTES: usize = <usize>TRIALS * 8;

/** The 16 sums at `at`, added pairwise. */
// @ts-ignore: decorator
@inline
function total(at: usize): f64 {
  let sum = f64x2.splat(0);
  for (let i: usize = 0; i < 128; i += 16) sum = f64x2.add(sum, v128.load(at + i));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * One output of one block: sums of the 16 replicates (trial i in replicate i mod 16), then count, mean and sum of squared
 * deviations of the block; of the trials that are not "never" (+∞).
 *
 * @param scratch 16 doubles
 * @param out 19 doubles
 */
export function summarise(values: usize, scratch: usize, out: usize): void {
  const infinity = f64x2.splat(Infinity);
  let counts = i64x2.splat(0);
  for (let r: usize = 0; r < <usize>REPLICATES * 8; r += 16) {
    let sum = f64x2.splat(0);
    for (let i: usize = r; i < BYTES; i += <usize>REPLICATES * 8) {
      const x = v128.load(values + i);
      const finite = f64x2.lt(x, infinity);
      counts = i64x2.sub(counts, finite);
      sum = f64x2.add(sum, v128.and(x, finite));
    }
    v128.store(out + r, sum);
  }
  const count = <f64>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
  const mean = count > 0 ? total(out) / count : 0;
  for (let r: usize = 0; r < <usize>REPLICATES * 8; r += 16) {
    let sum = f64x2.splat(0);
    for (let i: usize = r; i < BYTES; i += <usize>REPLICATES * 8) {
      const x = v128.load(values + i);
      const off = v128.and(f64x2.sub(x, f64x2.splat(mean)), f64x2.lt(x, infinity));
      sum = f64x2.add(sum, f64x2.mul(off, off));
    }
    v128.store(scratch + r, sum);
  }
  store<f64>(out + <usize>REPLICATES * 8, count);
  store<f64>(out + <usize>REPLICATES * 8 + 8, mean);
  store<f64>(out + <usize>REPLICATES * 8 + 16, total(scratch));
}

/**
 * Counts one output of one block by replicate and bin; what lies outside counts in the outermost bins, "never" in a place
 * of its own after the last.
 *
 * @param counts bins + 1 for each of 16 replicates
 */
export function countReplicates(values: usize, start: f64, scale: f64, bins: i32, counts: usize): void {
  const stride = <usize>(bins + 1) * 4;
  const last = f64x2.splat(<f64>(bins - 1));
  for (let i = 0; i < TRIALS; i += 2) {
    const x = v128.load(values + <usize>i * 8);
    const place = f64x2.floor(f64x2.mul(f64x2.sub(x, f64x2.splat(start)), f64x2.splat(scale)));
    const inside = f64x2.pmin(f64x2.pmax(place, f64x2.splat(0)), last);
    const never = f64x2.eq(x, f64x2.splat(Infinity));
    const bin = i32x4.trunc_sat_f64x2_u_zero(v128.bitselect(f64x2.splat(<f64>bins), inside, never));
    const group = counts + <usize>(i & (REPLICATES - 1)) * stride;
    const first = group + (<usize>i32x4.extract_lane(bin, 0) << 2);
    const second = group + stride + (<usize>i32x4.extract_lane(bin, 1) << 2);
    store<u32>(first, load<u32>(first) + 1);
    store<u32>(second, load<u32>(second) + 1);
  }
}

/**
 * Widens the reach of each month by one series of one block.
 *
 * @param paths as cashPath keeps them
 * @param reach lowest and highest of each month so far, as two floats
 */
export function widen(paths: usize, months: i32, reach: usize): void {
  const groupBytes = <usize>months * <usize>GROUP * 4;
  for (let month = 0; month < months; month++) {
    let low = v128.load32_splat(reach);
    let high = v128.load32_splat(reach, 4);
    let at = paths + <usize>month * <usize>GROUP * 4;
    for (let group = 0; group < TRIALS / GROUP; group++) {
      const a = v128.load(at);
      const b = v128.load(at, 16);
      low = f32x4.pmin(low, f32x4.pmin(a, b));
      high = f32x4.pmax(high, f32x4.pmax(a, b));
      at += groupBytes;
    }
    low = f32x4.pmin(low, v128.shuffle<i32>(low, low, 2, 3, 0, 1));
    high = f32x4.pmax(high, v128.shuffle<i32>(high, high, 2, 3, 0, 1));
    low = f32x4.pmin(low, v128.shuffle<i32>(low, low, 1, 0, 3, 2));
    high = f32x4.pmax(high, v128.shuffle<i32>(high, high, 1, 0, 3, 2));
    // Of two zeros either may be the one: 0 is added so that it is the positive one.
    store<f32>(reach, f32x4.extract_lane(low, 0) + 0);
    store<f32>(reach, f32x4.extract_lane(high, 0) + 0, 4);
    reach += 8;
  }
}

/**
 * Counts one series of one block by month and bin.
 *
 * @param paths as cashPath keeps them
 * @param grid start of the first bin and bins per unit of each month, as two floats
 * @param counts 512 bins for each month
 */
export function countPaths(paths: usize, months: i32, grid: usize, counts: usize): void {
  const groupBytes = <usize>months * <usize>GROUP * 4;
  // What is added to a float below 2^22 to leave its nearest whole number in the lowest bits.
  const magic = f32x4.splat(8388608);
  const half = f32x4.splat(0.5);
  const last = f32x4.splat(511);
  for (let month = 0; month < months; month++) {
    const start = v128.load32_splat(grid);
    const scale = v128.load32_splat(grid, 4);
    let at = paths + <usize>month * <usize>GROUP * 4;
    for (let group = 0; group < TRIALS / GROUP; group++) {
      const a = f32x4.sub(f32x4.mul(f32x4.sub(v128.load(at), start), scale), half);
      const b = f32x4.sub(f32x4.mul(f32x4.sub(v128.load(at, 16), start), scale), half);
      const binA = v128.and(f32x4.add(f32x4.pmin(f32x4.pmax(a, f32x4.splat(0)), last), magic), i32x4.splat(511));
      const binB = v128.and(f32x4.add(f32x4.pmin(f32x4.pmax(b, f32x4.splat(0)), last), magic), i32x4.splat(511));
      count(counts, i32x4.extract_lane(binA, 0));
      count(counts, i32x4.extract_lane(binA, 1));
      count(counts, i32x4.extract_lane(binA, 2));
      count(counts, i32x4.extract_lane(binA, 3));
      count(counts, i32x4.extract_lane(binB, 0));
      count(counts, i32x4.extract_lane(binB, 1));
      count(counts, i32x4.extract_lane(binB, 2));
      count(counts, i32x4.extract_lane(binB, 3));
      at += groupBytes;
    }
    grid += 8;
    counts += 512 * 4;
  }
}

// @ts-ignore: decorator
@inline
function count(counts: usize, bin: i32): void {
  const at = counts + (<usize>bin << 2);
  store<u32>(at, load<u32>(at) + 1);
}
