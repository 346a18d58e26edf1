import { createArena } from './arena';
import { alignedDrivers, createBlockDraws, seedOf, type BlockDraws } from './blockDraws';
import { createDrawCache } from './drawCache';
import { emptyReach, layGrid, pilotBlocks, widen, type FanGrid } from './fanCounts';
import type { Kernel } from './kernel/kernel';
import * as layout from './kernel/layout';
import { layBins, replicateCountItems, scaleOf, type Bins } from './replicateCounts';
import { fanSeries, replicates, sampledOutputs, summarisedOutputs } from './result';
import type { AlignedKey, FanSeries, SampledOutput, SimulationRequest, SummarisedOutput } from './result';
import { blocksIn, type Share } from './share';

/** What one worker makes of its share of the blocks. Plain data with typed arrays, transferred. */
export interface PartialResult {
  readonly share: Share;
  /** Ascending, "never" (+∞) last. */
  readonly sorted: Readonly<Record<SummarisedOutput, Float64Array>>;
  /** What `summarise` writes of each block, in block order. */
  readonly summaries: Readonly<Record<SummarisedOutput, Float64Array>>;
  readonly replicateCounts: Readonly<Record<SummarisedOutput, Uint32Array>>;
  readonly bins: Readonly<Record<SummarisedOutput, Bins>>;
  /** Per replicate. */
  readonly paybackWithin12: Uint32Array;
  readonly grid: Readonly<Record<FanSeries, FanGrid>>;
  /** Trials per bin, month after month. */
  readonly counts: Readonly<Record<FanSeries, Uint32Array>>;
  /** What was wanted trial by trial, block after block of the share. */
  readonly aligned: Readonly<Partial<Record<AlignedKey, Float64Array>>>;
}

/** Computes shares of runs with one kernel, whose memory keeps the draws from run to run. */
export interface BlockComputer {
  /**
   * Computes a share of the blocks of a request. The generator yields between chunks, so that its driver may look for
   * newer work, and returns the result; abandoning it abandons the run. One run at a time.
   */
  run(request: SimulationRequest, share: Share): Generator<void, PartialResult, void>;
}

function forEachOutput<T>(make: (output: SummarisedOutput, index: number) => T): Record<SummarisedOutput, T> {
  return Object.fromEntries(summarisedOutputs.map((output, index) => [output, make(output, index)])) as Record<
    SummarisedOutput,
    T
  >;
}
function forEachSeries<T>(make: (series: FanSeries, index: number) => T): Record<FanSeries, T> {
  return Object.fromEntries(fanSeries.map((series, index) => [series, make(series, index)])) as Record<FanSeries, T>;
}

/** Blocks between two yields: some tenths of a millisecond. */
const chunkBlocks = { wasm: 2, typescript: 1 } as const;
/** Items gone through in sorting between two yields. */
const stepItems = 65_536;

const { blockTrials, laneBytes } = layout;
const pathBytes = (layout.mostMonths + 1) * blockTrials * 4;
const summaryBytes = layout.summaryItems * 8;
const gridBytes = (layout.mostMonths + 1) * 8;
const countBytes = (layout.mostMonths + 1) * layout.fanBins * 4;
/** Places among the summarised outputs in the order of the kernel's; −1: of this one only the block's own values are there. */
const placesOfOutputs = sampledOutputs.map((output) => (summarisedOutputs as readonly string[]).indexOf(output));

