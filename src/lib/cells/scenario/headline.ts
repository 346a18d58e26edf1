import type { Formats } from '$lib/i18n/formats';
import { outputNever, outputValue } from '$lib/i18n/outputText';
import { outputWords } from '$lib/i18n/outputWords';
import { monteCarloError } from '$lib/simulation/monteCarloError';
import { quantile } from '$lib/simulation/sortedSample';
import type { SimulationResult, SummarisedOutput } from '$lib/simulation/result';
import type { ScenarioPoint } from './cell';
import { messages } from './messages';

/** The figures at the head of a scenario, two heroes first. */
export const headlineOutputs = [
  'roi12',
  'payback',
  'npv',
  'clvProgramme',
  'ltvToCacProgramme',
] as const satisfies SummarisedOutput[];
export type HeadlineOutput = (typeof headlineOutputs)[number];

/** What a figure was before the programme, where the two stand side by side. */
const baselineOf = { clvProgramme: 'clv', ltvToCacProgramme: 'ltvToCac' } as const;

/** One headline figure as it is read. */
export interface Headline {
  readonly output: HeadlineOutput;
  readonly label: string;
  readonly value: string;
  /** `value` is words, not a number. */
  readonly inWords: boolean;
  readonly before: string | undefined;
  /** Its 90 % range; empty until simulated. */
  readonly interval: string;
}

/** The place of the first digit of the largest error, as a power of ten (the usual rule: GUM 7.2.6); 0 without errors. */
function lastPlace(errors: readonly (number | null)[]): number {
  const largest = Math.max(0, ...errors.map((error) => error ?? 0));
  return largest > 0 ? 10 ** Math.floor(Math.log10(largest)) : 0;
}

/** Both ends are written to the last place that their sampling errors support: what stands behind it would change with the seed. */
function intervalOf(output: HeadlineOutput, result: SimulationResult, formats: Formats): string {
  const sample = result.outputs[output];
  const { p5, p95 } = monteCarloError(result, output);
  const place = lastPlace([p5, p95]);
  const rounded = (x: number | null) => (x === null || place === 0 ? x : Math.round(x / place) * place);
  const low = rounded(quantile(sample, 0.05));
  const high = rounded(quantile(sample, 0.95));
  const digits = place >= 1 ? 0 : 1;
  const say = messages[formats.language];
  if (low === null) return output === 'payback' ? say.allNever : '';
  switch (output) {
    case 'payback':
      return formats.monthsSpan(low, high, digits, say.never);
    case 'roi12':
      return formats.percentSpan(low, high);
    case 'ltvToCacProgramme':
      return formats.numberSpan(low, high, digits, say.grows);
    default:
      return formats.moneySpan(low, high, say.grows);
  }
}

/**
 * The headline figures at the drivers' values, each with its simulated 90 % range.
 *
 * @param result `null` until simulated.
 */
export function headlines(point: ScenarioPoint, result: SimulationResult | null, formats: Formats): Headline[] {
  const { outputs, drivers } = point;
  return headlineOutputs.map((output) => {
    const value = outputs[output];
    const baseline = output in baselineOf ? baselineOf[output as keyof typeof baselineOf] : undefined;
    const before = baseline && outputs[baseline];
    const named = baseline ?? output;
    return {
      output,
      label: outputWords[formats.language][named].label,
      value: value === null ? outputNever(output, drivers, formats) : outputValue(output, value, formats),
      inWords: value === null,
      before: value !== null && typeof before === 'number' ? outputValue(baseline!, before, formats) : undefined,
      interval: result && Object.keys(point.ranges).length > 0 ? intervalOf(output, result, formats) : '',
    };
  });
}

/** An error of a headline figure, with its unit and enough digits for a small one. */
export function errorText(output: HeadlineOutput, error: number, formats: Formats): string {
  switch (output) {
    case 'roi12':
      return formats.points(error, 2);
    case 'payback':
      return formats.months(error, 3);
    case 'ltvToCacProgramme':
      return formats.ratio(error, 3);
    default:
      return formats.money(error);
  }
}
