import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { moveDriver } from '$lib/cells/scenario/editScenario';
import { stepInWords } from '$lib/cells/stepInWords';
import { toFormats } from '$lib/i18n/formats';
import { createCell, duplicateCell, insertCell, moveCell, removeCell } from '$lib/notebook/editCells';
import { withCell, type Cell, type Notebook } from '$lib/notebook/notebook';
import { renameCell } from '$lib/notebook/renameCell';
import { investmentCase } from '$lib/templates/investmentCase';
import { readable } from './readable';

const told = (language: 'fi' | 'en', change: (notebook: Notebook) => Notebook) => {
  const before = investmentCase(language);
  return readable(stepInWords({ before, after: change(before) }, toFormats(language, 'EUR')));
};
const edit = (id: string, fields: object) => (notebook: Notebook) =>
  withCell<Cell>(notebook, id, (cell) => ({ ...cell, ...fields }));
const churn = (notebook: Notebook) =>
  withCell<ScenarioCell>(notebook, 'base', (cell) => ({
    ...cell,
    scenario: moveDriver(cell.scenario, 'annualChurn', 0.08),
  }));

describe('a step of history in words', () => {
  test.each([
    ['a driver that moved', churn, 'asiakaspoistuma vuodessa 10,0 % → 8,0 %', 'annual churn 10.0% → 8.0%'],
    [
      'a new cell',
      (notebook: Notebook) => insertCell(notebook, createCell(notebook, cellKinds, 'scenario', notebook.language)!, 2),
      'lisätty ”Uusi skenaario”',
      'added “New scenario”',
    ],
    [
      'a copy',
      (notebook: Notebook) => duplicateCell(notebook, 'fan'),
      'lisätty ”Miten se kehittyy?”',
      'added “How does it develop?”',
    ],
    [
      'a deleted cell',
      (notebook: Notebook) => removeCell(notebook, 'lead'),
      'poistettu ”Ohjelma …, jos liikevaihto asia…”',
      'deleted “The programme …, if revenue per…”',
    ],
    [
      'a moved cell',
      (notebook: Notebook) => moveCell(notebook, 'months', 1),
      'siirretty ”Kuukausi kuukaudelta”',
      'moved “Month by month”',
    ],
    [
      'a name, whatever follows it',
      (notebook: Notebook) => renameCell(notebook, cellKinds, 'base', 'now'),
      'nimi base → now',
      'name base → now',
    ],
    ['a heading', edit('fan', { title: 'X' }), 'otsikko Miten se kehittyy? → X', 'heading How does it develop? → X'],
    ['text', edit('lead', { text: 'X' }), 'kirjoitettu: ”X”', 'wrote in “X”'],
    ['a source', edit('fan', { of: 'other' }), 'lähde base → other', 'source base → other'],
    [
      'a mark',
      edit('fan', { hidden: true }),
      'pois esityksestä ”Miten se kehittyy?”',
      'not when presenting: “How does it develop?”',
    ],
    [
      'what a kind keeps for itself',
      edit('fan', { series: 'revenue' }),
      'muutettu ”Miten se kehittyy?”',
      'changed “How does it develop?”',
    ],
    [
      'the client',
      (notebook: Notebook) => ({ ...notebook, client: 'Oy Ab' }),
      'asiakas ei mitään → Oy Ab',
      'client nothing → Oy Ab',
    ],
    [
      'several things, by the first of them',
      (notebook: Notebook) => ({ ...churn(notebook), client: 'Oy Ab', currency: 'USD' }),
      'asiakaspoistuma vuodessa 10,0 % → 8,0 % ja 2 muuta',
      'annual churn 10.0% → 8.0% and 2 more',
    ],
  ] as const)('tells %s', (_, change, fi, en) => {
    expect(told('fi', change)).toBe(fi);
    expect(told('en', change)).toBe(en);
  });

  test('a long text is cut', () => {
    expect(told('en', (notebook) => ({ ...notebook, title: 'word '.repeat(30) }))).toMatch(
      /^heading Investment case → word .{10,40}…$/,
    );
  });
});
