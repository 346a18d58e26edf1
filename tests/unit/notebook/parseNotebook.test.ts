import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { withCell, type Cell } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { investmentCase } from '$lib/templates/investmentCase';

const template = investmentCase('fi');
const parse = (data: unknown) => parseNotebook(typeof data === 'string' ? data : JSON.stringify(data), cellKinds);
const invalid = (path: string) => ({ ok: false, problem: { tag: 'invalid', path } });

describe('what was written is read', () => {
  test.each(['fi', 'en'] as const)('the template in %s comes back as it was', (language) => {
    const notebook = investmentCase(language);
    expect(parse(notebook)).toEqual({ ok: true, value: notebook });
  });

  test('with every kind of driver state', () => {
    const scenario = {
      newCustomersPerYear: { value: null },
      customers: { value: 12 },
      fadePerYear: { value: 0.1, range: { shape: 'pert', ends: 'minmax', low: 0, high: 0.3, mode: 0.1, at: 0.1 } },
    };
    const notebook = withCell(template, 'base', (cell) => ({ ...cell, scenario }) as Cell);
    expect(parse(notebook)).toEqual({ ok: true, value: notebook });
  });
});

describe('dependencies and sampling', () => {
  const relate = (...correlations: unknown[]) =>
    withCell(template, 'base', (cell) => ({ ...cell, correlations }) as Cell);
  const strong = { a: 'grossMargin', b: 'revenueUplift', strength: 'strong' };

  test('are read where they are stated; a draft from before them has none', () => {
    const stated = { ...relate(strong, { ...strong, a: 'annualChurn', strength: 'someOpposite' }), sampler: 'sfc32' };
    expect(parse(stated)).toEqual({ ok: true, value: stated });
    expect(parse({ ...template, sampler: 'sobol' })).toMatchObject({ ok: true, value: { sampler: 'sobol' } });
    expect(JSON.stringify(template)).not.toMatch(/correlations|sampler/);
  });

  test.each<[string, unknown, string]>([
    ['an empty list', relate(), ''],
    ['a driver with itself', relate({ ...strong, b: 'grossMargin' }), ''],
    ['a pair twice', relate(strong, strong), ''],
    ['a pair twice, the other way round', relate(strong, { ...strong, a: strong.b, b: strong.a }), ''],
    ['a driver nobody knows', relate({ ...strong, a: 'luck' }), '.0.a'],
    ['a driver that is never uncertain', relate({ ...strong, b: 'horizonMonths' }), '.0.b'],
    ['a strength nobody knows', relate({ ...strong, strength: 0.8 }), '.0.strength'],
    ['a field nobody knows', relate({ ...strong, rank: 1 }), '.0.rank'],
    ['one that is no list', withCell(template, 'base', (cell) => ({ ...cell, correlations: strong }) as Cell), ''],
  ])('%s is refused', (_, data, path) => {
    expect(parse(data)).toEqual(invalid(`cells.1.correlations${path}`));
  });

  test('a way of sampling nobody knows is refused', () => {
    expect(parse({ ...template, sampler: 'dice' })).toEqual(invalid('sampler'));
  });
});

describe('another version', () => {
  test('that is newer is said to be newer, not broken', () => {
    expect(parse({ ...template, version: 3 })).toEqual({ ok: false, problem: { tag: 'newerVersion', version: 3 } });
    expect(parse({ version: 99, anything: true })).toMatchObject({ problem: { tag: 'newerVersion' } });
  });

  test.each([0, -1, '1', null])('%o is none', (version) => {
    expect(parse({ ...template, version })).toEqual(invalid('version'));
  });
});

describe('what is no notebook', () => {
  test.each(['', 'x', '{', '[1,', 'undefined', 'NaN', '{"version":1,}'])('%o is not JSON', (text) => {
    expect(parse(text)).toEqual({ ok: false, problem: { tag: 'notJson' } });
  });

  test.each(['null', '1', '"text"', '[]', '{}', 'true', '{"version":1}'])('%s is invalid', (text) => {
    expect(parse(text)).toMatchObject({ ok: false, problem: { tag: 'invalid' } });
  });
});

