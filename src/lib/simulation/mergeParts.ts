import { toFan } from './fanCounts';
import { errorOfCounts } from './monteCarloError';
import { once } from './once';
import { replicateMeans, type Bins } from './replicateCounts';
import { summarisedOutputs } from './result';
import type {
  AlignedKey,
  ReplicateSpread,
  SummarisedOutput,
  SimulationRequest,
  SimulationResult,
  SortedSample,
} from './result';
import type { PartialResult } from './partialResult';
import type { Share } from './share';
import { blockTrials, summaryItems } from './kernel/layout';
import { toSortedSample } from './sortedSample';

/** Puts the parts of a run together. The same figures come out however the blocks were dealt. */
export function mergeParts(request: SimulationRequest, parts: readonly PartialResult[]): SimulationResult {
  const [first] = parts;
  if (!first) throw new Error('a run has at least one part');
  const blocks = request.trials / blockTrials;
  const outputs = {} as Record<SummarisedOutput, SortedSample>;
  const spreads = first.replicateCounts && ({} as Record<SummarisedOutput, ReplicateSpread>);
  for (const output of summarisedOutputs) {
    // What is put together later holds on to its own pieces, not to all that came with them.
    const own = parts.map(({ share, summaries }) => ({ share, made: summaries[output] }));
    const summaries = once(() => inBlockOrder(own, blocks));
    const sorted = parts.map((part) => part.sorted[output]);
    outputs[output] = toSortedSample(sorted, summaries);
    if (!spreads) continue;
    const counts = parts.map((part) => part.replicateCounts![output]);
    spreads[output] = toSpread(first.bins[output], counts, summaries);
  }
  const within12 = total(parts.map((part) => part.paybackWithin12));
  return {
    request,
    outputs,
    replicates: spreads,
    paybackWithin12: within12.reduce((sum, count) => sum + count, 0) / request.trials,
    paybackWithin12Error: errorOfCounts(within12, request.trials),
    fan: toFan(
      first.grid,
      parts.map((part) => part.counts),
      request.trials,
    ),
    aligned: Object.fromEntries(
      (Object.keys(first.aligned) as AlignedKey[]).map((key) => [key, inTrialOrder(parts, key, request.trials)]),
    ),
  };
}

/** Put together when somebody asks for the error: hardly anybody does, and it is half of the work. */
function toSpread(bins: Bins, parts: readonly Uint32Array[], summaries: () => Float64Array): ReplicateSpread {
  const counts = once(() => total(parts));
  const means = once(() => replicateMeans(summaries(), counts()));
  return {
    ...bins,
    get counts() {
      return counts();
    },
    get means() {
      return means();
    },
  };
}

/** What was kept trial by trial, each block at its number. */
function inTrialOrder(parts: readonly PartialResult[], key: AlignedKey, trials: number): Float64Array {
  const all = new Float64Array(trials);
  for (const { aligned, share } of parts) {
    const own = aligned[key]!;
    for (let at = 0, block = share.first; at < own.length; at += blockTrials, block += share.step)
      all.set(own.subarray(at, at + blockTrials), block * blockTrials);
  }
  return all;
}

/** Summaries of all blocks by the block's number: sums in that order do not depend on who computed what. */
function inBlockOrder(
  parts: readonly { readonly share: Share; readonly made: Float64Array }[],
  blocks: number,
): Float64Array {
  const all = new Float64Array(blocks * summaryItems);
  for (const { made, share } of parts) {
    for (let i = 0; i < made.length / summaryItems; i++) {
      const at = (share.first + i * share.step) * summaryItems;
      for (let j = 0; j < summaryItems; j++) all[at + j] = made[i * summaryItems + j]!;
    }
  }
  return all;
}

function total(parts: readonly Uint32Array[]): Uint32Array {
  const sum = new Uint32Array(parts[0] ?? []);
  for (const part of parts.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
  return sum;
}
