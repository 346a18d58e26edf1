import type { CellKind, CellKinds } from '$lib/notebook/cellKind';
import { distributionKind } from './distribution/cell';
import { fanKind } from './fan/cell';
import { scenarioKind } from './scenario/cell';
import { sensitivityKind } from './sensitivity/cell';
import { tableKind } from './table/cell';
import { textKind } from './text/cell';

/** Every kind of cell there is. A kind is a folder and a line here, and one in `views.ts`. */
export const cellKinds: CellKinds = Object.fromEntries(
  [textKind, scenarioKind, distributionKind, fanKind, sensitivityKind, tableKind].map((kind) => [
    kind.kind,
    kind as unknown as CellKind,
  ]),
);
