import { shortNumber } from './rows.js';

/** @typedef {import('./rows.js').Outcome} Outcome */

/** @param {Outcome} outcome */
function cells({ id, what, value, unit, against, ratio, goal, met, reason }) {
  const measured = value === null ? 'not measured' : `${shortNumber(value)} ${unit}`;
  return [
    id,
    what,
    measured,
    against ?? '',
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    goal ?? '',
    met === null ? (reason ? `not measured: ${reason}` : '') : met ? 'met' : 'MISSED',
  ];
}

/** The outcomes as one table of plain text. @param {readonly Outcome[]} outcomes */
export function toTable(outcomes) {
  const head = ['id', 'measure', 'value', 'against', 'ratio', 'goal', ''];
  const lines = [head, ...outcomes.map(cells)];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const numeric = new Set([2, 4]);
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        numeric.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [text[0], rule, ...text.slice(1)].join('\n');
}
