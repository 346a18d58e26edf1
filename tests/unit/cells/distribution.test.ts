import { describe, expect, it } from 'vitest';
import { thresholdWithin, type DistributionCell, type DistributionResult } from '$lib/cells/distribution/cell';
import type { FormulaCell, FormulaResult } from '$lib/cells/formula/cell';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { renameCell } from '$lib/notebook/renameCell';
import { liftPublished } from '$lib/notebook/samples/liftPublished';
import { simulate } from '$lib/simulation/simulate';
import { countAtMost } from '$lib/simulation/sortedSample';
import { investmentCase } from '$lib/templates/investmentCase';

const template = investmentCase('en');
const named = (change: Partial<DistributionCell>): Notebook =>
  withCell<DistributionCell>(template, 'certainty', (cell) => ({ ...cell, name: 'chance', ...change }));
const resultOf = (notebook: Notebook) =>
  evaluateNotebook(notebook, cellKinds).get('certainty')!.result as DistributionResult;
const thresholds = { payback: 6, roi12: 1, npv: -50_000 };
const common = { seed: template.seed, sampler: 'sobol', trials: 4096 } as const;
const lift = (notebook: Notebook) =>
  liftPublished(
    { ...common, published: resultOf(notebook).probability! },
    async (request) => simulate(request).aligned,
  );

describe('a distribution', () => {
  it.each(['payback', 'roi12', 'npv'] as const)(
    'publishes the probability its threshold asks for, of %s',
    async (output) => {
      const notebook = named({ output, thresholds });
      const { point, probability } = resultOf(notebook);
      expect(probability).toMatchObject({ value: null, unit: 'ratio', simulated: true });
      const sample = simulate({ ...point, ...common }).outputs[output];
      const below = countAtMost(sample, thresholds[output]) / sample.trials;
      expect(await lift(notebook)).toBeCloseTo(output === 'payback' ? below : 1 - below, 12);
    },
  );

  it.each([1, 3])(
    'asks for a payback within a horizon of %i months at the latest, and publishes that',
    async (horizon) => {
      const withHorizon = (months: number) =>
        withCell<ScenarioCell>(named({ thresholds }), 'base', (cell) => ({
          ...cell,
          scenario: { ...cell.scenario, horizonMonths: { value: months } },
        }));
      const short = withHorizon(horizon);
      const cell = short.cells.find(({ id }) => id === 'certainty') as DistributionCell;
      expect(thresholdWithin(cell, horizon)).toBe(horizon);
      expect(thresholdWithin({ ...cell, output: 'npv' }, horizon)).toBe(thresholds.npv);
      const { payback } = simulate({ ...resultOf(short).point, ...common }).outputs;
      expect(await lift(short)).toBe(countAtMost(payback, horizon) / payback.trials);
      // The author's threshold is only waiting.
      expect(cell.thresholds).toEqual(thresholds);
      expect(thresholdWithin(cell, 36)).toBe(6);
      expect(await lift(withHorizon(36))).toBe(await lift(named({ thresholds })));
    },
  );

  it('is computed with under its name, and follows its scenario by a new one', async () => {
    const formula = { ...createCell(template, cellKinds, 'formula', 'en'), expression: '1 - chance' } as FormulaCell;
    const notebook = renameCell(insertCell(named({}), formula, 9), cellKinds, 'base', 'pilot');
    const { published, warnings } = evaluateNotebook(notebook, cellKinds).get(formula.id)!.result as FormulaResult;
    expect(warnings).toEqual([]);
    const one = await lift(notebook);
    const rest = await liftPublished(
      { ...common, published: published! },
      async (request) => simulate(request).aligned,
    );
    expect(one).toBeGreaterThan(0.5);
    expect(rest).toBe(1 - (one as number));
  });

  it('of a certain scenario it is one or nothing, and known at once', () => {
    const certain = withCell<ScenarioCell>(named({}), 'base', (cell) => ({ ...cell, scenario: {} }));
    expect(resultOf(certain).probability).toEqual({ value: 1, unit: 'ratio' });
    const never = withCell<DistributionCell>(certain, 'certainty', (cell) => ({
      ...cell,
      thresholds: { ...thresholds, payback: 1 },
    }));
    expect(resultOf(never).probability).toEqual({ value: 0, unit: 'ratio' });
  });
});
