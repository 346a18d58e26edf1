import { describe, expect, test } from 'vitest';
import { evaluatePoint } from '$lib/cells/scenario/cell';
import { monthTable } from '$lib/cells/table/monthTable';
import { showCell } from '$lib/charts/chartTable';
import { formats, readable } from './readable';

const point = evaluatePoint({});
const shown = (language: 'fi' | 'en', month: number) => {
  const table = monthTable(point, 36, formats[language]);
  return table.rows[month]!.map((cell, column) => readable(showCell(table, cell, column)));
};

describe('the months behind the curves', () => {
  test('begin at the decision, where only customers and the investment exist', () => {
    expect(shown('fi', 0)).toEqual(['0', '', '400', '400', '', '', '', '', '−60 393 €']);
  });

  test('have the effect’s mean over the month, and add up', () => {
    // A sixth of 7.4 % of 1.5 M€ in the first month of a ramp of three, and 24.3 % of that.
    expect(shown('fi', 1)).toEqual([
      ...['1', '17 %', '400', '400', '1 500 000 €', '1 518 500 €', '4 496 €', '4 496 €', '−55 897 €'],
    ]);
    expect(shown('en', 4)).toEqual([
      ...['4', '100%', '400', '400', '€1,500,000', '€1,611,000', '€26,973', '€26,973', '€7,040'],
    ]);
  });

  test('are as many as asked for, with a name and a cell for each column', () => {
    for (const language of ['fi', 'en'] as const) {
      const { columns, rows } = monthTable(point, 12, formats[language]);
      expect(rows.map(([month]) => month)).toEqual(Array.from({ length: 13 }, (_, month) => month));
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    }
  });

  test('hold unrounded numbers, for copying', () => {
    const { rows } = monthTable(point, 36, formats.fi);
    expect(rows[36]!.at(-1)).toBe(point.projection.cumulative[36]);
    expect(rows[1]![1]).toBeCloseTo(1 / 6, 12);
  });
});

test('customers are in tenths where they come and go, and whole where as many come as leave', () => {
  const leaving = evaluatePoint({ newCustomersPerYear: { value: 0 } });
  const table = monthTable(leaving, 12, formats.en);
  expect(readable(showCell(table, table.rows[1]![2]!, 2))).toMatch(/^39\d\.\d$/);
  expect(shown('en', 12)[2]).toBe('400');
});
