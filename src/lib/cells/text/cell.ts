import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema } from '$lib/notebook/cellSchema';
import { namesInText, pathsInText, renameInText } from '$lib/notebook/liveText';
import type { Cell } from '$lib/notebook/notebook';
import type { Published } from '$lib/notebook/published';
import * as v from 'valibot';

/** Narrative with live values in it. */
export interface TextCell extends Cell {
  readonly kind: 'text';
  /** Paragraphs divided by an empty line. */
  readonly text: string;
  /** A note beside it: where the figures come from, what is assumed. */
  readonly aside: string;
  /** The note holds only while these drivers (`base.grossMargin`) and the currency are as in the template. */
  readonly asideWhile?: readonly string[];
}

/** What a text reads: the scenarios by name, and every value by its path (`base.npv`, `price`). */
export interface TextResult {
  readonly points: ReadonlyMap<string, ScenarioPoint | undefined>;
  readonly values: ReadonlyMap<string, Published | undefined>;
}

const longText = v.pipe(v.string(), v.maxLength(50_000));

const read = new WeakMap<TextCell, { readonly names: string[]; readonly paths: string[] }>();

/** What a text reads. A hand that moves a slider evaluates a text in every frame, and its words stand still. */
function readBy(cell: TextCell) {
  let found = read.get(cell);
  if (!found) read.set(cell, (found = { names: namesInText(cell.text), paths: pathsInText(cell.text) }));
  return found;
}

export const textKind: CellKind<TextCell, TextResult> = {
  kind: 'text',
  schema: cellSchema('text', {
    text: longText,
    aside: longText,
    asideWhile: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100))),
  }),
  texts: ['text', 'aside'],
  create: ({ id }) => ({ id, kind: 'text', text: '', aside: '' }),
  explainsNames: true,
  reads: (cell) => readBy(cell).names,
  evaluate: (cell, around) => ({
    points: new Map(readBy(cell).names.map((name) => [name, readPoint(around, name)])),
    values: new Map(readBy(cell).paths.map((path) => [path, around.value(path)])),
  }),
  rename: (cell, from, to) => ({
    ...cell,
    text: renameInText(cell.text, from, to),
    ...(cell.asideWhile && {
      asideWhile: cell.asideWhile.map((path) => (path.startsWith(`${from}.`) ? to + path.slice(from.length) : path)),
    }),
  }),
};
