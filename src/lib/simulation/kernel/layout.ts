import { BLOCK_TRIALS } from '$lib/uncertainty/uniformBlock';
import type { DriverKey } from '$lib/scenario/drivers';
import { fanSeries, replicates, sampledOutputs, summarisedOutputs } from '../result';

/** Trials are computed in fixed blocks, so that trial i is the same whoever computes it. */
export const blockTrials = BLOCK_TRIALS;

/** Bytes of a block's lane: a value per trial. */
export const laneBytes = blockTrials * 8;

/** Bytes between things that are read side by side: without it they would lie powers of two apart, in one set of the cache. */
export const stagger = 5 * 64;

/** Bytes between rows of 32-bit draws, and of doubles; not powers of two, which would crowd one set of the cache. */
export const bitsRow = 264 * 4;
export const scoreRow = 264 * 8;

/** Trials side by side in a month of a block's revenue factors and series: month after month of a group, then the next. */
export const groupTrials = 8;

/** Bins of a month's series. */
export const fanBins = 512;
/** Bins of an output; one more counts "never". */
export const outputBins = 512;

/** What `summarise` writes: 16 sums of replicates, count, mean, sum of squares. */
export const summaryItems = 19;

/** Nodes of a tabulated quantile: value and slope of each. */
export const tableNodes = 1025;
export const tableBytes = tableNodes * 16;

/** What `sortStep` counts in. */
export const sortCounterBytes = 3 * 2048 * 4 + 32;

/** Months a run computes at most. */
export const mostMonths = 120;

/** A lane of the cash path: a driver as it is, or (1 + sign·driver)^exponent. */
export interface LaneRecipe {
  readonly driver: DriverKey;
  readonly power?: readonly [sign: number, exponent: number];
}

/** In the order in which the kernel takes their addresses. */
export const laneRecipes: readonly LaneRecipe[] = [
  { driver: 'annualRevenue' },
  { driver: 'customers' },
  { driver: 'grossMargin' },
  { driver: 'annualChurn', power: [-1, 1 / 12] },
  { driver: 'annualGrowth', power: [1, 1 / 24] },
  { driver: 'newCustomersPerYear' },
  { driver: 'acquisitionCost' },
  { driver: 'investment' },
  { driver: 'runningCost' },
  { driver: 'revenueUplift' },
  { driver: 'marginUplift' },
  { driver: 'churnReduction' },
  { driver: 'acquisitionUplift' },
  { driver: 'rampMonths' },
  { driver: 'delayMonths' },
  { driver: 'fadePerYear' },
  { driver: 'fadePerYear', power: [-1, 1 / 12] },
  { driver: 'attribution' },
  // 1 where the programme works, 0 where it only costs.
  { driver: 'successProbability' },
  { driver: 'discountRate', power: [1, 1 / 24] },
];

/** The outputs' addresses follow, in the order of `sampledOutputs`. */
export const firstOutput = laneRecipes.length;

export const newCustomersFollow = 1;
export const effectsFade = 2;

/** Lanes, then outputs. */
export const places = firstOutput + sampledOutputs.length;

const lanesAt = 6 + 4 * fanSeries.length;
const outputsAt = lanesAt + 2 * places;
const addressesAt = outputsAt + 8 * summarisedOutputs.length;
/** At an even word: doubles. */
const scratchAt = addressesAt + places + (places % 2);

/**
 * Where a run stands in memory, for `blocks`: 32-bit words by their place in a piece of `bytes`, doubles where said. What there is of
 * each block has an address and, in the next word, the bytes to that of the next block: 0 when all blocks share it.
 */
export const plan = {
  months: 0,
  horizon: 1,
  flags: 2,
  /** Address of 16 counts: trials of each replicate paid back within 12 months. */
  within: 3,
  /** Revenue factors; address 0 without shocks. */
  world: 4,
  /** Of each series four words: where the block's path is kept (0: nowhere), grid and counts (0: not counted). */
  series: 6,
  /** The lanes, then the outputs. */
  lanes: lanesAt,
  /** Of each summed output eight words: its place among the outputs, counts (0: not counted), summary, and two doubles: start of the bins, bins per unit. */
  outputs: outputsAt,
  /** Addresses of the block at hand, and room for 16 sums; the kernel's own. */
  addresses: addressesAt,
  scratch: scratchAt,
  bytes: scratchAt * 4 + replicates * 8,
} as const;