export function createBlockComputer(kernel: Kernel): BlockComputer {
  const arena = createArena(kernel);
  const cache = createDrawCache(arena);
  const addresses = arena.take((layout.firstOutput + sampledOutputs.length) * 4);
  const drawsOf = createBlockDraws(kernel, arena, cache, addresses);
  /** A block's values of every output, where they are not kept. */
  const blockValues = arena.take(sampledOutputs.length * laneBytes);
  const paths = fanSeries.map(() => arena.take(pathBytes));
  const grids = fanSeries.map(() => arena.take(gridBytes));
  const counts = fanSeries.map(() => arena.take(countBytes));
  const replicateCounts = summarisedOutputs.map(() => arena.take(replicateCountItems * 4));
  const scratch = arena.take(replicates * 8);
  const counters = arena.take(layout.sortCounterBytes);
  /** Room for the values of a share, for sorting one output and for summaries; kept as large as it once had to be. */
  let room = { address: 0, blocks: 0 };

  const floats = (address: number, length: number): Float64Array => new Float64Array(kernel.buffer(), address, length);
  const integers = (address: number, length: number): Uint32Array => new Uint32Array(kernel.buffer(), address, length);
  const valuesAt = (output: number, block: number): number =>
    room.address + output * (room.blocks * laneBytes + layout.stagger) + block * laneBytes;
  const ownValuesAt = (output: SampledOutput): number => blockValues + sampledOutputs.indexOf(output) * laneBytes;
  const summaryAt = (output: number, block: number): number =>
    room.address +
    (summarisedOutputs.length + 1) * (room.blocks * laneBytes + layout.stagger) +
    (output * room.blocks + block) * summaryBytes;

  function makeRoom(blocks: number): void {
    if (room.blocks >= blocks) return;
    if (room.blocks > 0) arena.give(room.address);
    const bytes =
      (summarisedOutputs.length + 1) * (blocks * laneBytes + layout.stagger) +
      summarisedOutputs.length * blocks * summaryBytes;
    room = { address: arena.take(bytes), blocks };
  }

  /** Computes one block; the summarised outputs go to their places among those of all blocks, or, when not `kept`, to the block's. */
  function compute(
    { drivers }: SimulationRequest,
    draws: BlockDraws,
    block: number,
    wanted: readonly boolean[],
    kept: boolean,
  ): void {
    draws.point(block);
    const list = integers(addresses, layout.firstOutput + sampledOutputs.length);
    placesOfOutputs.forEach((place, output) => {
      list[layout.firstOutput + output] =
        kept && place >= 0 ? valuesAt(place, block) : blockValues + output * laneBytes;
    });
    const flags =
      (drivers.newCustomersPerYear === null ? layout.newCustomersFollow : 0) | (draws.fades ? layout.effectsFade : 0);
    const horizon = drivers.horizonMonths;
    const [cumulative = 0, revenue = 0, customers = 0] = paths.map((address, series) =>
      series === 0 || wanted[series] ? address : 0,
    );
    const world = draws.world(block);
    kernel.cashPath(addresses, world, Math.max(12, horizon), horizon, flags, cumulative, revenue, customers);
    kernel.lifetimes(addresses);
  }

  return {
    *run(request, share) {
      const horizon = request.drivers.horizonMonths;
      const months = horizon + 1;
      const blocks = blocksIn(share);
      const wanted = fanSeries.map((series) => request.fans?.includes(series) ?? true);
      cache.release(seedOf(request));
      makeRoom(blocks);

      const pilotDraws = drawsOf(request, { first: 0, step: 1, end: pilotBlocks }, true);
      const reach = fanSeries.map(() => emptyReach(horizon));
      const pilots = forEachOutput((): number[] => []);
      for (let block = 0; block < pilotBlocks; block++) {
        yield;
        compute(request, pilotDraws, block, wanted, false);
        cutAtHorizon(floats(blockValues, blockTrials), horizon);
        for (const output of summarisedOutputs) pilots[output].push(...floats(ownValuesAt(output), blockTrials));
        paths.forEach((address, series) => {
          const items = months * blockTrials;
          if (wanted[series]) widen(reach[series]!, new Float32Array(kernel.buffer(), address, items));
        });
      }
      const bins = forEachOutput((output) => layBins(pilots[output]));
      const grid = forEachSeries((_, series) => (wanted[series] ? layGrid(reach[series]!) : new Float32Array(0)));
      fanSeries.forEach((series, index) => {
        new Float32Array(kernel.buffer(), grids[index], grid[series].length).set(grid[series]);
        integers(counts[index]!, months * layout.fanBins).fill(0);
      });
      for (const address of replicateCounts) integers(address, replicateCountItems).fill(0);

      const scales = summarisedOutputs.map((output) => scaleOf(bins[output]));
      const starts = summarisedOutputs.map((output) => bins[output].start);
      const paybackWithin12 = new Uint32Array(replicates);
      // Only a worker's own share comes again; what refining adds comes once.
      const draws = drawsOf(request, share, share.first < share.step);
      const alignedOutputs = sampledOutputs.filter((output) => request.aligned?.includes(output));
      const drawn = alignedDrivers(request);
      const keys: readonly AlignedKey[] = [...alignedOutputs, ...drawn];
      const aligned = Object.fromEntries(keys.map((key) => [key, new Float64Array(blocks * blockTrials)])) as Record<
        AlignedKey,
        Float64Array
      >;
      const keep = (key: AlignedKey, address: number, block: number): void =>
        aligned[key].set(floats(address, blockTrials), block * blockTrials);

      for (let block = 0; block < blocks; block++) {
        if (block % chunkBlocks[kernel.name] === 0) yield;
        compute(request, draws, block, wanted, true);
        const payback = floats(valuesAt(0, block), blockTrials);
        for (let i = 0; i < blockTrials; i++) paybackWithin12[i % replicates]! += payback[i]! <= 12 ? 1 : 0;
        cutAtHorizon(payback, horizon);
        for (let output = 0; output < summarisedOutputs.length; output++) {
          const values = valuesAt(output, block);
          kernel.summarise(values, scratch, summaryAt(output, block));
          const counted = replicateCounts[output]!;
          kernel.countReplicates(values, starts[output]!, scales[output]!, layout.outputBins, counted);
        }
        for (const output of alignedOutputs) {
          const place = placesOfOutputs[sampledOutputs.indexOf(output)]!;
          keep(output, place < 0 ? ownValuesAt(output) : valuesAt(place, block), block);
        }
        for (const driver of drawn) keep(driver, draws.values(driver), block);
        fanSeries.forEach((_, series) => {
          if (wanted[series]) kernel.countPaths(paths[series]!, months, grids[series]!, counts[series]!);
        });
      }
      const trials = blocks * blockTrials;
      let sortedSince = stepItems;
      for (const output of summarisedOutputs.keys()) {
        let step = 0;
        do {
          if ((sortedSince += trials) >= stepItems) {
            sortedSince = 0;
            yield;
          }
          step = kernel.sortStep(valuesAt(output, 0), trials, valuesAt(summarisedOutputs.length, 0), counters, step);
        } while (step !== 0);
      }
      const sorted = {} as Record<SummarisedOutput, Float64Array>;
      for (const [index, output] of summarisedOutputs.entries()) {
        yield;
        sorted[output] = floats(valuesAt(index, 0), trials).slice();
      }
      return {
        share,
        sorted,
        summaries: forEachOutput((_, output) => floats(summaryAt(output, 0), blocks * layout.summaryItems).slice()),
        replicateCounts: forEachOutput((_, output) => integers(replicateCounts[output]!, replicateCountItems).slice()),
        bins,
        paybackWithin12,
        grid,
        counts: forEachSeries((_, series) =>
          integers(counts[series]!, wanted[series] ? months * layout.fanBins : 0).slice(),
        ),
        aligned,
      };
    },
  };
}

/** "Within 12 months" is asked of every run; payback itself ends with the horizon. */
function cutAtHorizon(payback: Float64Array, horizon: number): void {
  if (horizon >= 12) return;
  for (let i = 0; i < payback.length; i++) if (payback[i]! > horizon) payback[i] = Infinity;
}

/** The buffers of a partial result, to be transferred instead of copied. */
export function buffersOf({ bins: _, share: __, paybackWithin12, ...records }: PartialResult): ArrayBufferLike[] {
  return [{ paybackWithin12 }, ...Object.values(records)].flatMap((record) =>
    Object.values(record).map((array: Float64Array | Float32Array | Uint32Array) => array.buffer),
  );
}
