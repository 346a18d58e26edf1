import { toKinds } from '$lib/notebook/cellKind';
import { compareKind } from './compare/cell';
import { distributionKind } from './distribution/cell';
import { fanKind } from './fan/cell';
import { formulaKind } from './formula/cell';
import { inputKind } from './input/cell';
import { scenarioKind } from './scenario/cell';
import { sensitivityKind } from './sensitivity/cell';
import { tableKind } from './table/cell';
import { textKind } from './text/cell';

/** Every kind of cell there is. A kind is a folder and a line here: its view and its words are found by the folder. */
export const cellKinds = toKinds([
  textKind,
  scenarioKind,
  distributionKind,
  fanKind,
  sensitivityKind,
  tableKind,
  inputKind,
  formulaKind,
  compareKind,
]);
