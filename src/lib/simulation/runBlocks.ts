import { createArena } from './arena';
import { alignedDrivers, createBlockDraws, seedOf } from './blockDraws';
import { createDrawCache } from './drawCache';
import { layGrid, narrowGrid, pilotBlocks, type FanGrid } from './fanCounts';
import type { Kernel } from './kernel/kernel';
import { blockTrials, mostMonths } from './kernel/layout';
import type { PartialResult } from './partialResult';
import { layBins, type Bins } from './replicateCounts';
import { fanSeries, sampledOutputs, summarisedOutputs } from './result';
import type { AlignedKey, FanSeries, SimulationRequest, SummarisedOutput } from './result';
import { createRunMemory } from './runMemory';
import { blocksIn, type Share } from './share';

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

/** Where the outputs and the fans of a run lie, as its pilot blocks found. */
interface Reach {
  readonly bins: Readonly<Record<SummarisedOutput, Bins>>;
  readonly grid: Readonly<Record<FanSeries, FanGrid>>;
}

const forEachOutput = <T>(make: (output: SummarisedOutput) => T) =>
  Object.fromEntries(summarisedOutputs.map((output) => [output, make(output)])) as Record<SummarisedOutput, T>;
const forEachSeries = <T>(make: (series: FanSeries) => T) =>
  Object.fromEntries(fanSeries.map((series) => [series, make(series)])) as Record<FanSeries, T>;

/** Blocks between two yields: some tenths of a millisecond. */
const chunkBlocks = { wasm: 2, typescript: 1 } as const;
/** Items gone through in sorting between two yields. */
const stepItems = 65_536;

/** How often the bins of a fan are laid narrower at most: each time by a factor of tens. */
const mostRounds = 4;

/** What no trial has reached yet: per month the lowest and the highest. */
const unreached = Float32Array.from({ length: 2 * (mostMonths + 1) }, (_, i) => (i % 2 ? -Infinity : Infinity));

export function createBlockComputer(kernel: Kernel): BlockComputer {
  const arena = createArena(kernel);
  const cache = createDrawCache(arena);
  const memory = createRunMemory(kernel, arena);
  const drawsOf = createBlockDraws(kernel, arena, cache, memory.planAt);

  /** The first blocks of all, by everybody alike: they tell where to lay the bins. */
  function* pilot(request: SimulationRequest): Generator<void, Reach, void> {
    const months = request.drivers.horizonMonths + 1;
    const reached = (series: FanSeries) => new Float32Array(kernel.buffer(), memory.gridAt(series), 2 * months);
    const wanted = fanSeries.filter(memory.isWanted);
    const draws = drawsOf(request, { first: 0, step: 1, end: pilotBlocks }, true);
    memory.keepOutputs(summarisedOutputs);
    for (const series of wanted) reached(series).set(unreached.subarray(0, 2 * months));
    for (let block = 0; block < pilotBlocks; block++) {
      yield;
      draws.draw(block);
      kernel.blocks(memory.planAt, block, 1, 0);
      for (const series of wanted) kernel.widen(memory.pathsAt(series), months, memory.gridAt(series));
    }
    const bins = forEachOutput((output) => layBins(memory.values(output, pilotBlocks)));
    const reach = forEachSeries((series) => reached(series).slice());
    const grid = forEachSeries((series) => (memory.isWanted(series) ? layGrid(reach[series]) : new Float32Array()));
    const startCounting = () => {
      // Where the months reach to gives way to the bins laid over that.
      for (const series of wanted) reached(series).set(grid[series]);
      memory.layCounts(bins);
    };
    startCounting();
    for (let round = 0, tooWide = true; tooWide && round < mostRounds; round++) {
      for (let block = 0; block < pilotBlocks; block++) {
        yield;
        draws.draw(block);
        kernel.blocks(memory.planAt, block, 1, 1);
      }
      tooWide = false;
      for (const series of wanted) {
        yield;
        tooWide = narrowGrid(grid[series], reach[series], memory.fanCounts(series)) || tooWide;
      }
      yield;
      startCounting();
    }
    return { bins, grid };
  }

  /** Every block of the share: outputs kept, fans and replicates counted. @returns what was wanted trial by trial */
  function* computeBlocks(request: SimulationRequest, share: Share): Generator<void, PartialResult['aligned'], void> {
    const blocks = blocksIn(share);
    // Only a worker's own share comes again; what refining adds comes once.
    const draws = drawsOf(request, share, share.first < share.step);
    const outputs = sampledOutputs.filter((output) => request.aligned?.includes(output));
    memory.keepOutputs([...summarisedOutputs, ...outputs]);
    const aligned: Partial<Record<AlignedKey, Float64Array>> = {};
    const drivers = alignedDrivers(request);
    for (const driver of drivers) aligned[driver] = new Float64Array(blocks * blockTrials);

    for (let block = 0; block < blocks;) {
      yield;
      const end = Math.min(blocks, block + chunkBlocks[kernel.name]);
      if (drivers.length === 0 && draws.has(end)) kernel.blocks(memory.planAt, block, end - block, 1);
      else
        for (let each = block; each < end; each++) {
          draws.draw(each);
          kernel.blocks(memory.planAt, each, 1, 1);
          for (const driver of drivers) {
            const values = new Float64Array(kernel.buffer(), draws.values(driver, each), blockTrials);
            aligned[driver]!.set(values, each * blockTrials);
          }
        }
      block = end;
    }
    // Before they are sorted.
    for (const output of outputs) aligned[output] = memory.copyValues(output, blocks);
    return aligned;
  }

  /** Sorts the outputs where they stand, and copies them out: into `spare` where it fits. */
  function* sortOutputs(blocks: number, spare: readonly ArrayBuffer[]): Generator<void, PartialResult['sorted'], void> {
    const trials = blocks * blockTrials;
    let sortedSince = stepItems;
    for (const output of summarisedOutputs) {
      let step = 0;
      do {
        if ((sortedSince += trials) >= stepItems) {
          sortedSince = 0;
          yield;
        }
        step = kernel.sortStep(memory.valuesAt(output), trials, memory.spareAt(), memory.countersAt, step);
      } while (step !== 0);
    }
    const sorted = {} as Record<SummarisedOutput, Float64Array>;
    const rooms = spare.filter(({ byteLength }) => byteLength === 8 * trials);
    for (const output of summarisedOutputs) {
      yield;
      const room = rooms.pop();
      sorted[output] = room ? new Float64Array(room) : memory.copyValues(output, blocks);
      if (room) sorted[output].set(memory.values(output, blocks));
    }
    return sorted;
  }

  return {
    *run(request, share, spare = []) {
      const blocks = blocksIn(share);
      cache.release(seedOf(request));
      memory.lay(request, blocks);
      const { bins, grid } = yield* pilot(request);
      const aligned = yield* computeBlocks(request, share);
      const sorted = yield* sortOutputs(blocks, spare);
      return {
        share,
        sorted,
        summaries: forEachOutput((output) => memory.copySummaries(output, blocks)),
        replicateCounts: request.errors === false ? null : forEachOutput(memory.copyReplicateCounts),
        bins,
        paybackWithin12: memory.copyPaybackWithin12(),
        grid,
        counts: forEachSeries(memory.copyFanCounts),
        aligned,
      };
    },
  };
}
