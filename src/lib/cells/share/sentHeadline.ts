import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { Formats } from '$lib/i18n/formats';
import { outputText } from '$lib/i18n/outputText';
import { outputWords } from '$lib/i18n/outputWords';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import type { Notebook } from '$lib/notebook/notebook';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';

/** The two figures a scenario is remembered by. */
const heroes = ['roi12', 'payback'] as const;

/**
 * What the first scenario came to as it was sent; empty when no such figure was sent.
 *
 * @example sentHeadline(sent, notebook, evaluation, formats) // '12 kuukauden ROI 369 %, takaisinmaksuaika 3,7 kk'
 */
export function sentHeadline(
  { fingerprint }: SharedNotebook,
  notebook: Notebook,
  evaluation: Evaluation,
  formats: Formats,
): string {
  const cell = notebook.cells.find(({ kind }) => kind === 'scenario');
  const point = cell && (evaluation.get(cell.id)?.result as ScenarioPoint | undefined);
  if (!point) return '';
  const figures = heroes.flatMap((output) => {
    const found = fingerprint.values.find(([path]) => path === `${cell.name}.${output}`);
    if (!found) return [];
    return [`${outputWords[formats.language][output].short} ${outputText(output, found[1], point.drivers, formats)}`];
  });
  return figures.join(', ');
}
