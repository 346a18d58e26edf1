import { describe, expect, test } from 'vitest';
import { changes } from '$lib/cells/changes';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { documentChanges } from '$lib/cells/documentChanges';
import { drawChanges } from '$lib/cells/drawChanges';
import { enterDriver, moveDriver } from '$lib/cells/scenario/editScenario';
import { relateDrivers } from '$lib/cells/scenario/relateDrivers';
import { withCell, withSampler, type Notebook } from '$lib/notebook/notebook';
import { sameData } from '$lib/notebook/sameData';
import type { DependencyStrength } from '$lib/scenario/dependencies';
import type { DriverKey } from '$lib/scenario/drivers';
import type { Scenario } from '$lib/scenario/scenario';
import { investmentCase } from '$lib/templates/investmentCase';
import { formats, readable } from './readable';

const origin = investmentCase('fi');
const edit = (change: (scenario: Scenario) => Scenario) =>
  withCell<ScenarioCell>(origin, 'base', (cell) => ({ ...cell, scenario: change(cell.scenario) }));
const told = (change: (scenario: Scenario) => Scenario, language: 'fi' | 'en' = 'fi') =>
  changes(edit(change), origin, formats[language]).map(({ name, from, to }) => readable(`${name}: ${from} → ${to}`));
const move = (key: DriverKey, value: number) => (scenario: Scenario) => moveDriver(scenario, key, value);

describe('what differs from the template', () => {
  test('is nothing when nothing does', () => {
    expect(changes(origin, origin, formats.fi)).toEqual([]);
    expect(told((scenario) => ({ ...scenario }))).toEqual([]);
    expect(changes({ ...origin, title: 'Uusi' }, origin, formats.fi)).toEqual([]);
  });

  test('is told driver by driver, in the order they are shown', () => {
    const both = (scenario: Scenario) => move('annualChurn', 0.08)(move('investment', 80_000)(scenario));
    expect(told(both)).toEqual(['Asiakaspoistuma vuodessa: 10,0 % → 8,0 %', 'Investointi: 60 393 € → 80 000 €']);
    expect(told(both, 'en')).toEqual(['Annual churn: 10.0% → 8.0%', 'Investment: €60,393 → €80,000']);
  });

  test('tells two values apart that round to the same', () => {
    expect(told(move('investment', 60_393))).toEqual(['Investointi: 60 392,50 € → 60 393 €']);
  });

  test('names a range that changed around the same value', () => {
    const point = (scenario: Scenario) => enterDriver(scenario, 'grossMargin', { value: 0.243, range: null });
    expect(told(point)).toEqual(['Kateprosentti: 24,3 % → vaihteluväli']);
    expect(told(point, 'en')).toEqual(['Gross margin: 24.3% → range']);
  });

  test('says "as many as leave" of new customers', () => {
    expect(told(move('newCustomersPerYear', 50))).toEqual(['Uusia asiakkaita vuodessa: yhtä monta kuin lähtee → 50/v']);
    expect(told(move('newCustomersPerYear', 50), 'en')).toEqual(['New customers a year: as many as leave → 50/yr']);
  });
});

