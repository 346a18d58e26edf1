import type { GenericSchema } from 'valibot';
import type { Cell, Notebook } from './notebook';
import type { Published } from './published';

/** What a cell sees of the others while it is evaluated. */
export interface Surroundings {
  /** The result of the cell of that name; `undefined` when there is none, or it is at fault. */
  read(name: string): unknown;
  /** The value published under `price` or `base.npv`; `undefined` when nothing is. */
  value(path: string): Published | undefined;
}

/** Where a new cell is to stand. */
export interface Birth {
  readonly id: string;
  readonly language: Notebook['language'];
  readonly notebook: Notebook;
}

/**
 * What a cell kind tells the notebook: how its data is checked, what it reads, what it computes and what others may read of it.
 * Pure, without a screen; how it looks is its `View.svelte`.
 */
export interface CellKind<C extends Cell = Cell, Result = unknown> {
  readonly kind: C['kind'];
  /** See `cellSchema`. */
  readonly schema: GenericSchema<unknown, C>;
  /** Text fields written for the reader, which follow the interface language while untouched. */
  readonly texts: readonly (keyof C & string)[];
  /** A complete new cell that works at once, as it is added from the menu. */
  readonly create: (birth: Birth) => C;
  /** Names of the cells this one depends on; `''` stands for one not chosen yet. */
  readonly reads: (cell: C) => readonly string[];
  /** Says itself, inside the cell, what is wrong with the names it reads, or with some of them; others get a sentence in place of their view. */
  readonly explainsNames?: true | ((cell: C) => readonly string[]);
  /** @returns `undefined` when what it reads is of no use to it. */
  readonly evaluate: (cell: C, around: Surroundings) => Result | undefined;
  /** What others may read under the cell's name: one value, or values by field. */
  readonly publishes?: (result: Result) => Published | Readonly<Record<string, Published>>;
  /** The same cell with every reference to the name `from` following it to `to`. */
  readonly rename?: (cell: C, from: string, to: string) => C;
}

export type CellKinds = Readonly<Record<string, CellKind>>;

/** A table of kinds by their names. */
export function toKinds(kinds: readonly { readonly kind: string }[]): CellKinds {
  return Object.fromEntries(kinds.map((kind) => [kind.kind, kind as unknown as CellKind]));
}
