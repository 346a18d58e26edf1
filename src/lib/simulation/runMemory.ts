import type { Arena } from './arena';
import { pilotBlocks } from './fanCounts';
import type { Kernel } from './kernel/kernel';
import * as layout from './kernel/layout';
import { replicateCountItems, scaleOf, type Bins } from './replicateCounts';
import { fanSeries, replicates, sampledOutputs, summarisedOutputs } from './result';
import type { FanSeries, SampledOutput, SimulationRequest, SummarisedOutput } from './result';

/** Where a run's outputs, paths and counts stand in a kernel's memory, and the plan that tells the kernel so. */
export interface RunMemory {
  /** Address of the plan (layout.ts). */
  readonly planAt: number;
  /** Lays out a run of so many blocks: what it keeps, counts and how far it looks. */
  lay(request: SimulationRequest, blocks: number): void;
  /** Where the outputs go: to their places among those of all blocks, or, not kept, to where the next block's go too. */
  keepOutputs(kept: readonly SampledOutput[]): void;
  /** Bins into which the pilot blocks' successors are counted, and counts of nothing. */
  layCounts(bins: Readonly<Record<SummarisedOutput, Bins>>): void;
  /** Address of an output's values, block after block, where they are kept. */
  valuesAt(output: SampledOutput): number;
  /** Address of room for one output's values. */
  readonly spareAt: () => number;
  /** Address of the counters that sorting needs. */
  readonly countersAt: number;
  /** Address of the paths of the block computed last: months × 256 floats. */
  pathsAt(series: FanSeries): number;
  /** Address of the fan's grid: two floats per month. */
  gridAt(series: FanSeries): number;
  isWanted(series: FanSeries): boolean;
  /** An output's values of the first so many blocks, as they stand. */
  values(output: SampledOutput, blocks: number): Float64Array;
  /** The same, copied out. */
  copyValues(output: SampledOutput, blocks: number): Float64Array;
  /** What the kernel has summarised and counted, copied out. */
  copySummaries(output: SummarisedOutput, blocks: number): Float64Array;
  copyReplicateCounts(output: SummarisedOutput): Uint32Array;
  copyPaybackWithin12(): Uint32Array;
  copyFanCounts(series: FanSeries): Uint32Array;
  /** The same, as they stand. */
  fanCounts(series: FanSeries): Uint32Array;
}

const { blockTrials, laneBytes } = layout;
const pathBytes = (layout.mostMonths + 1) * blockTrials * 4;
const summaryBytes = layout.summaryItems * 8;
const gridBytes = (layout.mostMonths + 1) * 8;
const countBytes = (layout.mostMonths + 1) * layout.fanBins * 4;

/** An output's values of so many blocks. */
const rowBytes = (blocks: number): number => blocks * laneBytes + layout.stagger;

/** Takes what every run needs; the room for outputs grows with the largest. */
export function createRunMemory(kernel: Kernel, arena: Arena): RunMemory {
  const planAt = arena.take(layout.plan.bytes);
  /** A block's values of every output, where they are not kept. */
  const blockValues = arena.take(sampledOutputs.length * laneBytes);
  const paths = fanSeries.map(() => arena.take(pathBytes));
  const grids = fanSeries.map(() => arena.take(gridBytes));
  const counts = fanSeries.map(() => arena.take(countBytes));
  const replicateCounts = summarisedOutputs.map(() => arena.take(replicateCountItems * 4));
  const within = arena.take(replicates * 4);
  const countersAt = arena.take(layout.sortCounterBytes);
  /**
   * Room for the values of a share, for sorting one output and for summaries; kept as large as it once had to be. Rows of outputs that
   * are not asked for are never touched.
   */
  let room = { address: 0, blocks: 0 };
  let months = 0;
  let wanted: readonly boolean[] = [];

  const floats = (address: number, length: number): Float64Array => new Float64Array(kernel.buffer(), address, length);
  const integers = (address: number, length: number): Uint32Array => new Uint32Array(kernel.buffer(), address, length);
  // A buffer's own slice, unlike an array's, is not filled with zeros first.
  const copyFloats = (address: number, length: number): Float64Array =>
    new Float64Array(kernel.buffer().slice(address, address + 8 * length));
  const copyIntegers = (address: number, length: number): Uint32Array =>
    new Uint32Array(kernel.buffer().slice(address, address + 4 * length));

  const rowAt = (row: number): number => room.address + row * rowBytes(room.blocks);
  const valuesAt = (output: SampledOutput): number => rowAt(sampledOutputs.indexOf(output));
  const summariesAt = (index: number): number => rowAt(sampledOutputs.length + 1) + index * room.blocks * summaryBytes;

  function makeRoom(blocks: number): void {
    if (room.blocks >= blocks) return;
    if (room.blocks > 0) arena.give(room.address);
    // None, should there be no more memory.
    room = { address: 0, blocks: 0 };
    const rows = (sampledOutputs.length + 1) * rowBytes(blocks);
    room = { address: arena.take(rows + summarisedOutputs.length * blocks * summaryBytes), blocks };
  }

  return {
    planAt,
    lay({ drivers: { horizonMonths }, fans, errors = true }, blocks) {
      months = horizonMonths + 1;
      wanted = fanSeries.map((series) => fans?.includes(series) ?? true);
      makeRoom(Math.max(blocks, pilotBlocks));
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
    },
    keepOutputs(kept) {
      const words = integers(planAt, layout.plan.addresses);
      sampledOutputs.forEach((output, index) => {
        const entry = kept.includes(output) ? [valuesAt(output), laneBytes] : [blockValues + index * laneBytes, 0];
        words.set(entry, layout.plan.lanes + 2 * (layout.firstOutput + index));
      });
    },
    layCounts(bins) {
      for (const address of counts) integers(address, months * layout.fanBins).fill(0);
      for (const address of replicateCounts) integers(address, replicateCountItems).fill(0);
      integers(within, replicates).fill(0);
      summarisedOutputs.forEach((output, index) =>
        floats(planAt + (layout.plan.outputs + 8 * index + 4) * 4, 2).set([bins[output].start, scaleOf(bins[output])]),
      );
    },
    valuesAt,
    spareAt: () => rowAt(sampledOutputs.length),
    countersAt,
    pathsAt: (series) => paths[fanSeries.indexOf(series)]!,
    gridAt: (series) => grids[fanSeries.indexOf(series)]!,
    isWanted: (series) => wanted[fanSeries.indexOf(series)]!,
    values: (output, blocks) => floats(valuesAt(output), blocks * blockTrials),
    copyValues: (output, blocks) => copyFloats(valuesAt(output), blocks * blockTrials),
    copySummaries: (output, blocks) =>
      copyFloats(summariesAt(summarisedOutputs.indexOf(output)), blocks * layout.summaryItems),
    copyReplicateCounts: (output) =>
      copyIntegers(replicateCounts[summarisedOutputs.indexOf(output)]!, replicateCountItems),
    copyPaybackWithin12: () => copyIntegers(within, replicates),
    fanCounts: (series) => integers(counts[fanSeries.indexOf(series)]!, months * layout.fanBins),
    copyFanCounts(series) {
      const index = fanSeries.indexOf(series);
      return copyIntegers(counts[index]!, wanted[index] ? months * layout.fanBins : 0);
    },
  };
}
