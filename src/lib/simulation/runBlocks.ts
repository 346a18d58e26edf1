import { createBlockInputs } from './blockInputs';
import { countPaths, emptyCounts, layGrid, pilotBlocks, type FanCounts, type FanGrid } from './fanCounts';
import { blockTrials, type BlockOutputs, type Kernel } from './kernel/kernel';
import { countReplicates, emptyReplicates, layBins, writeReplicateSums, type Bins } from './replicateCounts';
import { fanSeries, replicates, sampledOutputs, type FanSeries } from './result';
import type { SampledOutput, SimulationRequest } from './result';
import { blocksIn, type Share } from './share';
import { momentsPerBlock, writeMoments } from './sortedSample';

/** What one worker makes of its share of the blocks. Plain data with typed arrays, transferred. */
export interface PartialResult {
  readonly share: Share;
  /** Ascending, "never" (+∞) last. */
  readonly sorted: Readonly<Record<SampledOutput, Float64Array>>;
  /** Count, mean and squares per block, in block order. */
  readonly moments: Readonly<Record<SampledOutput, Float64Array>>;
  /** Sum of each replicate per block, in block order. */
  readonly replicateSums: Readonly<Record<SampledOutput, Float64Array>>;
  readonly replicateCounts: Readonly<Record<SampledOutput, Uint32Array>>;
  readonly bins: Readonly<Record<SampledOutput, Bins>>;
  /** Per replicate. */
  readonly paybackWithin12: Uint32Array;
  readonly grid: FanGrid;
  readonly counts: FanCounts;
}

function forEachOutput<T>(make: (output: SampledOutput) => T): Record<SampledOutput, T> {
  return Object.fromEntries(sampledOutputs.map((output) => [output, make(output)])) as Record<SampledOutput, T>;
}

function createOutputs(horizon: number): BlockOutputs {
  return {
    outputs: forEachOutput(() => new Float64Array(blockTrials)),
    paths: Object.fromEntries(
      fanSeries.map((series) => [series, new Float64Array((horizon + 1) * blockTrials)]),
    ) as Record<FanSeries, Float64Array>,
  };
}

/**
 * Computes a share of the blocks of a request, a chunk at a time. The generator yields between chunks, so that its
 * driver may look for newer work, and returns the result; abandoning it abandons the run.
 */
export function* runBlocks(
  request: SimulationRequest,
  share: Share,
  kernel: Kernel,
  chunkBlocks = 8,
): Generator<void, PartialResult, void> {
  const horizon = request.drivers.horizonMonths;
  const drawBlock = createBlockInputs(request);
  const out = createOutputs(horizon);

  const pilots = Array.from({ length: pilotBlocks }, (_, block) => {
    const pilot = createOutputs(horizon);
    kernel(drawBlock(block), pilot);
    cutAtHorizon(pilot.outputs.payback, horizon);
    return pilot;
  });
  const grid = layGrid(
    pilots.map((pilot) => pilot.paths),
    horizon,
  );
  const bins = forEachOutput((output) => layBins(pilots.map((pilot) => pilot.outputs[output])));
  const counts = emptyCounts(horizon);
  const blocks = blocksIn(share);
  const values = forEachOutput(() => new Float64Array(blocks * blockTrials));
  const moments = forEachOutput(() => new Float64Array(blocks * momentsPerBlock));
  const replicateSums = forEachOutput(() => new Float64Array(blocks * replicates));
  const replicateCounts = forEachOutput(emptyReplicates);
  const paybackWithin12 = new Uint32Array(replicates);

  for (let block = 0; block < blocks; block++) {
    if (block > 0 && block % chunkBlocks === 0) yield;
    kernel(drawBlock(share.first + block * share.step), out);
    const { payback } = out.outputs;
    for (let i = 0; i < blockTrials; i++) if (payback[i]! <= 12) paybackWithin12[i % replicates]!++;
    cutAtHorizon(payback, horizon);
    for (const output of sampledOutputs) {
      const trials = out.outputs[output];
      writeMoments(trials, moments[output], block * momentsPerBlock);
      writeReplicateSums(trials, replicateSums[output], block * replicates);
      countReplicates(trials, bins[output], replicateCounts[output]);
      values[output].set(trials, block * blockTrials);
    }
    countPaths(out.paths, grid, counts, horizon);
  }
  for (const output of sampledOutputs) {
    yield;
    values[output].sort();
  }
  return { share, sorted: values, moments, replicateSums, replicateCounts, bins, paybackWithin12, grid, counts };
}

/** "Within 12 months" is asked of every run; payback itself ends with the horizon. */
function cutAtHorizon(payback: Float64Array, horizon: number): void {
  for (let i = 0; i < payback.length; i++) if (payback[i]! > horizon) payback[i] = Infinity;
}

/** The buffers of a partial result, to be transferred instead of copied. */
export function buffersOf({ bins: _, share: __, paybackWithin12, ...records }: PartialResult): ArrayBufferLike[] {
  return [{ paybackWithin12 }, ...Object.values(records)].flatMap((record) =>
    Object.values(record).map((array: Float64Array | Uint32Array) => array.buffer),
  );
}
