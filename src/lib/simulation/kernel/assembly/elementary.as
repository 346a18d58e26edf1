// exp and log of uncertainty/elementary.ts for two trials at a time: the same operations in the same order, the same bits,
// for |x| < 708 and for positive normal x.

/** 1.5·2^52: what is added to it has its integer in the lowest bits. */
export const MAGIC: f64 = 6755399441055744.0;

// @ts-ignore: decorator
@inline
function c(x: f64): v128 {
  return f64x2.splat(x);
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
  const low = add(add(c(1.0 / 2), mul(r, c(1.0 / 6))), mul(r2, add(c(1.0 / 24), mul(r, c(1.0 / 120)))));
  const middle = add(add(c(1.0 / 720), mul(r, c(1.0 / 5040))), mul(r2, add(c(1.0 / 40320), mul(r, c(1.0 / 362880)))));
  const high = add(
    add(c(1.0 / 3628800), mul(r, c(1.0 / 39916800))),
    mul(r2, add(c(1.0 / 479001600), mul(r, c(1.0 / 6227020800)))),
  );
  return add(low, mul(r4, add(middle, mul(r4, high))));
}

/** 2^k for whole k. */
// @ts-ignore: decorator
@inline
export function twoTo(k: v128): v128 {
  return i64x2.shl(i64x2.add(add(k, c(MAGIC)), i64x2.splat(1023)), 52);
}

// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  const k = f64x2.floor(add(mul(x, c(1.4426950408889634)), c(0.5)));
  const high = f64x2.sub(x, mul(k, c(0.6931471803691238)));
  const low = mul(k, c(1.9082149292705877e-10));
  const r = f64x2.sub(high, low);
  const reduced = add(c(1), add(high, f64x2.sub(mul(mul(r, r), expTail(r)), low)));
  return mul(reduced, twoTo(k));
}

// @ts-ignore: decorator
@inline
function logTail(s: v128): v128 {
  const z = mul(s, s);
  const w = mul(z, z);
  const even = mul(w, add(c(0.3999999999940942), mul(w, add(c(0.22222198432149784), mul(w, c(0.15313837699209373))))));
  const odd = mul(
    z,
    add(
      c(0.6666666666666735),
      mul(w, add(c(0.2857142874366239), mul(w, add(c(0.1818357216161805), mul(w, c(0.14798198605116586)))))),
    ),
  );
  return add(odd, even);
}

// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const exponent = i64x2.sub(i64x2.shr_s(i64x2.add(x, i64x2.splat(0x00095f6200000000)), 52), i64x2.splat(1023));
  const k = f64x2.sub(i64x2.add(exponent, c(MAGIC)), c(MAGIC));
  const f = f64x2.sub(i64x2.sub(x, i64x2.shl(exponent, 52)), c(1));
  const half = mul(mul(c(0.5), f), f);
  const s = f64x2.div(f, add(c(2), f));
  return add(
    add(f64x2.sub(add(mul(s, add(half, logTail(s))), mul(k, c(1.9082149292705877e-10))), half), f),
    mul(k, c(0.6931471803691238)),
  );
}
