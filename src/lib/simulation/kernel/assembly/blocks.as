import { cashPath } from './cashPath';
import { TRIALS } from './layout';
import { lifetimes } from './lifetimes';
import { countPaths, countReplicates, summarise } from './summaries';

// The words of a plan, as in kernel/layout.ts: kernel.test.ts fails where they differ.
const MONTHS: usize = 0 * 4;
const HORIZON: usize = 1 * 4;
const FLAGS: usize = 2 * 4;
const WITHIN: usize = 3 * 4;
const WORLD: usize = 4 * 4;
const SERIES: usize = 6 * 4;
const LANES: usize = 18 * 4;
const OUTPUTS: usize = 72 * 4;
const ADDRESSES: usize = 112 * 4;
const SCRATCH: usize = 140 * 4;

const PLACES: usize = 27;
const PAYBACK: usize = 20;
const SERIES_COUNTED: usize = 3;
const OUTPUTS_SUMMED: usize = 5;
const OUTPUT_BINS: i32 = 512;

// @ts-ignore: decorator
@inline
function ofBlock(entry: usize, block: i32): usize {
  return <usize>(load<u32>(entry) + <u32>block * load<u32>(entry, 4));
}

/**
 * Blocks of a run, one after the other: cash, lifetime values and, when `summed`, what is counted and summed up of them.
 *
 * @param plan the run, laid out as in kernel/layout.ts
 */
export function blocks(plan: usize, first: i32, count: i32, summed: i32): void {
  const months = load<i32>(plan, MONTHS);
  const horizon = load<i32>(plan, HORIZON);
  const addresses = plan + ADDRESSES;
  for (let block = first; block < first + count; block++) {
    for (let place: usize = 0; place < PLACES; place++) {
      store<u32>(addresses + place * 4, <u32>ofBlock(plan + LANES + place * 8, block));
    }
    cashPath(
      addresses,
      ofBlock(plan + WORLD, block),
      months,
      horizon,
      load<i32>(plan, FLAGS),
      ofBlock(plan + SERIES, block),
      ofBlock(plan + SERIES + 16, block),
      ofBlock(plan + SERIES + 32, block),
    );
    lifetimes(addresses);
    const payback = <usize>load<u32>(addresses + PAYBACK * 4);
    if (summed) countWithin(payback, 12, <usize>load<u32>(plan, WITHIN));
    // "Within 12 months" is asked of every run; payback itself ends with the horizon.
    if (horizon < 12) cut(payback, horizon);
    if (!summed) continue;
    for (let entry = plan + OUTPUTS; entry < plan + OUTPUTS + OUTPUTS_SUMMED * 32; entry += 32) {
      const values = <usize>load<u32>(addresses + (PAYBACK + <usize>load<u32>(entry)) * 4);
      summarise(values, plan + SCRATCH, ofBlock(entry + 8, block));
      const counts = <usize>load<u32>(entry, 4);
      if (counts) countReplicates(values, load<f64>(entry, 16), load<f64>(entry, 24), OUTPUT_BINS, counts);
    }
    for (let entry = plan + SERIES; entry < plan + SERIES + SERIES_COUNTED * 16; entry += 16) {
      const counts = <usize>load<u32>(entry, 12);
      if (counts) countPaths(ofBlock(entry, block), horizon + 1, <usize>load<u32>(entry, 8), counts);
    }
  }
}

/** Adds to each of 16 replicates (trial i in replicate i mod 16) its trials of at most `limit`. */
function countWithin(values: usize, limit: f64, counts: usize): void {
  for (let i: usize = 0; i < <usize>TRIALS; i++) {
    const at = counts + (i & 15) * 4;
    store<u32>(at, load<u32>(at) + <u32>(load<f64>(values + i * 8) <= limit));
  }
}

/** What lies beyond the limit never comes (+∞). */
function cut(values: usize, limit: f64): void {
  for (let i: usize = 0; i < <usize>TRIALS * 8; i += 16) {
    const x = v128.load(values + i);
    v128.store(values + i, v128.bitselect(f64x2.splat(Infinity), x, f64x2.gt(x, f64x2.splat(limit))));
  }
}
