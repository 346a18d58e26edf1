import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import type { Cell } from '$lib/notebook/notebook';
import * as v from 'valibot';

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

const number = v.pipe(v.number(), v.finite());

export const distributionKind: CellKind<DistributionCell, ScenarioPoint | undefined> = {
  kind: 'distribution',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('distribution'),
    name: v.exactOptional(v.string()),
    title: v.string(),
    of: v.string(),
    output: v.picklist(distributionOutputs),
    thresholds: v.strictObject({ payback: number, roi12: number, npv: number }),
  }),
  texts: ['title'],
  reads: (cell) => [cell.of],
  evaluate: (cell, read) => readPoint(read, cell.of),
};
