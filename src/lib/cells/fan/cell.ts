import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import type { Cell } from '$lib/notebook/notebook';
import { fanSeries, type FanSeries } from '$lib/simulation/result';
import * as v from 'valibot';

/** Percentile bands over the months of a scenario's cash, revenue or customers. */
export interface FanCell extends Cell {
  readonly kind: 'fan';
  readonly title: string;
  readonly of: string;
  readonly series: FanSeries;
}

export const fanKind: CellKind<FanCell, ScenarioPoint | undefined> = {
  kind: 'fan',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('fan'),
    name: v.exactOptional(v.string()),
    title: v.string(),
    of: v.string(),
    series: v.picklist(fanSeries),
  }),
  texts: ['title'],
  reads: (cell) => [cell.of],
  evaluate: (cell, read) => readPoint(read, cell.of),
};
