import { evaluateFormula } from '$lib/cells/formula/cell';
import { readPoint, scenarioNames, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import { cellSchema, nameSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Expression } from '$lib/notebook/expression/expression';
import type { Cell } from '$lib/notebook/notebook';
import type { Published } from '$lib/notebook/published';
import * as v from 'valibot';
import { birthWords } from './birthWords';

/** Outputs whose paired difference may be asked for. */
export const comparedOutputs = ['npv', 'payback', 'roi12', 'clvProgramme', 'ltvToCacProgramme'] as const;
export type ComparedOutput = (typeof comparedOutputs)[number];

/** As many as there are colours for. */
export const mostCompared = 5;

/** Scenarios side by side. */
export interface CompareCell extends Cell {
  readonly kind: 'compare';
  readonly title: string;
  /** Names of scenarios; the difference is taken from the first. */
  readonly of: readonly string[];
  /** Which of them is held against the first; the second when left out. */
  readonly against?: string;
  readonly output: ComparedOutput;
}

export interface Compared {
  readonly name: string;
  readonly point: ScenarioPoint;
}

export interface CompareResult {
  /** Those that are there. */
  readonly scenarios: readonly Compared[];
  /** `null` with fewer than two. */
  readonly pair: ComparedPair | null;
}

/** One scenario against the first, in the same futures. */
export interface ComparedPair {
  readonly first: string;
  readonly other: string;
  /** The other's output minus the first's; of percentages, in points. */
  readonly difference: Published;
  /** The share of futures in which the other is strictly better; known once simulated when anything is uncertain. */
  readonly beats: Published;
}

/** Whether a smaller value is the better one. */
export function isLessBetter(output: ComparedOutput): boolean {
  return output === 'payback';
}

function pairOf(cell: CompareCell, names: readonly string[], value: (path: string) => Published | undefined) {
  const [first, second] = names;
  const other = cell.against !== undefined && names.slice(1).includes(cell.against) ? cell.against : second;
  if (first === undefined || other === undefined) return null;
  const name = (of: string): Expression => ({ tag: 'name', path: `${of}.${cell.output}` });
  const difference: Expression = { tag: 'binary', operator: '-', left: name(other), right: name(first) };
  const better: Expression = {
    tag: 'binary',
    operator: isLessBetter(cell.output) ? '<' : '>',
    left: name(other),
    right: name(first),
  };
  const compute = (expression: Expression) => evaluateFormula(expression, { value }).published;
  const beats = compute({ tag: 'call', name: 'probability', args: [better] });
  const differs = compute(difference);
  if (!differs || !beats) return null;
  const unit = differs.unit === 'ratio' ? 'points' : differs.unit;
  return { first, other, difference: { ...differs, unit }, beats };
}

export const compareKind: CellKind<CompareCell, CompareResult> = {
  kind: 'compare',
  schema: v.pipe(
    cellSchema('compare', {
      title: titleSchema,
      of: v.pipe(v.array(nameSchema), v.maxLength(mostCompared)),
      against: v.exactOptional(nameSchema),
      output: v.picklist(comparedOutputs),
    }),
    v.check(({ of }) => new Set(of).size === of.length),
  ),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'compare',
    title: birthWords[language].title,
    of: scenarioNames(notebook.cells).slice(0, 2),
    output: 'npv',
  }),
  explainsNames: true,
  reads: (cell) => cell.of,
  evaluate: (cell, around) => {
    const scenarios = cell.of.flatMap((name) => {
      const point = readPoint(around, name);
      return point ? [{ name, point }] : [];
    });
    const names = scenarios.map(({ name }) => name);
    return { scenarios, pair: pairOf(cell, names, (path) => around.value(path)) };
  },
  rename: (cell, from, to) => {
    const follow = (name: string) => (name === from ? to : name);
    if (!cell.of.includes(from) && cell.against !== from) return cell;
    return { ...cell, of: cell.of.map(follow), ...(cell.against !== undefined && { against: follow(cell.against) }) };
  },
};
