import { describe, expect, test } from 'vitest';
import { evaluatePoint, type ScenarioCell, type ScenarioPoint } from '$lib/cells/scenario/cell';
import { enterDriver, moveDriver } from '$lib/cells/scenario/editScenario';
import { movedPairs } from '$lib/cells/scenario/movedPairs';
import { relateDrivers } from '$lib/cells/scenario/relateDrivers';
import { cellKinds } from '$lib/cells/registry';
import { trialsNote } from '$lib/cells/trialsNote';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, withSampler, type Notebook } from '$lib/notebook/notebook';
import { toRankCorrelations, type Dependency, type DependencyStrength } from '$lib/scenario/dependencies';
import { SimulationFeed } from '$lib/state/simulationFeed.svelte';
import { toRequest } from '$lib/state/toRequest';
import { investmentCase } from '$lib/templates/investmentCase';
import { fakeEngine } from '../state/fakeEngine';
import { formats, readable, unreadable } from './readable';

const template = investmentCase('fi');
const base = template.cells.find(({ id }) => id === 'base') as ScenarioCell;
const relate = (notebook: Notebook) =>
  withCell<ScenarioCell>(notebook, 'base', (cell) => relateDrivers(cell, 'grossMargin', 'revenueUplift', 'strong'));
const requestOf = (notebook: Notebook) =>
  toRequest(notebook, evaluateNotebook(notebook, cellKinds).get('base')!.result as ScenarioPoint);

describe('what is asked of the simulation', () => {
  test('is nothing of either in the template', () => {
    expect(requestOf(template)).toMatchObject({ correlations: [], sampler: 'sobol', seed: 20_040_218 });
  });

  test('carries the dependencies as ranks, the sampler and the seed', () => {
    expect(requestOf({ ...withSampler(relate(template), 'sfc32'), seed: 7 })).toMatchObject({
      correlations: [{ a: 'grossMargin', b: 'revenueUplift', rank: 0.8 }],
      sampler: 'sfc32',
      seed: 7,
    });
  });

  test('has dependencies of the same identity while a driver moves, and drivers while a dependency is stated', () => {
    const related = relate(template);
    const moved = withCell<ScenarioCell>(related, 'base', (cell) => ({
      ...cell,
      scenario: moveDriver(cell.scenario, 'grossMargin', 0.25),
    }));
    expect(requestOf(moved).correlations).toBe(requestOf(related).correlations);
    expect(requestOf(moved).drivers).not.toBe(requestOf(related).drivers);
    expect(requestOf(related).drivers).toBe(requestOf(template).drivers);
    expect(requestOf(related).ranges).toBe(requestOf(template).ranges);
    expect(requestOf(withCell(related, 'base', (cell) => ({ ...cell, span: 'horizon' }))).correlations).toBe(
      requestOf(related).correlations,
    );
  });

  test('leaves the point estimate alone', () => {
    const [free, tied] = [evaluatePoint(base.scenario), evaluatePoint(base.scenario, [])];
    expect(tied.outputs).toBe(free.outputs);
    expect(evaluatePoint(base.scenario)).toBe(evaluatePoint(base.scenario));
  });
});

describe('a pair that is stated', () => {
  const strong: Dependency = { a: 'grossMargin', b: 'revenueUplift', strength: 'strong' };
  const some: Dependency = { a: 'annualChurn', b: 'investment', strength: 'some' };
  const stated = (
    before: readonly Dependency[],
    one: Dependency['a'],
    other: Dependency['b'],
    strength: DependencyStrength | null,
  ) => relateDrivers({ ...base, correlations: before }, one, other, strength).correlations;

  test('stands in the order of the driver table, whichever was named or stated first', () => {
    expect(relateDrivers(base, 'revenueUplift', 'grossMargin', 'strong')).toEqual({ ...base, correlations: [strong] });
    expect(stated([some], 'revenueUplift', 'grossMargin', 'strong')).toEqual([strong, some]);
    expect(stated([strong], 'investment', 'annualChurn', 'some')).toEqual([strong, some]);
  });

  test('again changes its strength, in either order, and leaves the others the same objects', () => {
    const changed = stated([strong, some], 'revenueUplift', 'grossMargin', 'opposite');
    expect(changed).toEqual([{ ...strong, strength: 'opposite' }, some]);
    expect(changed?.[1]).toBe(some);
  });

  test('as independent is gone, and the last one takes the list along', () => {
    expect(stated([strong, some], 'revenueUplift', 'grossMargin', null)).toEqual([some]);
    expect(relateDrivers({ ...base, correlations: [some] }, 'annualChurn', 'investment', null)).toEqual(base);
    expect(Object.keys(relateDrivers(base, 'annualChurn', 'investment', null))).toEqual(Object.keys(base));
  });
});

