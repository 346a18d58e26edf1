import type { CellKinds, Surroundings } from './cellKind';
import { nearestName } from './nearestName';
import type { Cell, Notebook } from './notebook';
import type { Published } from './published';

/** Why a cell has nothing to show; worded in `cells`. */
export type CellProblem =
  /** The names of the cells that need one another, this one first. */
  | { readonly tag: 'cycle'; readonly names: readonly string[] }
  | { readonly tag: 'unknownName'; readonly name: string; readonly nearest: string | null }
  /** A cell above has the same name, and others read that one. */
  | { readonly tag: 'duplicateName'; readonly name: string }
  | { readonly tag: 'nothingChosen' }
  /** The cell it reads is itself at fault. */
  | { readonly tag: 'sourceAtFault'; readonly name: string }
  /** The cell it reads publishes nothing it could show. */
  | { readonly tag: 'unsuitable'; readonly name: string };

/** What one cell came to, and what it was computed from: unchanged inputs mean that it is kept as it is. */
export interface Evaluated {
  readonly cell: Cell;
  readonly inputs: readonly unknown[];
  readonly result: unknown;
  readonly problem: CellProblem | null;
  /** What others may read: the value itself under `''`, or values by field. Made when first asked for. */
  readonly published: () => Readonly<Record<string, Published>>;
}

const nothing: Readonly<Record<string, Published>> = {};

/** The results of all cells by id. */
export type Evaluation = ReadonlyMap<string, Evaluated>;

/** What is published under `price` or `base.npv` in an evaluated notebook; `undefined` when nothing is. */
export function publishedAt(notebook: Notebook, evaluation: Evaluation, path: string): Published | undefined {
  const [name, field = ''] = path.split('.', 2);
  const source = notebook.cells.find((cell) => cell.name === name);
  const published = (source && evaluation.get(source.id)?.published()) ?? nothing;
  return Object.hasOwn(published, field) ? published[field] : undefined;
}

/**
 * Evaluates a notebook: each cell after those it reads, and only those whose cell or inputs changed since `previous`.
 * A fault stays in its cell: a cycle, an unknown or repeated name is told there, and every other cell keeps working.
 */
export function evaluateNotebook(notebook: Notebook, kinds: CellKinds, previous?: Evaluation): Evaluation {
  const byName = new Map<string, Cell>();
  for (const cell of notebook.cells) if (cell.name && !byName.has(cell.name)) byName.set(cell.name, cell);
  const done = new Map<string, Evaluated>();
  const underWay: Cell[] = [];
  const cycles = new Map<string, readonly string[]>();

  const evaluated = (cell: Cell): Evaluated | undefined => {
    const ready = done.get(cell.id);
    if (ready) return ready;
    const kind = Object.hasOwn(kinds, cell.kind) ? kinds[cell.kind] : undefined;
    if (!kind) return undefined;
    const place = underWay.indexOf(cell);
    if (place >= 0) {
      const names = underWay.slice(place).map(({ name = '' }) => name);
      underWay.slice(place).forEach(({ id }, i) => cycles.set(id, [...names.slice(i), ...names.slice(0, i)]));
      return undefined;
    }
    underWay.push(cell);
    const names = kind.reads(cell);
    const sources = names.map((name) => {
      const source = byName.get(name);
      return source && evaluated(source);
    });
    underWay.pop();

    const inputs = sources.map((source) => (source?.problem ? undefined : source?.result));
    const found = faultOf(cell, names, sources);
    const before = previous?.get(cell.id);
    const unchanged =
      before?.cell === cell &&
      sameFault(before.problem, found) &&
      before.inputs.length === inputs.length &&
      inputs.every((input, index) => input === before.inputs[index]);
    const made = unchanged ? before : evaluate(cell, names, sources, inputs, found);
    done.set(cell.id, made);
    return made;
  };

  /** What can be said before evaluating it. */
  const faultOf = (
    cell: Cell,
    names: readonly string[],
    sources: readonly (Evaluated | undefined)[],
  ): CellProblem | null => {
    const cycle = cycles.get(cell.id);
    if (cycle) return { tag: 'cycle', names: cycle };
    if (cell.name && byName.get(cell.name) !== cell) return { tag: 'duplicateName', name: cell.name };
    const { explainsNames } = kinds[cell.kind]!;
    if (explainsNames === true) return null;
    const explained = explainsNames?.(cell) ?? [];
    for (const [index, name] of names.entries()) {
      if (explained.includes(name)) continue;
      if (name === '') return { tag: 'nothingChosen' };
      const known = [...byName.keys()].filter((other) => other !== cell.name);
      if (!byName.has(name)) return { tag: 'unknownName', name, nearest: nearestName(name, known) };
      if (!sources[index] || sources[index].problem) return { tag: 'sourceAtFault', name };
    }
    return null;
  };

  const evaluate = (
    cell: Cell,
    names: readonly string[],
    sources: readonly (Evaluated | undefined)[],
    inputs: readonly unknown[],
    found: CellProblem | null,
  ): Evaluated => {
    const kind = kinds[cell.kind]!;
    const around: Surroundings = {
      read: (name) => inputs[names.indexOf(name)],
      value: (path) => {
        const [name = '', field = ''] = path.split('.', 2);
        const source = sources[names.indexOf(name)];
        if (!source || source.problem) return undefined;
        const published = source.published();
        return Object.hasOwn(published, field) ? published[field] : undefined;
      },
    };
    // With a name that stands twice it may still show what it computes, and in a cycle what lets it be broken.
    const runs = found === null || found.tag === 'duplicateName' || found.tag === 'cycle';
    const result = runs ? kind.evaluate(cell, around) : undefined;
    const problem: CellProblem | null =
      found ?? (result === undefined ? { tag: 'unsuitable', name: names[0] ?? '' } : null);
    let published: Readonly<Record<string, Published>> | undefined;
    return {
      cell,
      inputs,
      result,
      problem,
      published: () => (published ??= problem === null ? toFields(kind.publishes?.(result)) : nothing),
    };
  };

  notebook.cells.forEach(evaluated);
  return done;
}

function toFields(
  published: Published | Readonly<Record<string, Published>> | undefined,
): Readonly<Record<string, Published>> {
  if (!published) return nothing;
  return isValue(published) ? { '': published } : published;
}

/** One value, not values by field: a field is never a bare number. */
function isValue(published: Published | Readonly<Record<string, Published>>): published is Published {
  return typeof published.unit === 'string';
}

/** Whether evaluating before came upon the same; a fault only found by evaluating shows as none. */
function sameFault(before: CellProblem | null, found: CellProblem | null): boolean {
  if (before === null || found === null) return before === found || (found === null && before?.tag === 'unsuitable');
  return JSON.stringify(before) === JSON.stringify(found);
}
