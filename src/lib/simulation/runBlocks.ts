import { createBlockInputs } from './blockInputs';
import { countPaths, emptyCounts, layGrid, pilotBlocks, type FanCounts, type FanGrid } from './fanCounts';
import { blockTrials, type BlockOutputs, type Kernel } from './kernel/kernel';
import { fanSeries, sampledOutputs, type FanSeries, type SampledOutput, type SimulationRequest } from './result';
import { momentsPerBlock, writeMoments } from './sortedSample';

/** What one worker makes of its share of the blocks. Plain data with typed arrays, transferred. */
export interface PartialResult {
  /** Ascending, "never" (+∞) last. */
  readonly sorted: Readonly<Record<SampledOutput, Float64Array>>;
  /** Count, mean and squares per block, in block order. */
  readonly moments: Readonly<Record<SampledOutput, Float64Array>>;
  readonly paybackWithin12: number;
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
 * Computes blocks `from` … `to` − 1 of a request, a chunk at a time. The generator yields between chunks, so that its
 * driver may look for newer work, and returns the result; abandoning it abandons the run.
 */
export function* runBlocks(
  request: SimulationRequest,
  from: number,
  to: number,
  kernel: Kernel,
  chunkBlocks = 8,
): Generator<void, PartialResult, void> {
  const horizon = request.drivers.horizonMonths;
  const drawBlock = createBlockInputs(request);
  const out = createOutputs(horizon);

  const pilots = Array.from({ length: Math.min(pilotBlocks, request.trials / blockTrials) }, (_, block) => {
    const pilot = createOutputs(horizon);
    kernel(drawBlock(block), pilot);
    return pilot.paths;
  });
  const grid = layGrid(pilots, horizon);
  const counts = emptyCounts(horizon);
  const blocks = to - from;
  const values = forEachOutput(() => new Float64Array(blocks * blockTrials));
  const moments = forEachOutput(() => new Float64Array(blocks * momentsPerBlock));
  let paybackWithin12 = 0;

  for (let block = 0; block < blocks; block++) {
    if (block > 0 && block % chunkBlocks === 0) yield;
    kernel(drawBlock(from + block), out);
    const { payback } = out.outputs;
    for (let i = 0; i < blockTrials; i++) {
      if (payback[i]! <= 12) paybackWithin12++;
      if (payback[i]! > horizon) payback[i] = Infinity;
    }
    for (const output of sampledOutputs) {
      writeMoments(out.outputs[output], moments[output], block * momentsPerBlock);
      values[output].set(out.outputs[output], block * blockTrials);
    }
    countPaths(out.paths, grid, counts, horizon);
  }
  for (const output of sampledOutputs) {
    yield;
    values[output].sort();
  }
  return { sorted: values, moments, paybackWithin12, grid, counts };
}

/** The buffers of a partial result, to be transferred instead of copied. */
export function buffersOf(part: PartialResult): ArrayBufferLike[] {
  return [part.sorted, part.moments, part.grid, part.counts].flatMap((record) =>
    Object.values(record).map((array: Float64Array | Uint32Array) => array.buffer),
  );
}
