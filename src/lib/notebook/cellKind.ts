import type { GenericSchema } from 'valibot';
import type { Cell } from './notebook';

/**
 * What a cell kind tells the notebook: how its data is checked, what it reads and what it computes.
 * Pure, without a screen; how it looks is its `View.svelte`.
 */
export interface CellKind<C extends Cell = Cell, Result = unknown> {
  readonly kind: C['kind'];
  readonly schema: GenericSchema<unknown, C>;
  /** Text fields written for the reader, which follow the interface language while untouched. */
  readonly texts: readonly (keyof C & string)[];
  /** Names of the cells this one depends on. */
  readonly reads: (cell: C) => readonly string[];
  /** @param read the result of a cell by its name; `undefined` when there is none. */
  readonly evaluate: (cell: C, read: (name: string) => unknown) => Result;
}

export type CellKinds = Readonly<Record<string, CellKind>>;
