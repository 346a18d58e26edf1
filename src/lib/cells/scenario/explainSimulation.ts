import type { Formats } from '$lib/i18n/formats';
import { outputText } from '$lib/i18n/outputText';
import type { Drivers } from '$lib/scenario/drivers';
import { monteCarloError } from '$lib/simulation/monteCarloError';
import type { SimulationResult } from '$lib/simulation/result';
import { quantile } from '$lib/simulation/sortedSample';
import { errorText, type HeadlineOutput } from './headline';
import { explanationMessages } from './explanationMessages';

/**
 * The simulated percentiles of a headline figure, each with its sampling error: two standard errors, in the figure's unit.
 *
 * @example 'P5 −31 % (±0,22 %-yks.), P50 233 % (±0,34 %-yks.), P95 787 % (±1,1 %-yks.). Suluissa …'
 */
export function explainSimulation(
  output: HeadlineOutput,
  drivers: Drivers,
  result: SimulationResult,
  formats: Formats,
): string {
  const errors = monteCarloError(result, output);
  const sample = result.outputs[output];
  const percentile = (name: string, probability: number, error: number | null) => {
    const value = outputText(output, quantile(sample, probability), drivers, formats);
    return `${name} ${value}${error === null ? '' : ` (±${errorText(output, 2 * error, formats)})`}`;
  };
  const parts = [
    percentile('P5', 0.05, errors.p5),
    percentile('P50', 0.5, errors.p50),
    percentile('P95', 0.95, errors.p95),
  ].join(', ');
  return explanationMessages[formats.language].percentiles({ parts, trials: formats.count(result.request.trials) });
}
