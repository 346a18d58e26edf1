import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import type { Cell } from '$lib/notebook/notebook';
import { tornado, type TornadoRow } from '$lib/simulation/tornado';
import * as v from 'valibot';

export const sensitivityOutputs = ['roi12', 'payback', 'npv'] as const;
export type SensitivityOutput = (typeof sensitivityOutputs)[number];

/** Which assumption decides: every driver through its own range, the others at their values. */
export interface SensitivityCell extends Cell {
  readonly kind: 'sensitivity';
  readonly title: string;
  readonly of: string;
  readonly output: SensitivityOutput;
}

export interface SensitivityResult {
  readonly point: ScenarioPoint;
  readonly rows: readonly TornadoRow[];
}

export const sensitivityKind: CellKind<SensitivityCell, SensitivityResult | undefined> = {
  kind: 'sensitivity',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('sensitivity'),
    name: v.exactOptional(v.string()),
    title: v.string(),
    of: v.string(),
    output: v.picklist(sensitivityOutputs),
  }),
  texts: ['title'],
  reads: (cell) => [cell.of],
  evaluate: (cell, read) => {
    const point = readPoint(read, cell.of);
    return point && { point, rows: tornado(point.drivers, point.ranges, cell.output) };
  },
};
