import { toFan } from './fanCounts';
import { sampledOutputs, type SampledOutput, type SimulationRequest, type SimulationResult } from './result';
import type { PartialResult } from './runBlocks';
import { toSortedSample } from './sortedSample';

/** Puts the parts of a run together, in block order. The same figures come out however the blocks were split. */
export function mergeParts(request: SimulationRequest, parts: readonly PartialResult[]): SimulationResult {
  const grid = parts[0]?.grid;
  if (!grid) throw new Error('a run has at least one part');
  const outputs = Object.fromEntries(
    sampledOutputs.map((output) => [
      output,
      toSortedSample(
        parts.map((part) => part.sorted[output]),
        parts.map((part) => part.moments[output]),
      ),
    ]),
  ) as Record<SampledOutput, SimulationResult['outputs'][SampledOutput]>;
  return {
    request,
    outputs,
    paybackWithin12: parts.reduce((sum, part) => sum + part.paybackWithin12, 0) / request.trials,
    fan: toFan(
      grid,
      parts.map((part) => part.counts),
      request.trials,
      request.drivers.horizonMonths,
    ),
  };
}
