import type { Language } from '$lib/i18n/language';

/** What a cell of a CSV file holds; `null` is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Comma-separated values that a spreadsheet of the reader's language opens as numbers: Finnish Excel expects `;` between
 * cells and a decimal comma. Begins with a byte-order mark, which tells Excel that it is UTF-8.
 * Text that a spreadsheet would take for a formula is made plain by an apostrophe.
 *
 * @example toCsv([['kk', 'kassa'], [1, -55896.5]], 'fi') // '\ufeffkk;kassa\r\n1;-55896,5\r\n'
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const divider = language === 'fi' ? ';' : ',';
  const write = (cell: CsvCell): string => {
    if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
    if (typeof cell === 'number') {
      const text = String(Number(cell.toPrecision(12)));
      return language === 'fi' ? text.replace('.', ',') : text;
    }
    const plain = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
    return /[";,\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return '\ufeff' + rows.map((row) => row.map(write).join(divider) + '\r\n').join('');
}
