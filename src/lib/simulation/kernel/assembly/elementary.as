// exp and log of uncertainty/elementary.ts for two trials at a time: the same operations in the same order, the same bits,
// for |x| < 708 and for positive normal x.

/** Constants, twice each: a load is cheaper than what engines make of a vector constant. */
const TABLE = memory.data<f64>(
  [
    1.0 / 2, 1.0 / 2,
    1.0 / 6, 1.0 / 6,
    1.0 / 24, 1.0 / 24,
    1.0 / 120, 1.0 / 120,
    1.0 / 720, 1.0 / 720,
    1.0 / 5040, 1.0 / 5040,
    1.0 / 40320, 1.0 / 40320,
    1.0 / 362880, 1.0 / 362880,
    1.0 / 3628800, 1.0 / 3628800,
    1.0 / 39916800, 1.0 / 39916800,
    1.0 / 479001600, 1.0 / 479001600,
    1.0 / 6227020800, 1.0 / 6227020800,
    6755399441055744.0, 6755399441055744.0,
    1.4426950408889634, 1.4426950408889634,
    0.5, 0.5,
    0.6931471803691238, 0.6931471803691238,
    1.9082149292705877e-10, 1.9082149292705877e-10,
    1, 1,
    0.3999999999940942, 0.3999999999940942,
    0.22222198432149784, 0.22222198432149784,
    0.15313837699209373, 0.15313837699209373,
    0.6666666666666735, 0.6666666666666735,
    0.2857142874366239, 0.2857142874366239,
    0.1818357216161805, 0.1818357216161805,
    0.14798198605116586, 0.14798198605116586,
    2, 2,
  ],
  16,
);
const INTEGERS = memory.data<u64>([1023, 1023, 0x00095f6200000000, 0x00095f6200000000], 16);

/** A constant of the table, as two lanes. */
// @ts-ignore: decorator
@inline
function c(place: usize): v128 {
  return v128.load(TABLE + place * 16);
}

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

// @ts-ignore: decorator
@inline
function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

/** (e^r − 1 − r)/r². */
// @ts-ignore: decorator
@inline
function expTail(r: v128): v128 {
  const r2 = mul(r, r);
  const r4 = mul(r2, r2);
  const low = add(add(c(0), mul(r, c(1))), mul(r2, add(c(2), mul(r, c(3)))));
  const middle = add(add(c(4), mul(r, c(5))), mul(r2, add(c(6), mul(r, c(7)))));
  const high = add(
    add(c(8), mul(r, c(9))),
    mul(r2, add(c(10), mul(r, c(11)))),
  );
  return add(low, mul(r4, add(middle, mul(r4, high))));
}

/** 2^k for whole k. */
// @ts-ignore: decorator
@inline
export function twoTo(k: v128): v128 {
  return i64x2.shl(i64x2.add(add(k, c(12)), v128.load(INTEGERS)), 52);
}

// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const k = f64x2.floor(add(mul(x, c(13)), c(14)));
  const high = f64x2.sub(x, mul(k, c(15)));
  const low = mul(k, c(16));
  const r = f64x2.sub(high, low);
  const reduced = add(c(17), add(high, f64x2.sub(mul(mul(r, r), expTail(r)), low)));
  return mul(reduced, twoTo(k));
}

// @ts-ignore: decorator
@inline
function logTail(s: v128): v128 {
  const z = mul(s, s);
  const w = mul(z, z);
  const even = mul(w, add(c(18), mul(w, add(c(19), mul(w, c(20))))));
  const odd = mul(
    z,
    add(
      c(21),
      mul(w, add(c(22), mul(w, add(c(23), mul(w, c(24)))))),
    ),
  );
  return add(odd, even);
}

// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const exponent = i64x2.sub(i64x2.shr_s(i64x2.add(x, v128.load(INTEGERS, 16)), 52), v128.load(INTEGERS));
  const k = f64x2.sub(i64x2.add(exponent, c(12)), c(12));
  const f = f64x2.sub(i64x2.sub(x, i64x2.shl(exponent, 52)), c(17));
  const half = mul(mul(c(14), f), f);
  const s = f64x2.div(f, add(c(25), f));
  return add(
    add(f64x2.sub(add(mul(s, add(half, logTail(s))), mul(k, c(16))), half), f),
    mul(k, c(15)),
  );
}