test('the note under a picture names plain random numbers, and says nothing of the default', () => {
  const told = (notebook: Notebook, language: 'fi' | 'en') => {
    const feed = new SimulationFeed(fakeEngine().engine);
    const request = requestOf(notebook);
    feed.want(request, false);
    feed.result = { request } as never;
    return readable(trialsNote(feed, formats[language]));
  };
  const random = withSampler(template, 'sfc32');
  expect(told(random, 'fi')).toBe('131 072 koetta satunnaisluvuin, siemenluku 20040218');
  expect(told(random, 'en')).toBe('131,072 trials by random numbers, seed 20040218');
  expect(told(withSampler(random, 'sobol'), 'fi')).toBe('131 072 koetta, siemenluku 20040218');
});

describe('what had to move', () => {
  const pair = (a: Dependency['a'], b: Dependency['b'], strength: Dependency['strength']) => ({ a, b, strength });
  const told = (dependencies: readonly Dependency[], language: 'fi' | 'en' = 'fi') =>
    readable(movedPairs(evaluatePoint(base.scenario, toRankCorrelations(dependencies)), formats[language]));

  test('is nothing while the dependencies can all hold, or have no effect', () => {
    expect(movedPairs(evaluatePoint(base.scenario), formats.fi)).toBe('');
    expect(told([pair('grossMargin', 'revenueUplift', 'strong'), pair('annualChurn', 'investment', 'opposite')])).toBe(
      '',
    );
    expect(told([pair('annualGrowth', 'marginUplift', 'strong')])).toBe('');
  });

  test('is said pair by pair, with what was asked and what is used', () => {
    const impossible = [
      pair('grossMargin', 'annualChurn', 'strong'),
      pair('grossMargin', 'revenueUplift', 'strong'),
      pair('annualChurn', 'revenueUplift', 'opposite'),
    ];
    expect(told(impossible)).toBe(
      'Nämä riippuvuudet eivät voi toteutua yhtä aikaa, joten laskenta käyttää lähimpiä mahdollisia. ' +
        'Kateprosentti ja asiakaspoistuma vuodessa: pyydetty järjestyskorrelaatio 0,80, laskennassa 0,48 (heikompi). ' +
        'Kateprosentti ja liikevaihdon lisäys: pyydetty järjestyskorrelaatio 0,80, laskennassa 0,48 (heikompi). ' +
        'Asiakaspoistuma vuodessa ja liikevaihdon lisäys: pyydetty järjestyskorrelaatio −0,80, laskennassa −0,48 (heikompi).',
    );
    expect(told(impossible, 'en')).toMatch(
      /^These dependencies cannot all hold at once, so the nearest that can are used\. Gross margin and annual churn: rank correlation 0\.80 asked for, 0\.48 used \(weaker\)\./,
    );
    expect(told(impossible)).not.toMatch(unreadable);
  });

  test('names a pair nobody spoke of, when the others tie it', () => {
    const chain = [pair('grossMargin', 'annualChurn', 'strong'), pair('grossMargin', 'revenueUplift', 'strong')];
    expect(told(chain)).toMatch(
      / Asiakaspoistuma vuodessa ja liikevaihdon lisäys: ei pyydettyä riippuvuutta, laskennassa järjestyskorrelaatio 0,06\.$/,
    );
    expect(told(chain, 'en')).toMatch(
      / Annual churn and revenue uplift: no dependency asked for, rank correlation 0\.06 used\.$/,
    );
  });

  test('says so when a pair must turn its direction', () => {
    const causes = ['grossMargin', 'annualChurn', 'acquisitionCost', 'investment'] as const;
    const turned = [
      ...causes.map((a) => pair(a, 'revenueUplift', 'strong')),
      ...causes.map((a) => pair(a, 'rampMonths', 'opposite')),
      pair('revenueUplift', 'rampMonths', 'some'),
    ];
    const range = { shape: 'uniform', ends: 'minmax', low: 6000, high: 10_000 } as const;
    const scenario = enterDriver(base.scenario, 'acquisitionCost', { value: 8000, range });
    const said = (language: 'fi' | 'en') =>
      readable(movedPairs(evaluatePoint(scenario, toRankCorrelations(turned)), formats[language]));
    expect(said('fi')).toMatch(
      /nousuaika: pyydetty järjestyskorrelaatio 0,40, laskennassa −0,\d\d \(suunta vaihtuu\)\.$/,
    );
    expect(said('en')).toMatch(/0\.40 asked for, −0\.\d\d used \(the direction turns\)\.$/);
  });
});
