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
}

/** What the cells named in the text came to, by name. */
export type TextResult = ReadonlyMap<string, unknown>;

export const textKind: CellKind<TextCell, TextResult> = {
  kind: 'text',
  schema: v.object({ id: v.string(), kind: v.literal('text'), text: v.string(), aside: v.string() }),
  texts: ['text', 'aside'],
  reads: (cell) => namesInText(cell.text),
  evaluate: (cell, read) => new Map(namesInText(cell.text).map((name) => [name, read(name)])),
};
