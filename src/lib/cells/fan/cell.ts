import { firstScenario, readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema, referenceSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Cell } from '$lib/notebook/notebook';
import { fanSeries, type FanSeries } from '$lib/simulation/result';
import * as v from 'valibot';
import { messages } from './messages';

/** Percentile bands over the months of a scenario's cash, revenue or customers. */
export interface FanCell extends Cell {
  readonly kind: 'fan';
  readonly title: string;
  readonly of: string;
  readonly series: FanSeries;
}

export const fanKind: CellKind<FanCell, ScenarioPoint> = {
  kind: 'fan',
  schema: cellSchema('fan', {
    title: titleSchema,
    of: referenceSchema,
    series: v.picklist(fanSeries),
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'fan',
    title: messages[language].newTitle,
    of: firstScenario(notebook),
    series: 'cumulative',
  }),
  reads: (cell) => [cell.of],
  evaluate: (cell, around) => readPoint(around, cell.of),
  rename: (cell, from, to) => (cell.of === from ? { ...cell, of: to } : cell),
};