describe('the place of a fault is told', () => {
  const change = (id: string, change: object) => withCell(template, id, (cell) => ({ ...cell, ...change }));
  const base = (scenario: object) => change('base', { scenario });

  test.each<[string, unknown, string]>([
    ['a currency that is none', { ...template, currency: 'euro' }, 'currency'],
    ['a language that is none', { ...template, language: 'sv' }, 'language'],
    ['a seed that is no whole number', { ...template, seed: 1.5 }, 'seed'],
    ['a seed past 32 bits', { ...template, seed: 2 ** 32 }, 'seed'],
    ['a title without end', { ...template, title: 'x'.repeat(501) }, 'title'],
    ['a field nobody knows', { ...template, extra: 1 }, 'extra'],
    ['cells that are no list', { ...template, cells: {} }, 'cells'],
    ['a cell that is nothing', { ...template, cells: [null] }, 'cells.0'],
    ['a kind nobody knows', { ...template, cells: [{ id: 'x', kind: 'virus' }] }, 'cells.0.kind'],
    ['a kind every object has', { ...template, cells: [{ id: 'x', kind: 'constructor' }] }, 'cells.0.kind'],
    ['two cells of one id', { ...template, cells: [template.cells[0], template.cells[0]] }, 'cells.1.id'],
    ['a field nobody knows in a cell', change('fan', { colour: 'red' }), 'cells.3.colour'],
    ['a driver nobody knows', base({ luck: { value: 1 } }), 'cells.1.scenario.luck'],
    ['a driver that is a bare number', base({ customers: 5 }), 'cells.1.scenario.customers'],
    ['half a customer', base({ customers: { value: 1.5 } }), 'cells.1.scenario.customers.value'],
    ['no customers', base({ customers: { value: 0 } }), 'cells.1.scenario.customers.value'],
    ['churn above one', base({ annualChurn: { value: 1.01 } }), 'cells.1.scenario.annualChurn.value'],
    ['a horizon of 121 months', base({ horizonMonths: { value: 121 } }), 'cells.1.scenario.horizonMonths.value'],
    [
      'null where only new customers may be',
      base({ investment: { value: null } }),
      'cells.1.scenario.investment.value',
    ],
    ['a number in words', base({ investment: { value: '1' } }), 'cells.1.scenario.investment.value'],
    ['a range for what takes none', base({ customers: { value: 5, range: {} } }), 'cells.1.scenario.customers.range'],
  ])('%s', (_, data, path) => {
    expect(parse(data)).toEqual(invalid(path));
  });

  test.each<[string, object]>([
    ['the wrong way round', { low: 3, high: 2 }],
    ['a lognormal through zero', { shape: 'lognormal', low: -1 }],
    ['ends that do not fit the shape', { ends: 'minmax' }],
    ['too large to be squared', { high: 1e200 }],
  ])('a range %s', (_, fault) => {
    const range = { shape: 'normal', ends: 'p5p95', low: 1, high: 2, at: 1.5, ...fault };
    expect(parse(base({ runningCost: { value: 1.5, range } }))).toEqual(invalid('cells.1.scenario.runningCost.range'));
  });

  test('numbers beyond any number', () => {
    const text = JSON.stringify(template).replace('"value":0.1,', '"value":1e999,');
    expect(parse(text)).toEqual(invalid('cells.1.scenario.annualChurn.value'));
  });

  test('too many cells', () => {
    const cells = Array.from({ length: 501 }, (_, i) => ({ id: `t${i}`, kind: 'text', text: '', aside: '' }));
    expect(parse({ ...template, cells })).toEqual(invalid('cells'));
    expect(parse({ ...template, cells: cells.slice(1) })).toMatchObject({ ok: true });
  });
});
