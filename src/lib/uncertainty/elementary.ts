/**
 * exp, log and their kin from + − × ÷ alone, so that every engine and the WASM twin give the same bits.
 * `Math.exp` and `Math.log` may differ in the last bit from one browser to the next; these may not.
 * The operation order is part of the contract: a twin repeats it line by line. These functions, and only these
 * in this folder, follow IEEE at the edges: they may return ±Infinity or NaN.
 *
 * Reductions and the log polynomial follow fdlibm (Sun Microsystems 1993); exp is a Taylor sum in Estrin's order.
 */
const INVERSE_LN2 = 1.4426950408889634;
/** ln 2 in two parts; the first has 21 trailing zero bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** 2^(i − 1074) for every exponent a double can have, subnormals included. A table is faster here than writing bits. */
const POWER_OF_TWO = new Float64Array(2098);
for (let exponent = -1074, power = 5e-324; exponent <= 1023; exponent++, power *= 2) {
  POWER_OF_TWO[exponent + 1074] = power;
}
const twoTo = (exponent: number): number => POWER_OF_TWO[(exponent + 1074) | 0]!;

const FLOAT = new Float64Array([1]);
const WORDS = new Int32Array(FLOAT.buffer);
const HIGH_WORD = WORDS[1] === 0x3ff00000 ? 1 : 0;

/** The exponent k for which x·2^−k lies in [√½, √2); x positive and normal. */
function balancedExponent(x: number): number {
  FLOAT[0] = x;
  return ((WORDS[HIGH_WORD]! + (0x3ff00000 - 0x3fe6a09e)) >> 20) - 0x3ff;
}

/** (e^r − 1 − r) for |r| ≤ ½ ln 2, relative to r². */
function expTail(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const middle = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40320 + r * (1 / 362880));
  const high = 1 / 3628800 + r * (1 / 39916800) + r2 * (1 / 479001600 + r * (1 / 6227020800));
  return low + r4 * (middle + r4 * high);
}

/** e^x·2^−k for k = round(x/ln 2). */
function reducedExp(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return 1 + (high + (r * r * expTail(r) - low));
}

/**
 * e^x, within 1 ulp.
 * Overflows to Infinity above 709.78, underflows to 0 below −745.13, NaN stays NaN.
 *
 * @example exp(0.5) // 1.6487212707001282
 */
export function exp(x: number): number {
  if (!(Math.abs(x) < 708)) return expAtTheEdge(x);
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return reducedExp(x, k) * twoTo(k);
}

function expAtTheEdge(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  // In two steps, so that a subnormal result is rounded once and 2^1024 is never needed.
  return reducedExp(x, k) * twoTo(k >> 1) * twoTo(k - (k >> 1));
}

/**
 * e^x − 1 without cancellation near 0, within 1 ulp. −1 towards −∞, Infinity above 709.78.
 *
 * @example expm1(1e-10) // 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 38)) return x < 0 ? -1 : exp(x);
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const scale = twoTo(k);
  const whole = scale - 1;
  const part = scale * high;
  const sum = whole + part;
  // What the sum above rounded away (Knuth's two-sum): it matters where whole and part nearly cancel.
  const back = sum - whole;
  const lost = whole - (sum - back) + (part - back);
  return sum + (lost + scale * (r * r * expTail(r) - low));
}

/** log(1 + f) − f + f²/2 = s·(f²/2 + R), s = f/(2+f): this is R, to 2^−58 for |f| ≤ 0.42 (fdlibm's minimax). */
function logTail(s: number): number {
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return odd + even;
}

/**
 * Natural logarithm, within 1 ulp; exactly 0 at 1.
 * −Infinity at 0, NaN below, Infinity at Infinity.
 *
 * @example log(2) // 0.6931471805599453
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return logAtTheEdge(x);
  const k = balancedExponent(x);
  const f = x * twoTo(-k) - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (half + logTail(s)) + k * LN2_LOW - half + f + k * LN2_HIGH;
}

function logAtTheEdge(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  const scaled = x * 18014398509481984; // 2^54: no longer subnormal
  const k = balancedExponent(scaled);
  const f = scaled * twoTo(-k) - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (half + logTail(s)) + (k - 54) * LN2_LOW - half + f + (k - 54) * LN2_HIGH;
}

/**
 * log(1 + x) without loss near 0, within 1 ulp. −Infinity at −1, NaN below, Infinity at Infinity.
 *
 * @example log1p(1e-20) // 1e-20
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x === Infinity ? x : NaN;
  if (Math.abs(x) < 1.1102230246251565e-16) return x;
  let k = 0;
  let f = x;
  let correction = 0;
  if (!(x > -0.29 && x < 0.41)) {
    const u = 1 + x;
    k = balancedExponent(u);
    // What rounding 1 + x lost, divided by it.
    correction = k < 54 ? (k >= 2 ? 1 - (u - x) : x - (u - 1)) / u : 0;
    f = u * twoTo(-k) - 1;
  }
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  return s * (half + logTail(s)) + (k * LN2_LOW + correction) - half + f + k * LN2_HIGH;
}

/** 2^27 + 1: splits a double into two halves whose products are exact (Veltkamp). */
const SPLITTER = 134217729;

/** a·b − p exactly, where p is a·b rounded (Dekker 1971). */
function productError(a: number, b: number, p: number): number {
  const wideA = SPLITTER * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = SPLITTER * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return lowA * lowB - (p - highA * highB - lowA * highB - highA * lowB);
}

/**
 * x^y = e^(y·log x) with the logarithm carried to some 58 bits: within 2 ulp while the result lies in e^±40, a few more
 * towards overflow. Edges are those of `Math.pow` (x^0 = 1; a negative x needs an integer y).
 *
 * @example pow(1.1, 1 / 12) // 1.0079741404289038
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1 || x !== x) return x;
  if (!(x > 0 && x < Infinity && Math.abs(y) < Infinity)) return powAtTheEdge(x, y);
  const lift = x < SMALLEST_NORMAL ? 54 : 0;
  const lifted = lift === 0 ? x : x * 18014398509481984;
  const exponent = balancedExponent(lifted);
  const m = lifted * twoTo(-exponent);
  const k = exponent - lift;
  // s = (m − 1)/(m + 1) and log m = 2s + s·R(s), each with its rounding error carried along.
  const f = m - 1;
  const g = m + 1;
  const gError = m - (g - 1);
  const s = f / g;
  const sg = s * g;
  const sError = (f - sg - productError(s, g, sg) - s * gError) / g;
  const big = k * LN2_HIGH;
  const top = big + 2 * s;
  const back = top - big;
  const lost = big - (top - back) + (2 * s - back);
  const rest = lost + (2 * sError + s * logTail(s) + k * LN2_LOW);
  const logHigh = top + rest;
  const logLow = top - logHigh + rest;
  const product = y * logHigh;
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const result = exp(product);
  if (result === 0 || result === Infinity) return result;
  return result + result * (productError(y, logHigh, product) + y * logLow);
}

function powAtTheEdge(x: number, y: number): number {
  const size = Math.abs(x);
  if (y !== y) return NaN;
  if (Math.abs(y) === Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const integer = Math.floor(y) === y;
  const negative = (x < 0 || (x === 0 && 1 / x < 0)) && integer && Math.floor(y / 2) * 2 !== y;
  if (x === 0 || size === Infinity) {
    const value = (x === 0) === y > 0 ? 0 : Infinity;
    return negative ? -value : value;
  }
  if (!integer) return NaN;
  return negative ? -pow(size, y) : pow(size, y);
}
