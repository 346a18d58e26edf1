import { firstScenario, readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema, referenceSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Cell } from '$lib/notebook/notebook';
import { messages } from './messages';

/** The projection behind the curves, month by month. */
export interface TableCell extends Cell {
  readonly kind: 'table';
  readonly title: string;
  readonly of: string;
}

export const tableKind: CellKind<TableCell, ScenarioPoint> = {
  kind: 'table',
  schema: cellSchema('table', {
    title: titleSchema,
    of: referenceSchema,
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'table',
    title: messages[language].newTitle,
    of: firstScenario(notebook),
  }),
  reads: (cell) => [cell.of],
  evaluate: (cell, around) => readPoint(around, cell.of),
  rename: (cell, from, to) => (cell.of === from ? { ...cell, of: to } : cell),
};
