import { headlineOutputs } from '$lib/cells/scenario/headline';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import { toTwelveDigits, type Fingerprint, type FingerprintValue } from '$lib/notebook/fingerprint';
import type { Notebook } from '$lib/notebook/notebook';
import { defaultSampler, type SimulationRequest, type SimulationResult } from '$lib/simulation/result';
import { quantile } from '$lib/simulation/sortedSample';
import { toRequest } from '$lib/state/toRequest';

/** Outputs whose simulated range stands in the fingerprint, and the percentiles of it. */
const simulatedOutputs = ['payback', 'roi12', 'npv'] as const;
const percentiles = { p5: 0.05, p50: 0.5, p95: 0.95 } as const;

/**
 * What a notebook comes to: the headline figures of its scenarios, their simulated percentiles, and the values of its named cells.
 * The same on both ends of a link; a cell at fault has none.
 *
 * @param trials of the simulated figures.
 * @param run gives a simulation, to exactly its trials; `null` when the page is being closed.
 * @returns `null` in that case.
 */
export async function takeFingerprint(
  notebook: Notebook,
  evaluation: Evaluation,
  trials: number,
  run: (request: SimulationRequest) => Promise<SimulationResult | null>,
): Promise<Fingerprint | null> {
  const values: FingerprintValue[] = [];
  const add = (path: string, value: number | null) => values.push([path, toTwelveDigits(value)]);
  for (const { id, kind, name } of notebook.cells) {
    const evaluated = evaluation.get(id);
    if (!name || !evaluated || evaluated.problem) continue;
    if (kind === 'scenario') {
      const point = evaluated.result as ScenarioPoint;
      for (const output of headlineOutputs) add(`${name}.${output}`, point.outputs[output]);
      if (Object.keys(point.ranges).length === 0) continue;
      const result = await run({ ...toRequest(notebook, point), trials });
      if (!result) return null;
      for (const output of simulatedOutputs)
        for (const [mark, probability] of Object.entries(percentiles))
          add(`${name}.${output}.${mark}`, quantile(result.outputs[output], probability));
    } else {
      const value = evaluated.published()[''];
      if (value) add(name, value.value);
    }
  }
  const { seed, sampler = defaultSampler } = notebook;
  return { seed, trials, sampler, values };
}
