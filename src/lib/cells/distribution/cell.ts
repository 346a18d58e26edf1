import { firstScenario, readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema, finiteSchema, referenceSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Cell } from '$lib/notebook/notebook';
import * as v from 'valibot';
import { messages } from './messages';

export const distributionOutputs = ['payback', 'roi12', 'npv'] as const;
export type DistributionOutput = (typeof distributionOutputs)[number];

/** Histogram and cumulative curve of a scenario's output, with a threshold that answers with a probability. */
export interface DistributionCell extends Cell {
  readonly kind: 'distribution';
  readonly title: string;
  /** Name of the scenario. */
  readonly of: string;
  readonly output: DistributionOutput;
  /** Where the threshold stands, in the output's own unit. */
  readonly thresholds: Readonly<Record<DistributionOutput, number>>;
}

export const distributionKind: CellKind<DistributionCell, ScenarioPoint> = {
  kind: 'distribution',
  schema: cellSchema('distribution', {
    title: titleSchema,
    of: referenceSchema,
    output: v.picklist(distributionOutputs),
    thresholds: v.strictObject({ payback: finiteSchema, roi12: finiteSchema, npv: finiteSchema }),
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'distribution',
    title: messages[language].newTitle,
    of: firstScenario(notebook),
    output: 'payback',
    thresholds: { payback: 6, roi12: 1, npv: 0 },
  }),
  reads: (cell) => [cell.of],
  evaluate: (cell, around) => readPoint(around, cell.of),
  rename: (cell, from, to) => (cell.of === from ? { ...cell, of: to } : cell),
};
