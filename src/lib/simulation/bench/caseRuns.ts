import {
  defaultSampler,
  type SummarisedOutput,
  type SimulationRequest,
  type SimulationResult,
} from '$lib/simulation/result';
import { countAtMost, quantile } from '$lib/simulation/sortedSample';
import { caseRequest } from './caseRequest';

/** The case as the product would ask for it; `run` says which of many it is. Another seed: every draw is made anew. */
export const drawnAnew = (run: number): SimulationRequest => caseRequest({ seed: 1000 + run, sampler: defaultSampler });

/** The run of a moved slider whose driver has no range: every draw of the run before is still good. */
export function drawnBefore(run: number): SimulationRequest {
  const request = caseRequest({ sampler: defaultSampler });
  return { ...request, drivers: { ...request.drivers, annualRevenue: 18_000_000 + 1000 * run } };
}

const summarised = ['payback', 'roi12', 'npv', 'clvProgramme'] as const satisfies SummarisedOutput[];
const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
const histogramBins = 40;

/** What the yardsticks make of a run, besides the fan, which comes with the result: we have to do as much in our time. */
export function summarise({ outputs }: SimulationResult) {
  return summarised.map((output) => {
    const sample = outputs[output];
    const { mean, deviation, never } = sample;
    const low = Math.min(...sample.parts.map((part) => part[0] ?? Infinity));
    const high = highestFinite(sample.parts);
    const upTo = Array.from({ length: histogramBins + 1 }, (_, bin) =>
      countAtMost(sample, low + ((high - low) * bin) / histogramBins),
    );
    const counts = upTo.slice(1).map((count, bin) => count - (bin === 0 ? 0 : upTo[bin]!));
    const quantiles = probabilities.map((probability) => quantile(sample, probability));
    return { output, mean, deviation, never, quantiles, histogram: { low, high, counts } };
  });
}

/** "Never" stands last in every part, as +∞. */
function highestFinite(parts: readonly Float64Array[]): number {
  let highest = -Infinity;
  for (const part of parts) {
    let last = part.length - 1;
    while (last >= 0 && part[last] === Infinity) last--;
    if (last >= 0) highest = Math.max(highest, part[last]!);
  }
  return highest;
}
