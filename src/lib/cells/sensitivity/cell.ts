import { firstScenario, readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema, referenceSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Cell } from '$lib/notebook/notebook';
import { tornado, type TornadoRow } from '$lib/simulation/tornado';
import * as v from 'valibot';
import { messages } from './messages';

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

export const sensitivityKind: CellKind<SensitivityCell, SensitivityResult> = {
  kind: 'sensitivity',
  schema: cellSchema('sensitivity', {
    title: titleSchema,
    of: referenceSchema,
    output: v.picklist(sensitivityOutputs),
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'sensitivity',
    title: messages[language].newTitle,
    of: firstScenario(notebook),
    output: 'roi12',
  }),
  reads: (cell) => [cell.of],
  evaluate: (cell, around) => {
    const point = readPoint(around, cell.of);
    let rows: readonly TornadoRow[] | undefined;
    return (
      point && {
        point,
        // Made when somebody looks: two whole evaluations for every uncertain driver.
        get rows() {
          return (rows ??= tornado(point.drivers, point.ranges, cell.output, point.dimensions));
        },
      }
    );
  },
  rename: (cell, from, to) => (cell.of === from ? { ...cell, of: to } : cell),
};
