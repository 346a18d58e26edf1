import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import type { Cell } from '$lib/notebook/notebook';
import * as v from 'valibot';

/** The projection behind the curves, month by month. */
export interface TableCell extends Cell {
  readonly kind: 'table';
  readonly title: string;
  readonly of: string;
}

export const tableKind: CellKind<TableCell, ScenarioPoint | undefined> = {
  kind: 'table',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('table'),
    name: v.exactOptional(v.string()),
    title: v.string(),
    of: v.string(),
  }),
  texts: ['title'],
  reads: (cell) => [cell.of],
  evaluate: (cell, read) => readPoint(read, cell.of),
};
