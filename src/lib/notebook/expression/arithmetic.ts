import { clv as clvOf } from '$lib/metrics/clv';
import { irr as irrOf } from '$lib/metrics/irr';
import { npv as npvOf } from '$lib/metrics/npv';
import { exp as expOf, log, pow } from '$lib/uncertainty/elementary';
import type { Operator } from './expression';

/**
 * Arithmetic on the values of one trial. A value is a finite number, +∞ for "never" (it ranks last: 12 is less than never)
 * or NaN for "not defined".
 *
 * - "Not defined" is contagious. So is a division by zero, the root or logarithm of what has none, and a result too large
 *   to be a number: they are not defined, never an infinity.
 * - "Never" goes through arithmetic as an infinity that is truly there: never + 3 is never, 1 ÷ never is 0, and what has
 *   no answer (never − never, 3 − never, never × 0) is not defined. Nothing is ever −∞.
 * - Comparisons with "never" have an answer: a payback of never is not ≤ 12.
 */
const never = Infinity;

/** An infinity that came from an infinite operand stays; one that arithmetic made of finite numbers is not defined. */
export function settle(result: number, x: number, y: number): number {
  return result === never && (x === never || y === never) ? never : NaN;
}

function add(x: number, y: number): number {
  const result = x + y;
  return result - result === 0 ? result : settle(result, x, y);
}

function subtract(x: number, y: number): number {
  const result = x - y;
  return result - result === 0 ? result : settle(result, x, y);
}

function multiply(x: number, y: number): number {
  const result = x * y;
  return result - result === 0 ? result : settle(result, x, y);
}

function divide(x: number, y: number): number {
  if (y === 0) return NaN;
  const result = x / y;
  return result - result === 0 ? result : settle(result, x, y);
}

function power(x: number, y: number): number {
  if (x !== x) return NaN;
  const result = pow(x, y);
  return result - result === 0 ? result : settle(result, x, y);
}

const isDefined = (x: number, y: number): boolean => x === x && y === y;

/** The value of each operator; comparisons give 1 or 0. */
export const binaryOf: Readonly<Record<Operator, (x: number, y: number) => number>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '^': power,
  '<': (x, y) => (isDefined(x, y) ? Number(x < y) : NaN),
  '<=': (x, y) => (isDefined(x, y) ? Number(x <= y) : NaN),
  '>': (x, y) => (isDefined(x, y) ? Number(x > y) : NaN),
  '>=': (x, y) => (isDefined(x, y) ? Number(x >= y) : NaN),
  '=': (x, y) => (isDefined(x, y) ? Number(x === y) : NaN),
  '!=': (x, y) => (isDefined(x, y) ? Number(x !== y) : NaN),
};

export function negate(x: number): number {
  return x === never ? NaN : -x;
}

export function hundredth(x: number): number {
  return x / 100;
}

function exponential(x: number): number {
  const result = expOf(x);
  return result === never && x !== never ? NaN : result;
}

function logarithm(x: number): number {
  return x > 0 ? log(x) : NaN;
}

const powersOfTen = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

/** Half away from zero, as spreadsheets round; `places` decimals, negative for tens and thousands. */
function round(x: number, places = 0): number {
  if (Math.floor(places) !== places) return NaN;
  if (!(Math.abs(x) < 2 ** 53) || places > 15) return x;
  if (places < -15) return 0;
  const scale = powersOfTen[Math.abs(places)]!;
  const scaled = places < 0 ? Math.abs(x) / scale : Math.abs(x) * scale;
  // 1.005 is half-way to its reader; in binary it is a hair less.
  const rounded = Math.floor(scaled * (1 + 2 * Number.EPSILON) + 0.5);
  return Math.sign(x) * (places < 0 ? rounded * scale : rounded / scale);
}

/** Months of a steady gain until an investment is earned back: `metrics/payback` of flows that never end. */
function payback(investment: number, monthlyGain: number): number {
  if (!isDefined(investment, monthlyGain)) return NaN;
  if (investment <= 0) return 0;
  return monthlyGain > 0 ? divide(investment, monthlyGain) : never;
}

const fold = (step: (x: number, y: number) => number) => (values: readonly number[]) => {
  let result = values[0]!;
  for (let i = 1; i < values.length; i++) result = step(result, values[i]!);
  return result;
};

const valueOrUndefined = (value: number | null): number => value ?? NaN;

/**
 * The functions that work trial by trial, of their arguments in order. `npv` and `irr` as in `metrics`: flows at the ends of
 * periods, the first at t = 0; `clv` with margins in the middle of each period, never where it diverges.
 */
export const functionOf = {
  min: fold(Math.min),
  max: fold(Math.max),
  sum: fold(add),
  round: ([x, places]) => round(x!, places),
  abs: ([x]) => Math.abs(x!),
  sqrt: ([x]) => Math.sqrt(x!),
  exp: ([x]) => exponential(x!),
  ln: ([x]) => logarithm(x!),
  npv: ([rate, ...flows]) => valueOrUndefined(npvOf(rate!, flows)),
  irr: (flows) => (flows.every(Number.isFinite) ? valueOrUndefined(irrOf(flows)) : NaN),
  payback: ([investment, monthlyGain]) => payback(investment!, monthlyGain!),
  clv: ([margin, retention, discountRate]) => {
    const known = Number.isFinite(margin) && Number.isFinite(retention) && discountRate! > -1;
    if (!known) return NaN;
    return clvOf({ margin: margin!, retention: retention!, discountRate: discountRate! }) ?? never;
  },
} as const satisfies Record<string, (values: readonly number[]) => number>;

export type ElementwiseName = keyof typeof functionOf;
