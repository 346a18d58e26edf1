import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { TextCell } from '$lib/cells/text/cell';
import { withCell, type Notebook } from '$lib/notebook/notebook';
import { retell } from '$lib/notebook/retell';
import { investmentCase } from '$lib/templates/investmentCase';

const [fi, en] = [investmentCase('fi'), investmentCase('en')];
const templates = { fi, en };
const speak = (notebook: Notebook, language: 'fi' | 'en') =>
  retell(notebook, cellKinds, templates[notebook.language], templates[language]);

describe('a pristine notebook', () => {
  test('follows the reader’s language as a whole, there and back', () => {
    expect(speak(fi, 'en')).toEqual(en);
    expect(speak(en, 'fi')).toEqual(fi);
    expect(speak(speak(fi, 'en'), 'fi')).toEqual(fi);
  });

  test('in the reader’s language already is the same object', () => {
    expect(speak(fi, 'fi')).toBe(fi);
  });
});

describe('an edited notebook', () => {
  const edited = withCell<TextCell>(
    { ...fi, title: 'Oma otsikko', client: 'Kone Oy', currency: 'SEK' },
    'lead',
    (cell) => ({
      ...cell,
      text: 'Oma teksti {base.npv}',
    }),
  );

  test('keeps what somebody wrote, and tells the rest in the reader’s language', () => {
    const told = speak(edited, 'en');
    expect(told).toMatchObject({ language: 'en', title: 'Oma otsikko', client: 'Kone Oy', currency: 'SEK' });
    expect(told.subtitle).toBe(en.subtitle);
    const lead = told.cells.find(({ id }) => id === 'lead') as TextCell;
    expect(lead.text).toBe('Oma teksti {base.npv}');
    expect(lead.aside).toBe((en.cells[0] as TextCell).aside);
    expect(told.cells.slice(1)).toEqual(en.cells.slice(1));
  });

  test('is the same again when the language comes back', () => {
    expect(speak(speak(edited, 'en'), 'fi')).toEqual(edited);
  });

  test('keeps its figures: a scenario’s drivers are not words', () => {
    const moved = { ...fi, cells: fi.cells.map((cell) => (cell.id === 'base' ? { ...cell, scenario: {} } : cell)) };
    expect(speak(moved, 'en').cells.find(({ id }) => id === 'base')).toMatchObject({
      scenario: {},
      title: 'Base case',
    });
  });

  test('keeps a cell of its own as it is', () => {
    const own = { id: 'own', kind: 'text', text: 'Lisätty', aside: '' };
    const told = speak({ ...fi, cells: [...fi.cells, own] }, 'en');
    expect(told.cells.at(-1)).toBe(own);
  });
});
