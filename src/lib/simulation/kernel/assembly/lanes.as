import { exp, log } from './elementary';
import { TRIALS } from './layout';

// One driver of one block: from a row of normal scores or uniforms to the driver's values.

const BYTES: usize = <usize>TRIALS * 8;

/** Normal, cut by moving what lies outside to the bounds. */
export function clampedLane(from: usize, out: usize, mean: f64, deviation: f64, low: f64, high: f64): void {
  for (let i: usize = 0; i < BYTES; i += 16) {
    const x = f64x2.add(f64x2.splat(mean), f64x2.mul(f64x2.splat(deviation), v128.load(from + i)));
    v128.store(out + i, f64x2.pmin(f64x2.pmax(x, f64x2.splat(low)), f64x2.splat(high)));
  }
}

/** Lognormal. */
export function exponentialLane(from: usize, out: usize, mean: f64, deviation: f64): void {
  for (let i: usize = 0; i < BYTES; i += 16) {
    const x = f64x2.add(f64x2.splat(mean), f64x2.mul(f64x2.splat(deviation), v128.load(from + i)));
    v128.store(out + i, exp(f64x2.pmin(f64x2.pmax(x, f64x2.splat(-700)), f64x2.splat(700))));
  }
}

/** A tabulated quantile against the score: monotone cubic pieces; `table` holds value and slope of each of 1025 nodes. */
export function tableLane(from: usize, out: usize, table: usize): void {
  for (let i: usize = 0; i < BYTES; i += 16) {
    const z = f64x2.pmin(f64x2.pmax(v128.load(from + i), f64x2.splat(-6.39)), f64x2.splat(6.39));
    const place = f64x2.mul(f64x2.add(z, f64x2.splat(6.4)), f64x2.splat(80));
    const node = f64x2.floor(place);
    const index = i32x4.trunc_sat_f64x2_u_zero(node);
    const first = table + (<usize>i32x4.extract_lane(index, 0) << 4);
    const second = table + (<usize>i32x4.extract_lane(index, 1) << 4);
    const leftFirst = v128.load(first);
    const leftSecond = v128.load(second);
    const rightFirst = v128.load(first, 16);
    const rightSecond = v128.load(second, 16);
    const left = v128.shuffle<i64>(leftFirst, leftSecond, 0, 2);
    const leftSlope = v128.shuffle<i64>(leftFirst, leftSecond, 1, 3);
    const right = v128.shuffle<i64>(rightFirst, rightSecond, 0, 2);
    const rightSlope = v128.shuffle<i64>(rightFirst, rightSecond, 1, 3);
    const t = f64x2.sub(place, node);
    const rest = f64x2.sub(f64x2.splat(1), t);
    const rise = f64x2.sub(right, left);
    const bend = f64x2.sub(
      f64x2.mul(rest, f64x2.sub(leftSlope, rise)),
      f64x2.mul(t, f64x2.sub(rightSlope, rise)),
    );
    const x = f64x2.add(f64x2.add(left, f64x2.mul(t, rise)), f64x2.mul(f64x2.mul(t, rest), bend));
    v128.store(out + i, f64x2.pmin(f64x2.pmax(x, left), right));
  }
}

export function uniformLane(from: usize, out: usize, low: f64, high: f64): void {
  const width = f64x2.splat(high - low);
  for (let i: usize = 0; i < BYTES; i += 16) {
    const x = f64x2.add(f64x2.splat(low), f64x2.mul(v128.load(from + i), width));
    v128.store(out + i, f64x2.pmin(x, f64x2.splat(high)));
  }
}

export function triangularLane(from: usize, out: usize, low: f64, mode: f64, high: f64): void {
  const width = high - low;
  const left = f64x2.splat(width * (mode - low));
  const right = f64x2.splat(width * (high - mode));
  for (let i: usize = 0; i < BYTES; i += 16) {
    const u = v128.load(from + i);
    const below = f64x2.add(f64x2.splat(low), f64x2.sqrt(f64x2.mul(u, left)));
    const above = f64x2.sub(f64x2.splat(high), f64x2.sqrt(f64x2.mul(f64x2.sub(f64x2.splat(1), u), right)));
    const isBelow = f64x2.lt(f64x2.mul(u, f64x2.splat(width)), f64x2.splat(mode - low));
    v128.store(out + i, v128.bitselect(below, above, isBelow));
  }
}

/** 1 where the uniform is below `probability`, 0 elsewhere. */
export function belowLane(from: usize, out: usize, probability: f64): void {
  for (let i: usize = 0; i < BYTES; i += 16) {
    const below = f64x2.lt(v128.load(from + i), f64x2.splat(probability));
    v128.store(out + i, v128.and(below, f64x2.splat(1)));
  }
}

/** (1 + sign·x)^exponent; 0 where the base is not positive. */
export function powerLane(from: usize, out: usize, sign: f64, exponent: f64): void {
  for (let i: usize = 0; i < BYTES; i += 16) {
    const base = f64x2.add(f64x2.splat(1), f64x2.mul(f64x2.splat(sign), v128.load(from + i)));
    const power = exp(f64x2.mul(log(base), f64x2.splat(exponent)));
    v128.store(out + i, v128.and(power, f64x2.gt(base, f64x2.splat(0))));
  }
}
