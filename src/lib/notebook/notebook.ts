import { defaultSampler, type SamplerName } from '$lib/simulation/result';

/** The version documents are written in; older ones are migrated when read (`migrations.ts`). */
export const currentVersion = 2;

/** The document: plain immutable data. Everything shown is a pure function of it. */
export interface Notebook {
  readonly version: typeof currentVersion;
  /** Which template it began as. */
  readonly template: string;
  /** The language its texts are written in. */
  readonly language: 'fi' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** The prospect's name; empty until typed. */
  readonly client: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly seed: number;
  /** Where the trials' uniforms come from; `defaultSampler` when left out. */
  readonly sampler?: SamplerName;
  /** The largest dimension an input that was deleted has had: no other ever gets it. */
  readonly spentDimension?: number;
  readonly cells: readonly Cell[];
}

/** What a notebook says besides its cells. */
export type NotebookHeader = Omit<Notebook, 'cells'>;

/** Which cell something is, without what it says. */
export interface CellOutline {
  readonly id: string;
  readonly kind: string;
  readonly name?: string | undefined;
}

/** What every kind of cell has; the rest belongs to the kind. */
export interface Cell {
  readonly id: string;
  readonly kind: string;
  /** What the cell computes is published under this name. Never translated. */
  readonly name?: string;
  /** Takes the whole width of the page instead of the column. */
  readonly wide?: true;
  /** Only its heading shows. */
  readonly folded?: true;
  /** Left out when presenting and printing. */
  readonly hidden?: true;
}

/** A notebook whose trials are drawn another way. The default is not stored. */
export function withSampler({ sampler: _before, ...others }: Notebook, sampler: SamplerName): Notebook {
  return sampler === defaultSampler ? others : { ...others, sampler };
}

/** A notebook with one cell replaced; every other cell keeps its identity. */
export function withCell<C extends Cell>(notebook: Notebook, id: string, change: (cell: C) => C): Notebook {
  return { ...notebook, cells: notebook.cells.map((cell) => (cell.id === id ? change(cell as C) : cell)) };
}
