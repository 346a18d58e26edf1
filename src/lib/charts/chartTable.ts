import type { Language } from '$lib/i18n/language';

/** What stands in a cell: a number (ratios 0–1, money unrounded), a word, or `null` for "never". */
export type ChartCell = number | string | null;

export interface ChartColumn {
  readonly name: string;
  /** How a number of this column is written on screen; words are written as they are. */
  readonly show: (value: number) => string;
}

/** The data table behind a chart: for screen readers, and for copying. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
  /** What `null` is called here. */
  readonly never: string;
}

/** A cell as it is read on screen. */
export function showCell({ columns, never }: ChartTable, cell: ChartCell, column: number): string {
  if (cell === null) return never;
  return typeof cell === 'string' ? cell : columns[column]!.show(cell);
}

/** What a spreadsheet of each language takes for a decimal mark. */
const decimalMarks = { fi: ',', en: '.' } as const satisfies Record<Language, string>;

/** Tab-separated text of the whole table, to be pasted into a spreadsheet: numbers unrounded, without grouping or unit. */
export function toTabSeparated({ columns, rows, never }: ChartTable, language: Language): string {
  const toText = (cell: ChartCell) => {
    if (cell === null) return never;
    return typeof cell === 'string' ? cell : String(Number(cell.toPrecision(12))).replace('.', decimalMarks[language]);
  };
  return [columns.map(({ name }) => name), ...rows.map((row) => row.map(toText))]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
