import { createArena } from './arena';
import { alignedDrivers, createBlockDraws, seedOf } from './blockDraws';
import { createDrawCache } from './drawCache';
import { layGrid, pilotBlocks, type FanGrid } from './fanCounts';
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
  /** `null` where no errors were asked for. */
  readonly replicateCounts: Readonly<Record<SummarisedOutput, Uint32Array>> | null;
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
   *
   * @param spare room for sorted outputs, of exactly their bytes: what fits is used instead of new memory, which costs the machine more
   *   than copying into it
   */
  run(request: SimulationRequest, share: Share, spare?: readonly ArrayBuffer[]): Generator<void, PartialResult, void>;
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
/** What no trial has reached yet: per month the lowest and the highest. */
const unreached = Float32Array.from({ length: 2 * (layout.mostMonths + 1) }, (_, i) => (i % 2 ? -Infinity : Infinity));
const countBytes = (layout.mostMonths + 1) * layout.fanBins * 4;

/** An output's values of so many blocks. */
const rowBytes = (blocks: number): number => blocks * laneBytes + layout.stagger;

export function createBlockComputer(kernel: Kernel): BlockComputer {
  const arena = createArena(kernel);
  const cache = createDrawCache(arena);
  const planAt = arena.take(layout.plan.bytes);
  const drawsOf = createBlockDraws(kernel, arena, cache, planAt);
  /** A block's values of every output, where they are not kept. */
  const blockValues = arena.take(sampledOutputs.length * laneBytes);
  const paths = fanSeries.map(() => arena.take(pathBytes));
  const grids = fanSeries.map(() => arena.take(gridBytes));
  const counts = fanSeries.map(() => arena.take(countBytes));
  const replicateCounts = summarisedOutputs.map(() => arena.take(replicateCountItems * 4));
  const within = arena.take(replicates * 4);
  const counters = arena.take(layout.sortCounterBytes);
  /**
   * Room for the values of a share, for sorting one output and for summaries; kept as large as it once had to be. Rows of outputs that
   * are not asked for are never touched.
   */
  let room = { address: 0, blocks: 0 };

  const floats = (address: number, length: number): Float64Array => new Float64Array(kernel.buffer(), address, length);
  const integers = (address: number, length: number): Uint32Array => new Uint32Array(kernel.buffer(), address, length);
  // A buffer's own slice, unlike an array's, is not filled with zeros first.
  const copyFloats = (address: number, length: number): Float64Array =>
    new Float64Array(kernel.buffer().slice(address, address + 8 * length));
  const copyIntegers = (address: number, length: number): Uint32Array =>
    new Uint32Array(kernel.buffer().slice(address, address + 4 * length));
  const ownValuesAt = (output: SampledOutput): number => blockValues + sampledOutputs.indexOf(output) * laneBytes;
  const rowAt = (row: number): number => room.address + row * rowBytes(room.blocks);
  const valuesAt = (output: SampledOutput): number => rowAt(sampledOutputs.indexOf(output));
  const spareRow = (): number => rowAt(sampledOutputs.length);
  const summariesAt = (index: number): number => rowAt(sampledOutputs.length + 1) + index * room.blocks * summaryBytes;

  function makeRoom(blocks: number): void {
    if (room.blocks >= blocks) return;
    if (room.blocks > 0) arena.give(room.address);
    // None, should there be no more memory.
    room = { address: 0, blocks: 0 };
    const rows = (sampledOutputs.length + 1) * rowBytes(blocks);
    room = { address: arena.take(rows + summarisedOutputs.length * blocks * summaryBytes), blocks };
  }

  /** Lays out what all runs have in common; the draws lay out the rest. */
  function layRun({ drivers: { horizonMonths }, errors = true }: SimulationRequest, wanted: readonly boolean[]): void {
    const words = integers(planAt, layout.plan.addresses);
    words[layout.plan.months] = Math.max(12, horizonMonths);
    words[layout.plan.horizon] = horizonMonths;
    words[layout.plan.within] = within;
    paths.forEach((address, series) => {
      // The cumulative path is always there: the kernel keeps it in any case.
      const kept = series === 0 || wanted[series] ? address : 0;
      const counted = wanted[series] ? counts[series]! : 0;
      words.set([kept, 0, grids[series]!, counted], layout.plan.series + 4 * series);
    });
    summarisedOutputs.forEach((output, index) => {
      const place = sampledOutputs.indexOf(output);
      const entry = [place, errors ? replicateCounts[index]! : 0, summariesAt(index), summaryBytes];
      words.set(entry, layout.plan.outputs + 8 * index);
    });
  }

  /** Where the outputs go: to their places among those of all blocks, or to the block's. */
  function layOutputs(kept: readonly SampledOutput[]): void {
    const words = integers(planAt, layout.plan.addresses);
    sampledOutputs.forEach((output, index) => {
      const entry = kept.includes(output) ? [valuesAt(output), laneBytes] : [ownValuesAt(output), 0];
      words.set(entry, layout.plan.lanes + 2 * (layout.firstOutput + index));
    });
  }

  return {
    *run(request, share, spare = []) {
      const horizon = request.drivers.horizonMonths;
      const months = horizon + 1;
      const blocks = blocksIn(share);
      const trials = blocks * blockTrials;
      const wanted = fanSeries.map((series) => request.fans?.includes(series) ?? true);
      cache.release(seedOf(request));
      makeRoom(Math.max(blocks, pilotBlocks));
      layRun(request, wanted);

      const pilotDraws = drawsOf(request, { first: 0, step: 1, end: pilotBlocks }, true);
      layOutputs(summarisedOutputs);
      for (const address of grids)
        new Float32Array(kernel.buffer(), address, 2 * months).set(unreached.subarray(0, 2 * months));
      for (let block = 0; block < pilotBlocks; block++) {
        yield;
        pilotDraws.draw(block);
        kernel.blocks(planAt, block, 1, 0);
        paths.forEach((address, series) => {
          if (wanted[series]) kernel.widen(address, months, grids[series]!);
        });
      }
      const bins = forEachOutput((output) => layBins(floats(valuesAt(output), pilotBlocks * blockTrials)));
      // Where the months reach to gives way to the bins laid over that.
      const grid = forEachSeries((_, series) => {
        const own = new Float32Array(kernel.buffer(), grids[series], wanted[series] ? 2 * months : 0);
        const laid = layGrid(own);
        own.set(laid);
        return laid;
      });
      for (const address of counts) integers(address, months * layout.fanBins).fill(0);
      for (const address of replicateCounts) integers(address, replicateCountItems).fill(0);
      integers(within, replicates).fill(0);
      summarisedOutputs.forEach((output, index) =>
        floats(planAt + (layout.plan.outputs + 8 * index + 4) * 4, 2).set([bins[output].start, scaleOf(bins[output])]),
      );

      // Only a worker's own share comes again; what refining adds comes once.
      const draws = drawsOf(request, share, share.first < share.step);
      const alignedOutputs = sampledOutputs.filter((output) => request.aligned?.includes(output));
      layOutputs([...summarisedOutputs, ...alignedOutputs]);
      const aligned: Partial<Record<AlignedKey, Float64Array>> = {};
      const drawn = alignedDrivers(request);
      for (const driver of drawn) aligned[driver] = new Float64Array(trials);

      for (let block = 0; block < blocks;) {
        yield;
        const end = Math.min(blocks, block + chunkBlocks[kernel.name]);
        if (drawn.length === 0 && draws.has(end)) kernel.blocks(planAt, block, end - block, 1);
        else
          for (let each = block; each < end; each++) {
            draws.draw(each);
            kernel.blocks(planAt, each, 1, 1);
            for (const driver of drawn)
              aligned[driver]!.set(floats(draws.values(driver, each), blockTrials), each * blockTrials);
          }
        block = end;
      }
      for (const output of alignedOutputs) aligned[output] = copyFloats(valuesAt(output), trials);

      let sortedSince = stepItems;
      for (const output of summarisedOutputs) {
        let step = 0;
        do {
          if ((sortedSince += trials) >= stepItems) {
            sortedSince = 0;
            yield;
          }
          step = kernel.sortStep(valuesAt(output), trials, spareRow(), counters, step);
        } while (step !== 0);
      }
      const sorted = {} as Record<SummarisedOutput, Float64Array>;
      const rooms = spare.filter(({ byteLength }) => byteLength === 8 * trials);
      for (const output of summarisedOutputs) {
        yield;
        const room = rooms.pop();
        sorted[output] = room ? new Float64Array(room) : copyFloats(valuesAt(output), trials);
        if (room) sorted[output].set(floats(valuesAt(output), trials));
      }
      return {
        share,
        sorted,
        summaries: forEachOutput((_, index) => copyFloats(summariesAt(index), blocks * layout.summaryItems)),
        replicateCounts:
          request.errors === false
            ? null
            : forEachOutput((_, index) => copyIntegers(replicateCounts[index]!, replicateCountItems)),
        bins,
        paybackWithin12: copyIntegers(within, replicates),
        grid,
        counts: forEachSeries((_, series) =>
          copyIntegers(counts[series]!, wanted[series] ? months * layout.fanBins : 0),
        ),
        aligned,
      };
    },
  };
}

/** The buffers of a partial result, to be transferred instead of copied. */
export function buffersOf({ bins: _, share: __, paybackWithin12, ...records }: PartialResult): ArrayBufferLike[] {
  return [{ paybackWithin12 }, ...Object.values(records)].flatMap((record) =>
    Object.values(record ?? {}).map((array: Float64Array | Float32Array | Uint32Array) => array.buffer),
  );
}
