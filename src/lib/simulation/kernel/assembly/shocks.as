import { BITS_ROW, GROUP, TRIALS } from './layout';

/** Constants, four times each: a load is cheaper than what engines make of a vector constant. */
const TABLE = memory.data<f32>(
  [
    12582912.0, 12582912.0, 12582912.0, 12582912.0, 1, 1, 1, 1, 0.6931470036506653, 0.6931470036506653, 0.6931470036506653,
    0.6931470036506653, 0.24022242426872253, 0.24022242426872253, 0.24022242426872253, 0.24022242426872253,
    0.05550733581185341, 0.05550733581185341, 0.05550733581185341, 0.05550733581185341, 0.009671512991189957,
    0.009671512991189957, 0.009671512991189957, 0.009671512991189957, 0.001326472731307149, 0.001326472731307149,
    0.001326472731307149, 0.001326472731307149, 0.6, 0.6, 0.6, 0.6,
  ],
  16,
);
const BIAS = memory.data<u32>([127, 127, 127, 127], 16);

// @ts-ignore: decorator
@inline
function k(i: usize): v128 {
  return v128.load(TABLE + i * 16);
}

/** 2^x as a float within 2.2·10^−7, for |x| < 126: 2^k times a polynomial, the best of its degree that is 1 at 0. */
// @ts-ignore: decorator
@inline
function floatPower(x: v128): v128 {
  const shifted = f32x4.add(x, k(0));
  const r = f32x4.sub(x, f32x4.sub(shifted, k(0)));
  const r2 = f32x4.mul(r, r);
  const low = f32x4.add(k(1), f32x4.mul(r, k(2)));
  const middle = f32x4.add(k(3), f32x4.mul(r, k(4)));
  const high = f32x4.add(k(5), f32x4.mul(r, k(6)));
  const y = f32x4.add(low, f32x4.mul(r2, f32x4.add(middle, f32x4.mul(r2, high))));
  return f32x4.mul(y, i32x4.shl(i32x4.add(shifted, v128.load(BIAS)), 23));
}

/** Four trials' volatility, as floats. */
// @ts-ignore: decorator
@inline
function toFloats(at: usize): v128 {
  const low = f32x4.demote_f64x2_zero(v128.load(at));
  const high = f32x4.demote_f64x2_zero(v128.load(at, 16));
  return v128.shuffle<i64>(low, high, 0, 2);
}

/** log2 e: with volatility in these units, powers of e are powers of 2. */
const LOG2E: f32 = 1.4426950408889634;

/**
 * Monthly revenue factors exp(s − v/2) of one block from rows of normal scores: s follows the shocks with memory 0.6,
 * v is its variance, volatility²·`variances`[month]. In single precision, as they are kept: what is summed up later is not.
 *
 * @param scores rows of floats, as `floatScores` leaves them
 * @param volatility doubles, one for each trial
 * @param variances floats
 * @param out floats: months of a group of trials, group after group
 */
export function shocks(scores: usize, months: i32, volatility: usize, variances: usize, out: usize): void {
  const end = variances + <usize>months * 4;
  for (let group = 0; group < TRIALS / GROUP; group++) {
    const plain = toFloats(volatility);
    const plainNext = toFloats(volatility + 32);
    const sigma = f32x4.mul(plain, f32x4.splat(LOG2E));
    const sigmaNext = f32x4.mul(plainNext, f32x4.splat(LOG2E));
    const halfSquare = f32x4.mul(f32x4.mul(sigma, plain), f32x4.splat(0.5));
    const halfSquareNext = f32x4.mul(f32x4.mul(sigmaNext, plainNext), f32x4.splat(0.5));
    let shock = f32x4.splat(0);
    let shockNext = f32x4.splat(0);
    let from = scores;
    for (let variance = variances; variance < end; variance += 4) {
      const v = v128.load32_splat(variance);
      shock = f32x4.add(f32x4.mul(k(7), shock), f32x4.mul(sigma, v128.load(from)));
      shockNext = f32x4.add(f32x4.mul(k(7), shockNext), f32x4.mul(sigmaNext, v128.load(from, 16)));
      v128.store(out, floatPower(f32x4.sub(shock, f32x4.mul(halfSquare, v))));
      v128.store(out, floatPower(f32x4.sub(shockNext, f32x4.mul(halfSquareNext, v))), 16);
      from += BITS_ROW;
      out += <usize>GROUP * 4;
    }
    scores += <usize>GROUP * 4;
    volatility += <usize>GROUP * 8;
  }
}
