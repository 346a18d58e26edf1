import type { SamplerName } from '../result';

/**
 * Passes over one block of 256 trials, in one memory that the caller lays out; addresses are in bytes. There are two with
 * the same bits: WASM SIMD (assembly/) and plain TypeScript (twin/).
 */
export interface Passes {
  /** Rows of 32-bit draws → rows of standard normal scores. */
  scores(bits: number, out: number, rows: number): void;
  /** The same as floats, in the place of the draws. */
  floatScores(bits: number, rows: number): void;
  /** A row of 32-bit draws → uniforms inside (0, 1). */
  uniforms(bits: number, out: number): void;
  /** Scores or uniforms → values of one driver. */
  clampedLane(from: number, out: number, mean: number, deviation: number, low: number, high: number): void;
  exponentialLane(from: number, out: number, mean: number, deviation: number): void;
  tableLane(from: number, out: number, table: number): void;
  uniformLane(from: number, out: number, low: number, high: number): void;
  triangularLane(from: number, out: number, low: number, mode: number, high: number): void;
  /** 1 where the uniform is below `probability`, else 0. */
  belowLane(from: number, out: number, probability: number): void;
  /** (1 + sign·x)^exponent; 0 where the base is not positive. */
  powerLane(from: number, out: number, sign: number, exponent: number): void;
  /** Rows of scores as floats → monthly revenue factors, in groups of trials. `variances`, floats, are those of volatility 1. */
  shocks(scores: number, months: number, volatility: number, variances: number, out: number): void;
  /** Lanes → payback, ROI, net present value, cumulative cash, and the other series where wanted (0: not). `world` 0: no shocks. */
  cashPath(
    addresses: number,
    world: number,
    months: number,
    horizon: number,
    flags: number,
    cumulative: number,
    revenue: number,
    customers: number,
  ): void;
  /** Lanes → lifetime values. */
  lifetimes(addresses: number): void;
  /** Blocks of a run laid out at `plan` (layout.ts): `cashPath` and `lifetimes`; when `summed`, counts and summaries too. */
  blocks(plan: number, first: number, count: number, summed: 0 | 1): void;
  /** A block's paths → the reach of each month so far (lowest and highest, two floats) widened by them. */
  widen(paths: number, months: number, reach: number): void;
  /** One step of sorting doubles without NaN or −0, ascending; the next step, 0 when all is sorted. Begins with step 0. */
  sortStep(values: number, count: number, scratch: number, counters: number, step: number): number;
}

export interface Kernel extends Passes {
  readonly name: 'wasm' | 'typescript';
  /** Where the caller's memory begins. */
  readonly start: number;
  /** The memory as it is now; another one after `grow`. */
  buffer(): ArrayBufferLike;
  /** Makes the memory at least so long; what is in it stays. */
  grow(bytes: number): void;
  /** One row of 32-bit draws per dimension; up to three more rows may be written over. */
  drawBits(sampler: SamplerName, seed: number, dimensions: readonly number[], block: number, out: number): void;
}
