import { evaluateFormula } from '$lib/cells/formula/cell';
import { firstScenario, readPoint, type ScenarioPoint } from '$lib/cells/scenario/cell';
import type { CellKind } from '$lib/notebook/cellKind';
import type { Expression } from '$lib/notebook/expression/expression';
import { cellSchema, finiteSchema, referenceSchema, titleSchema } from '$lib/notebook/cellSchema';
import type { Cell } from '$lib/notebook/notebook';
import type { Published } from '$lib/notebook/published';
import * as v from 'valibot';
import { messages } from './messages';

export const distributionOutputs = ['payback', 'roi12', 'npv'] as const;
export type DistributionOutput = (typeof distributionOutputs)[number];

/** Histogram and cumulative curve of a scenario's output, with a threshold that answers with a probability. */
export interface DistributionCell extends Cell {
  readonly kind: 'distribution';
  readonly title: string;
  /** Name of the scenario. */
  readonly of: string;
  readonly output: DistributionOutput;
  /** Where the threshold stands, in the output's own unit. */
  readonly thresholds: Readonly<Record<DistributionOutput, number>>;
}

export interface DistributionResult {
  readonly point: ScenarioPoint;
  /** The probability that the threshold asks for. */
  readonly probability: Published | null;
}

/**
 * The threshold the cell asks for. Nobody looks beyond the horizon, so that a payback is asked for within it at the
 * latest; what the author chose stays stored, and comes back with a longer horizon.
 */
export function thresholdWithin({ output, thresholds }: DistributionCell, horizonMonths: number): number {
  return output === 'payback' ? Math.min(thresholds.payback, horizonMonths) : thresholds[output];
}

/** `probability(base.payback <= 6)`: paid back by then, or at least so much; as the cell's sentence says it. */
function questionOf(cell: DistributionCell, horizonMonths: number): Expression {
  const { of, output } = cell;
  const asked = thresholdWithin(cell, horizonMonths);
  const threshold: Expression = { tag: 'number', value: Math.abs(asked) };
  const comparison: Expression = {
    tag: 'binary',
    operator: output === 'payback' ? '<=' : '>=',
    left: { tag: 'name', path: `${of}.${output}` },
    right: asked < 0 ? { tag: 'negate', of: threshold } : threshold,
  };
  return { tag: 'call', name: 'probability', args: [comparison] };
}

export const distributionKind: CellKind<DistributionCell, DistributionResult> = {
  kind: 'distribution',
  schema: cellSchema('distribution', {
    title: titleSchema,
    of: referenceSchema,
    output: v.picklist(distributionOutputs),
    thresholds: v.strictObject({ payback: finiteSchema, roi12: finiteSchema, npv: finiteSchema }),
  }),
  texts: ['title'],
  create: ({ id, language, notebook }) => ({
    id,
    kind: 'distribution',
    title: messages[language].newTitle,
    of: firstScenario(notebook),
    output: 'payback',
    thresholds: { payback: 6, roi12: 1, npv: 0 },
  }),
  reads: (cell) => [cell.of],
  evaluate: (cell, around) => {
    const point = readPoint(around, cell.of);
    if (!point) return point;
    const question = questionOf(cell, point.drivers.horizonMonths);
    return { point, probability: evaluateFormula(question, around, 'ratio').published };
  },
  publishes: ({ probability }) => probability ?? {},
  rename: (cell, from, to) => (cell.of === from ? { ...cell, of: to } : cell),
};