describe('how the trials are drawn, where it differs from the template', () => {
  const relate = (notebook: Notebook, strength: DependencyStrength | null) =>
    withCell<ScenarioCell>(notebook, 'base', (cell) => relateDrivers(cell, 'revenueUplift', 'grossMargin', strength));
  const between = (now: Notebook, then: Notebook, language: 'fi' | 'en') =>
    drawChanges(now, then, language).map(({ name, from, to }) => readable(`${name}: ${from} → ${to}`));

  test('is told pair by pair', () => {
    const related = relate(origin, 'strong');
    expect(between(related, origin, 'fi')).toEqual([
      'Kateprosentti ja liikevaihdon lisäys: ei riippuvuutta → vahva, sama suunta',
    ]);
    expect(between(related, origin, 'en')).toEqual([
      'Gross margin and revenue uplift: independent → strong, same direction',
    ]);
    expect(between(origin, relate(origin, 'opposite'), 'fi')).toEqual([
      'Kateprosentti ja liikevaihdon lisäys: vahva, vastakkainen suunta → ei riippuvuutta',
    ]);
    expect(between(relate(origin, 'some'), relate(origin, 'someOpposite'), 'en')).toEqual([
      'Gross margin and revenue uplift: some, opposite directions → some, same direction',
    ]);
  });

  test('is told of the sampler and the seed', () => {
    const sampled = { ...withSampler(origin, 'sfc32'), seed: 7 };
    expect(between(sampled, origin, 'fi')).toEqual([
      'Otanta: Sobolin pisteet → satunnaisluvut',
      'Siemenluku: 20040218 → 7',
    ]);
    expect(between(sampled, origin, 'en')).toEqual(['Sampling: Sobol’ points → random numbers', 'Seed: 20040218 → 7']);
    expect(between({ ...origin, sampler: 'sobol' }, origin, 'fi')).toEqual([]);
  });

  test('taken back leaves the template itself', () => {
    expect(sameData(relate(relate(origin, 'strong'), null), origin)).toBe(true);
    expect(sameData(withSampler(withSampler(origin, 'sfc32'), 'sobol'), origin)).toBe(true);
  });
});

describe('one click back', () => {
  const all = (notebook: Notebook, from: Notebook) => [
    ...changes(notebook, from, formats.fi),
    ...drawChanges(notebook, from, 'fi'),
    ...documentChanges(notebook, from, 'fi'),
  ];
  const extending = {
    ...origin,
    cells: [
      ...origin.cells,
      {
        id: 'bold',
        kind: 'scenario',
        name: 'bold',
        title: 'Rohkea',
        extends: 'base',
        scenario: { investment: { value: 90_000 } },
        span: 'year',
      } as ScenarioCell,
    ],
  } satisfies Notebook;

  test('each change alone goes back, and all of them leave nothing', () => {
    const cells = [
      ...edit((scenario) => move('annualChurn', 0.08)(move('investment', 80_000)(scenario))).cells.map((cell) =>
        cell.id === 'fan' ? ({ ...cell, series: 'revenue' } as typeof cell) : cell,
      ),
      { id: 'mine', kind: 'text', text: 'Oma teksti', aside: '' } as Notebook['cells'][number],
    ].filter(({ id }) => id !== 'months');
    const changed: Notebook = withSampler(
      { ...origin, title: 'Uusi', client: 'Oy', currency: 'SEK', seed: 7, cells: cells.toReversed() },
      'sfc32',
    );
    const list = all(changed, origin);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
    expect(list.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Otsikko', 'Asiakas', 'Valuutta', 'Solu', 'Solujen järjestys', 'Siemenluku']),
    );
    for (const change of list) {
      const left = all(change.back(changed), origin).map(({ key }) => key);
      expect(left).not.toContain(change.key);
    }
    let now: Notebook = changed;
    for (let [next] = all(now, origin); next; [next] = all(now, origin)) now = next.back(now);
    expect(sameData(now, origin)).toBe(true);
  });

  test('a scenario that extends another tells what it states itself, and goes back to following', () => {
    const followed = withCell<ScenarioCell>(extending, 'base', (cell) => ({
      ...cell,
      scenario: move('annualChurn', 0.08)(cell.scenario),
    }));
    // The child follows: one change, told once, where it was made.
    expect(all(followed, extending).map(({ name }) => name)).toEqual(['Perusura: Asiakaspoistuma vuodessa']);

    const stated = withCell<ScenarioCell>(extending, 'bold', (cell) => ({
      ...cell,
      scenario: { ...cell.scenario, grossMargin: { value: 0.3 } },
    }));
    const [change] = all(stated, extending);
    expect(readable(`${change!.name}: ${change!.from} → ${change!.to}`)).toBe('Rohkea: Kateprosentti: 24,3 % → 30,0 %');
    expect(sameData(change!.back(stated), extending)).toBe(true);
  });

  test('scenarios that extend one another in a circle are told all the same', () => {
    const circle = {
      ...extending,
      cells: extending.cells.map((cell) => (cell.id === 'base' ? { ...cell, extends: 'bold' } : cell)),
    };
    expect(() => all(circle, extending)).not.toThrow();
  });
});
