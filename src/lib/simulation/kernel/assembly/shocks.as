import { GROUP, ROW, TRIALS } from './layout';

/** Constants, twice each: a load is cheaper than what engines make of a vector constant. */
const TABLE = memory.data<f64>(
  [
    1.4426950408889634, 1.4426950408889634, 6755399441055744.0, 6755399441055744.0, 0.6931471805599453,
    0.6931471805599453, 1, 1, 0.4999998326175337, 0.4999998326175337, 0.16666602565366148, 0.16666602565366148,
    0.04167390515440789, 0.04167390515440789, 0.008358954014843652, 0.008358954014843652, 0.001332866980877675,
    0.001332866980877675, 0.6, 0.6,
  ],
  16,
);
const BIAS = memory.data<u64>([1023, 1023], 16);

// @ts-ignore: decorator
@inline
function k(i: usize): v128 {
  return v128.load(TABLE + i * 16);
}

/**
 * e^x within 3·10^−8 for |x| < 700, half of what a float can tell apart: the factors are kept as floats.
 */
// @ts-ignore: decorator
@inline
function shortExp(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, k(0)), k(1));
  const r = f64x2.sub(x, f64x2.mul(f64x2.sub(shifted, k(1)), k(2)));
  const r2 = f64x2.mul(r, r);
  const low = f64x2.add(k(3), r);
  const middle = f64x2.add(k(4), f64x2.mul(r, k(5)));
  const high = f64x2.add(f64x2.add(k(6), f64x2.mul(r, k(7))), f64x2.mul(r2, k(8)));
  const y = f64x2.add(low, f64x2.mul(r2, f64x2.add(middle, f64x2.mul(r2, high))));
  return f64x2.mul(y, i64x2.shl(i64x2.add(shifted, v128.load(BIAS)), 52));
}

/**
 * Monthly revenue factors exp(s − v/2) of one block from rows of normal scores: s follows the shocks with memory 0.6,
 * v is its variance, volatility²·`variances`[month].
 *
 * @param out floats: months of a group of trials, group after group
 */
export function shocks(scores: usize, months: i32, volatility: usize, variances: usize, out: usize): void {
  const groupBytes = <usize>months * <usize>GROUP * 4;
  for (let trial = 0; trial < TRIALS; trial += 2) {
    const sigma = v128.load(volatility + <usize>trial * 8);
    const halfSquare = f64x2.mul(f64x2.mul(sigma, sigma), f64x2.splat(0.5));
    let shock = f64x2.splat(0);
    let from = scores + <usize>trial * 8;
    let to = out + <usize>(trial / GROUP) * groupBytes + <usize>(trial % GROUP) * 4;
    let variance = variances;
    const end = variances + <usize>months * 8;
    for (; variance < end; variance += 8) {
      shock = f64x2.add(f64x2.mul(k(9), shock), f64x2.mul(sigma, v128.load(from)));
      const factor = shortExp(f64x2.sub(shock, f64x2.mul(halfSquare, v128.load64_splat(variance))));
      v128.store64_lane(to, f32x4.demote_f64x2_zero(factor), 0);
      from += ROW;
      to += <usize>GROUP * 4;
    }
  }
}
