import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv, type CsvCell } from '$lib/export/csv';

describe('a file', () => {
  test('has in Finnish a semicolon between cells and a decimal comma', () => {
    expect(
      toCsv(
        [
          ['kk', 'kassa'],
          [1, -55_896.5],
        ],
        'fi',
      ),
    ).toBe('\ufeffkk;kassa\r\n1;-55896,5\r\n');
  });

  test('has in English a comma and a decimal point', () => {
    expect(
      toCsv(
        [
          ['month', 'cash'],
          [1, -55_896.5],
        ],
        'en',
      ),
    ).toBe('\ufeffmonth,cash\r\n1,-55896.5\r\n');
  });

  test('without rows is empty, but says that it is UTF-8', () => {
    expect(toCsv([], 'fi')).toBe('\ufeff');
  });

  test('leaves empty what is not there, and what is no number', () => {
    expect(toCsv([[null, '', NaN, Infinity, -Infinity, 0]], 'en')).toBe('\ufeff,,,,,0\r\n');
  });

  test('has numbers without grouping, without the noise of binary fractions, and no negative zero', () => {
    expect(toCsv([[18_000_000, 0.1 + 0.2, -0, 1 / 3]], 'fi')).toBe('\ufeff18000000;0,3;0;0,333333333333\r\n');
  });
});

describe('text', () => {
  test('with a divider, a quote or a line break is quoted', () => {
    expect(toCsv([['a;b', 'c,d', 'e"f', 'g\nh', 'i']], 'fi')).toBe('\ufeff"a;b";"c,d";"e""f";"g\nh";i\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x";"y")'])(
    'that a spreadsheet would take for a formula is made plain: %j',
    (formula) => {
      for (const language of ['fi', 'en'] as const) {
        const [cell] = read(toCsv([[formula]], language), language)[0]!;
        expect(cell).toBe(`'${formula}`);
      }
    },
  );

  test('of any kind is read back cell by cell', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ';', ',', '\n', '\r', '=', "'", ' ', '€') });
    const table = fc.array(fc.array(letters, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom('fi' as const, 'en' as const), (rows, language) => {
        const plain = rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)));
        expect(read(toCsv(rows, language), language)).toEqual(plain);
      }),
    );
  });

  test('numbers survive the way through a spreadsheet of the reader’s language', () => {
    const number = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(number, fc.constantFrom('fi' as const, 'en' as const), (number, language) => {
        const [cell] = read(toCsv([[number satisfies CsvCell]], language), language)[0]!;
        const back = Number(language === 'fi' ? cell!.replace(',', '.') : cell);
        expect(Math.abs(back - number)).toBeLessThanOrEqual(1e-11 * Math.abs(number));
      }),
    );
  });
});

/** Reads a file as RFC 4180 says, with the divider of the language. */
function read(file: string, language: 'fi' | 'en'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const text = file.replace(/^\ufeff/, '');
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === (language === 'fi' ? ';' : ',')) {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i++;
    } else cell += letter;
  }
  return rows;
}
