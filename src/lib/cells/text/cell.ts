import { readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { namesInText } from '$lib/notebook/liveText';
import type { Cell } from '$lib/notebook/notebook';
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

/** The scenarios named in the text, by name. */
export type TextResult = ReadonlyMap<string, ScenarioPoint | undefined>;

export const textKind: CellKind<TextCell, TextResult> = {
  kind: 'text',
  schema: v.strictObject({
    id: v.string(),
    kind: v.literal('text'),
    text: v.string(),
    aside: v.string(),
    asideWhile: v.exactOptional(v.array(v.string())),
  }),
  texts: ['text', 'aside'],
  reads: (cell) => namesInText(cell.text),
  evaluate: (cell, read) => new Map(namesInText(cell.text).map((name) => [name, readPoint(read, name)])),
};
