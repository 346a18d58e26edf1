import { ticks } from 'd3-array';
import { describe, expect, it } from 'vitest';
import type { FormulaCell, FormulaResult } from '$lib/cells/formula/cell';
import { checkFormula } from '$lib/cells/formula/checkFormula';
import { formulaDecimals, formulaFigure, liveFormula, valueKindOf } from '$lib/cells/formula/formulaFigure';
import { problemWords } from '$lib/cells/formula/problemWords';
import type { InputCell } from '$lib/cells/input/cell';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import { endOf, startOf, valueBins } from '$lib/charts/bins';
import { summaryOfDistribution } from '$lib/charts/distribution';
import { chartWords } from '$lib/charts/messages';
import { toValueFormat } from '$lib/charts/valueFormat';
import { toFormats } from '$lib/i18n/formats';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { withCell, type Cell, type Notebook } from '$lib/notebook/notebook';
import { checkNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { quantile } from '$lib/simulation/sortedSample';
import { investmentCase } from '$lib/templates/investmentCase';
import { evenly, sampleOf } from '../charts/sampleOf';
import { readable } from './readable';

const formats = { fi: toFormats('fi', 'EUR'), en: toFormats('en', 'EUR') };
const template = investmentCase('fi');
function add<C extends Cell>(notebook: Notebook, kind: string, fields: Partial<C>): Notebook {
  const cell = createCell(notebook, cellKinds, kind, 'fi')!;
  return insertCell(notebook, { ...cell, ...fields }, notebook.cells.length);
}
const formula = (notebook: Notebook, name: string, expression: string) =>
  add<FormulaCell>(notebook, 'formula', { name, expression });
const price = (value = 100) => add<InputCell>(template, 'input', { name: 'hinta', value });
function resultOf(notebook: Notebook, name: string): FormulaResult {
  const cell = notebook.cells.find((cell) => cell.name === name)!;
  return evaluateNotebook(notebook, cellKinds).get(cell.id)!.result as FormulaResult;
}
function problem(notebook: Notebook, text: string, name = 'tulos', notation: 'canonical' | 'finnish' = 'canonical') {
  const cell = notebook.cells.find((cell) => cell.name === name) ?? createCell(notebook, cellKinds, 'formula', 'fi')!;
  const evaluation = evaluateNotebook(notebook, cellKinds);
  const checked = checkFormula(text, notation, { cell, notebook, kinds: cellKinds, evaluation });
  return checked.ok ? null : checked.problem;
}
const said = (text: string, language: 'fi' | 'en', notebook = template) =>
  readable(
    problemWords(problem(notebook, text, 'tulos', language === 'fi' ? 'finnish' : 'canonical')!, formats[language]),
  );

describe('a formula', () => {
  it('works at once, is kept and read back', () => {
    const notebook = add(template, 'formula', {});
    expect(checkNotebook(JSON.parse(JSON.stringify(notebook)), cellKinds)).toEqual({ ok: true, value: notebook });
    const base = evaluateNotebook(notebook, cellKinds).get('base')!.result as ScenarioPoint;
    expect(resultOf(notebook, 'tulos').published).toMatchObject({ value: base.outputs.npv, unit: 'money' });
  });

  it('computes with what other cells publish, formulas among them', () => {
    const notebook = formula(formula(price(), 'tuplana', 'hinta * 2'), 'summa', 'tuplana + hinta');
    expect(resultOf(notebook, 'summa').published).toEqual({ value: 300, unit: 'money' });
  });

  it('stands before or after what it reads', () => {
    const notebook = formula(price(), 'tuplana', 'hinta * 2');
    const turned = { ...notebook, cells: notebook.cells.toReversed() };
    expect(resultOf(turned, 'tuplana').published?.value).toBe(200);
  });

  it('carries its sources when one of them is uncertain', () => {
    const { published, expression, names } = resultOf(formula(price(), 'ero', 'base.npv - hinta'), 'ero');
    expect(published!.sample).toEqual({ tag: 'formula', expression, names });
    expect(names['base.npv']!.sample).toMatchObject({ tag: 'scenario', key: 'npv' });
    expect(names.hinta!.sample).toBeUndefined();
  });

  it('leaves a probability to the simulation, and so does what reads it', () => {
    const notebook = formula(formula(template, 'p', 'probability(base.npv > 0)'), 'prosentteina', 'p * 100');
    expect(resultOf(notebook, 'p').published).toMatchObject({ value: null, unit: 'ratio', simulated: true });
    expect(resultOf(notebook, 'prosentteina').published).toMatchObject({ value: null, simulated: true });
    expect(resultOf(formula(price(), 'p', 'mean(hinta)'), 'p').published).toEqual({ value: 100, unit: 'money' });
  });

  it('has the unit its author states, or the one that follows', () => {
    const notebook = add<FormulaCell>(price(), 'formula', { name: 'x', expression: 'hinta / 200', unit: 'ratio' });
    expect(resultOf(notebook, 'x')).toMatchObject({ published: { value: 0.5, unit: 'ratio' }, derivedUnit: 'money' });
  });

  it('warns of what does not go together, and computes', () => {
    const { published, warnings } = resultOf(formula(template, 'x', 'base.npv + base.payback'), 'x');
    expect(published!.value).toBeTypeOf('number');
    expect(warnings).toMatchObject([{ tag: 'mixed', left: 'money', right: 'months' }]);
  });

  it('follows a rename, however it is written', () => {
    const notebook = formula(formula(price(), 'tuplana', 'hinta*2 + base.npv'), 'summa', 'tuplana');
    const id = (name: string) => notebook.cells.find((cell) => cell.name === name)!.id;
    const renamed = renameCell(
      renameCell(notebook, cellKinds, id('hinta'), 'price'),
      cellKinds,
      id('base'),
      'perusura',
    );
    expect(renamed.cells.find((cell) => cell.id === id('tuplana'))).toMatchObject({
      expression: 'price * 2 + perusura.npv',
    });
    // What does not read it keeps its identity.
    expect(renamed.cells.find((cell) => cell.id === id('summa'))).toBe(
      notebook.cells.find((cell) => cell.id === id('summa')),
    );
  });

  it('is evaluated again only when what it reads changes', () => {
    const notebook = formula(formula(price(), 'tuplana', 'hinta * 2'), 'muu', 'base.npv');
    const before = evaluateNotebook(notebook, cellKinds);
    const id = (name: string) => notebook.cells.find((cell) => cell.name === name)!.id;
    const moved = withCell<InputCell>(notebook, id('hinta'), (cell) => ({ ...cell, value: 7 }));
    const after = evaluateNotebook(moved, cellKinds, before);
    expect((after.get(id('tuplana'))!.result as FormulaResult).published!.value).toBe(14);
    expect(after.get(id('muu'))).toBe(before.get(id('muu')));
  });

  it('has nothing to give when a stored formula is damaged or reads what is not there, and the rest works', () => {
    for (const expression of ['', '((', 'nothing.here', 'base.npvv', 'base']) {
      const notebook = formula(formula(price(), 'rikki', expression), 'ehea', 'hinta');
      expect(resultOf(notebook, 'rikki').published).toBeNull();
      expect(resultOf(notebook, 'ehea').published?.value).toBe(100);
    }
  });
});

describe('what is wrong with a formula', () => {
  it('is an unknown name or field, with the nearest', () => {
    expect(problem(template, 'bse.npv')).toEqual({ tag: 'unknownName', name: 'bse', nearest: 'base' });
    expect(problem(template, 'base.nvp')).toEqual({ tag: 'unknownField', name: 'base', field: 'nvp', nearest: 'npv' });
    expect(problem(template, 'base')).toEqual({ tag: 'chooseField', name: 'base', example: 'base.npv' });
    expect(problem(price(), 'hinta.x')).toEqual({ tag: 'noFields', name: 'hinta', field: 'x' });
    expect(problem(formula(template, 'rikki', 'nope'), 'rikki + 1')).toEqual({ tag: 'sourceAtFault', name: 'rikki' });
    expect(problem(price(), 'hinta + base.npv')).toBeNull();
  });

  it('is a cycle, through however many cells', () => {
    const notebook = formula(formula(price(), 'a', 'hinta'), 'b', 'a + 1');
    expect(problem(notebook, 'a * 2', 'a')).toEqual({ tag: 'cycle', names: ['a'] });
    expect(problem(notebook, 'b * 2', 'a')).toEqual({ tag: 'cycle', names: ['a', 'b'] });
  });

  it('is said in both languages', () => {
    expect(said('pohja.npv', 'fi')).toBe('Nimeä ”pohja” ei ole.');
    expect(said('bse.npv', 'en')).toBe('There is no “bse”. The nearest is “base”.');
    expect(said('base.nvp', 'fi')).toBe('Solulla ”base” ei ole arvoa ”nvp”. Lähin on ”base.npv”.');
    expect(said('1 & 2', 'fi')).toBe('Merkki ”&” ei sovi kohtaan 3.');
    expect(said('1.5 * 2', 'fi')).toBe('Luvun ”1.5” desimaalimerkki on tässä pilkku: 1,5.');
    expect(said('1,5 * 2', 'en')).toBe('The decimal mark of “1,5” is a point here: 1.5.');
    expect(said('max(1, 2)', 'fi')).toBe('Funktion arvot erotetaan tässä puolipisteellä ”;”.');
    expect(said('maxx(1)', 'fi')).toBe('Funktiota ”maxx” ei ole. Lähin on ”max”.');
    expect(said('if(1)', 'fi')).toBe('Funktiolle ”if” annetaan 3 arvoa; nyt niitä on 1.');
    expect(said('round(1, 2, 3)', 'en')).toBe('The function “round” takes 1 to 2 arguments; now it has 3.');
    expect(said('2 +', 'fi')).toBe('Kaavan lopusta puuttuu luku tai nimi.');
    expect(said('', 'en')).toBe('The formula is empty.');
  });
});

describe('the figure of a formula', () => {
  it('keeps the decimals that tell small ones apart, and no others', () => {
    const show = (unit: ValueUnit, value: number) => readable(formulaFigure(unit, value, formats.fi));
    expect(show('money', 222_824.4)).toBe('222 824 €');
    expect(show('money', 12.5)).toBe('12,50 €');
    expect(show('ratio', 0.834)).toBe('83 %');
    expect(show('ratio', 0.0123)).toBe('1,2 %');
    expect(show('multiple', 7.256)).toBe('7,26');
    expect(show('multiple', 1)).toBe('1');
    expect(show('multiple', 0.00123)).toBe('0,00123');
    expect(show('multiple', 1 / 744_025)).toBe('0,00000134');
    expect(show('money', 0.05)).toBe('0,05 €');
    expect(show('money', 60_392.5 / 18_000_000)).toBe('0,00336 €');
    expect(show('ratio', 0.000_321)).toBe('0,0321 %');
    // What is left of sums that cancel out.
    expect(show('money', 1.4e-11)).toBe('0 €');
    expect(show('count', 41.23)).toBe('41,2');
    expect(show('moneyPerMonth', 1500)).toBe('1 500 €/kk');
  });

  it('has one precision with its range, its sentence and its chart', () => {
    const told = (unit: ValueUnit, value: number, values: readonly number[]) => {
      const sample = sampleOf(values);
      const decimals = formulaDecimals(unit, value, sample, formats.en);
      const kind = valueKindOf(unit);
      const { span, tick } = toValueFormat(kind, formats.en, decimals);
      const data = { name: 'result', sample, kind, decimals, bins: valueBins(sample), horizonMonths: null, threshold: null, asked: 'atLeast' } as const; // prettier-ignore
      return [
        formulaFigure(unit, value, formats.en, decimals),
        span(quantile(sample, 0.05), quantile(sample, 0.95)),
        summaryOfDistribution(data, formats.en, chartWords.en),
        ticks(startOf(data.bins), endOf(data.bins), 4).map(tick).join(' '),
      ].map(readable);
    };
    expect(told('multiple', 1 / 744_025, evenly(0.000_001, 0.000_002, 1000))).toEqual([
      '0.00000134',
      '0.00000105–0.00000195',
      'In half of the futures the result is 0.00000125–0.00000175; in 5% it is below 0.00000105 and in 5% above 0.00000195.',
      '0.000001 0.0000012 0.0000014 0.0000016 0.0000018 0.000002',
    ]);
    expect(told('money', 0.003_36, evenly(0.0025, 0.0045, 1000)).slice(0, 2)).toEqual(['€0.00336', '€0.00260–0.00440']);
    expect(told('multiple', 0.9868, evenly(0, 3.1, 1000)).slice(0, 2)).toEqual(['0.99', '0.16–2.94']);
    // Close together, so that the usual decimals would make them one.
    expect(told('ratio', 0.8341, evenly(0.832, 0.836, 1000)).slice(0, 2)).toEqual(['83.41%', '83.22–83.58%']);
    expect(told('money', 18_000_200, evenly(18_000_000, 18_000_500, 1000))).toEqual([
      '€18,000,200',
      '€18,000,025–18,000,475',
      expect.stringContaining('is €18,000,125–18,000,375;'),
      '€18,000,000 €18,000,100 €18,000,200 €18,000,300 €18,000,400 €18,000,500',
    ]);
    // Sums stay short where they may.
    expect(told('money', 744_025, evenly(-100_000, 1_500_000, 1000)).slice(0, 2)).toEqual(['€744,025', '−€19…1,419k']);
    // A tail that never comes.
    expect(told('ratio', 0.5, [...evenly(0.2, 0.8, 90), ...Array<number>(10).fill(Infinity)])[1]).toBe(
      '24% – no limit',
    );
  });

  it('is told with the figures of the moment', () => {
    const { expression, names } = resultOf(formula(price(), 'x', 'max(hinta * 2, -hinta) / 1.5'), 'x');
    expect(readable(liveFormula(expression!, names, formats.fi))).toBe('max(100 € × 2; −100 €) ÷ 1,5');
    expect(readable(liveFormula(expression!, names, formats.en))).toBe('max(€100 × 2, −€100) ÷ 1.5');
  });
});
