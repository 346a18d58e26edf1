import { describe, expect, test } from 'vitest';
import { formulaNameAt, liveNameAt } from '$lib/cells/edit/nameAt';
import { fittingNames, publishedNames } from '$lib/cells/edit/publishedNames';
import { cellKinds } from '$lib/cells/registry';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { investmentCase } from '$lib/templates/investmentCase';
import { formats, readable } from './readable';

/** The caret stands at the bar. */
const at = (find: typeof liveNameAt, source: string) => find(source.replace('¦', ''), source.indexOf('¦'));

describe('the name at the caret', () => {
  test('in the braces of a text', () => {
    expect(at(liveNameAt, 'ROI {base.r¦')).toEqual({ from: 5, to: 11, query: 'base.r', movable: false, after: '}' });
    expect(at(liveNameAt, '{¦')).toMatchObject({ query: '', after: '}' });
    expect(at(liveNameAt, '{~ba¦')).toMatchObject({ query: 'ba', movable: true });
  });

  test('what stands after it is replaced, and a brace is not doubled', () => {
    expect(at(liveNameAt, '{ba¦se.npv} x')).toMatchObject({ from: 1, to: 9, after: '' });
    expect(at(liveNameAt, '{ba¦: pays in …}')).toMatchObject({ to: 3, after: '' });
  });

  test('outside braces there is none', () => {
    expect(at(liveNameAt, 'base¦')).toBeNull();
    expect(at(liveNameAt, '{base.npv} ba¦')).toBeNull();
    expect(at(liveNameAt, '{base.payback: pays¦')).toBeNull();
  });

  test('in a formula: a name, but no number and no function call', () => {
    expect(at(formulaNameAt, '2 * base.n¦ + 1')).toMatchObject({ from: 4, to: 10, query: 'base.n' });
    expect(at(formulaNameAt, '2 * 15¦')).toBeNull();
    expect(at(formulaNameAt, 'a + ¦')).toBeNull();
  });
});

describe('the names that are offered', () => {
  const notebook = investmentCase('fi');
  const names = publishedNames(notebook, evaluateNotebook(notebook, cellKinds), cellKinds, formats.fi);

  test('carry what they come to and what they mean', () => {
    const roi = names.find(({ path }) => path === 'base.roi12')!;
    expect({ ...roi, value: readable(roi.value) }).toEqual({
      path: 'base.roi12',
      words: 'ROI, 12 kk',
      value: '369 %',
      movable: false,
    });
    expect(names.find(({ path }) => path === 'base.annualChurn')).toMatchObject({ movable: true });
  });

  test('begin with those whose name begins so', () => {
    expect(fittingNames(names, 'base.n')[0]!.path).toMatch(/^base\.n/);
    expect(fittingNames(names, 'npv')[0]!.path).toBe('base.npv');
    expect(fittingNames(names, 'poistuma').map(({ path }) => path)).toContain('base.annualChurn');
    expect(fittingNames(names, 'zzz')).toEqual([]);
  });
});
