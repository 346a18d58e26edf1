import { median } from './statistics.js';

/**
 * One line of the table.
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {string} what
 * @property {string} value the figure measured
 * @property {string} unit
 * @property {string} [against] the figure it is held to, if any
 * @property {string} [name] that figure in words
 * @property {'faster' | 'smaller' | 'atLeast' | 'atMost'} by `faster`: the other divided by ours; `smaller`: ours divided by
 *   the other; else the value itself is held to the goal, and the ratio is as of `faster`
 * @property {number} [goal]
 * @property {number} [stretch]
 *
 * @typedef {object} Outcome a row as it is written to a file
 * @property {string} id
 * @property {string} what
 * @property {number | null} value
 * @property {string} unit
 * @property {string | null} against
 * @property {number | null} ratio
 * @property {string | null} goal
 * @property {boolean | null} met
 * @property {string} [reason] why there is no value, or nothing to hold it to
 */

const fresh = { id: 'kernel-fresh', value: 'kernel.fresh', unit: 'ms', by: /** @type {const} */ ('faster') };
const cached = { ...fresh, id: 'kernel-cached', value: 'kernel.cached' };
const page = { ...fresh, id: 'page-131072' };
const anew = 'one thread, draws anew (sfc32), paths kept';
const again = 'one thread, cached draws, paths kept';
const charts = { id: 'charts', unit: 'ms', name: 'drawn anew by Plot', by: /** @type {const} */ ('atMost') };
const accuracy = {
  id: 'accuracy',
  value: 'error.ours',
  unit: '€',
  name: 'plain sampling in numpy, same time',
  by: /** @type {const} */ ('smaller'),
};
const frame = { id: 'frame-trials', by: /** @type {const} */ ('atLeast') };

/** @type {readonly Row[]} The issue's "Speed to reach". */
export const rows = [
  { ...fresh, what: anew, against: 'numpy.paths', name: 'numpy', goal: 2.5 },
  { ...fresh, what: anew, against: 'c.native.scalar', name: 'C scalar', goal: 2.2, stretch: 3 },
  { ...fresh, what: anew, against: 'c.x86-64-v2.vector', name: 'C vector, 128-bit lanes', goal: 0.9 },
  {
    ...fresh,
    what: 'the same with Sobol’ draws',
    value: 'kernel.freshSobol',
    against: 'numpy.paths',
    name: 'numpy',
  },
  { ...cached, what: again, against: 'numpy.paths', name: 'numpy, which draws anew', goal: 5 },
  { ...cached, what: again, against: 'c.native.scalar', name: 'C scalar, which draws anew', goal: 4.5 },
  {
    ...cached,
    what: again,
    against: 'c.native.vector',
    name: 'C vector native, which draws anew',
    goal: 0.6,
    stretch: 0.8,
  },
  {
    ...page,
    what: 'two workers, draws anew, to summaries and fan (ours from histograms)',
    value: 'page.fresh',
    against: 'numpy.all',
    name: 'numpy with exact fan',
    goal: 8,
  },
  {
    ...page,
    what: 'two workers, cached draws, to summaries and fan (ours from histograms)',
    value: 'page.cached',
    against: 'numpy.all',
    name: 'numpy with exact fan, which draws anew',
    goal: 15,
  },
  {
    ...frame,
    what: 'trials per frame while a slider is dragged, drawn in every cell in view',
    value: 'frame.trials',
    unit: 'trials',
    goal: 65_536,
  },
  {
    ...frame,
    what: 'frames under 17.5 ms: none of 60 a second missed',
    value: 'frame.share',
    unit: 'share',
    goal: 0.95,
  },
  {
    ...frame,
    what: 'frames under 50 ms, CPU throttled 4×',
    value: 'frame.throttledShare',
    unit: 'share',
    goal: 0.95,
  },
  {
    id: 'squiggle',
    what: 'one thread, draws anew, to summaries and fan, 100 000 trials',
    value: 'thread.all100k',
    unit: 'ms',
    against: 'squiggle',
    name: 'Squiggle 0.10.0, no fan',
    by: 'faster',
    goal: 100,
  },
  {
    ...accuracy,
    what: 'Monte-Carlo error of P50 NPV, Sobol’ points, two workers on the page',
    against: 'error.numpyPageTime',
    goal: 0.2,
  },
  { ...accuracy, what: 'the same, one thread in Node', against: 'error.numpyThreadTime' },
  { id: 'cancel', what: 'stale run stopped, P95', value: 'cancel', unit: 'ms', by: 'atMost', goal: 3 },
  {
    ...charts,
    what: 'histogram and fan together at a drag’s step, their marks moved',
    value: 'moved',
    against: 'rebuilt',
    goal: 1,
  },
  { ...charts, what: 'the same with style and layout', value: 'movedLaidOut', against: 'rebuiltLaidOut' },
  {
    id: 'agreement',
    what: 'largest |z| of 55 golden figures, kernel, 2²² trials',
    value: 'z.wasm',
    unit: '|z|',
    by: 'atMost',
    goal: 4.5,
  },
  { id: 'agreement', what: 'the same, twin', value: 'z.typescript', unit: '|z|', by: 'atMost', goal: 4.5 },
];

/** Figures made of others' figures of the same round. @type {Record<string, { of: readonly string[], from: (...figures: number[]) => number }>} */
export const derived = {
  'error.numpyPageTime': { of: ['error.plain', 'page.fresh', 'numpy.all'], from: errorInTime },
  'error.numpyThreadTime': { of: ['error.plain', 'thread.all', 'numpy.all'], from: errorInTime },
};

/** The error falls with the root of the trials, and the trials are as many as fit into our time. */
function errorInTime(error = NaN, ours = NaN, numpys = NaN) {
  return error * Math.sqrt(numpys / ours);
}

/** The measured figures a row stands on. @param {Row} row @returns {string[]} */
export const figuresOf = ({ value, against }) =>
  [value, ...(against ? [against] : [])].flatMap((figure) => derived[figure]?.of ?? [figure]);

const better = /** @type {const} */ ({ faster: '≥', atLeast: '≥', smaller: '≤', atMost: '≤' });

/**
 * @param {Row} row
 * @param {readonly Record<string, number>[]} rounds all figures, round by round
 * @param {Record<string, string>} reasons why a figure is missing
 * @returns {Outcome}
 */
export function outcomeOf(row, rounds, reasons) {
  const { id, what, unit, by, goal, stretch } = row;
  /** @param {Record<string, number>} round @param {string} figure @returns {number} NaN when missing */
  const read = (round, figure) => {
    const { of, from } = derived[figure] ?? { of: [figure], from: (/** @type {number} */ x) => x };
    return from(...of.map((name) => round[name] ?? NaN));
  };
  /** @param {(round: Record<string, number>) => number} pick */
  const middle = (pick) => {
    const found = rounds.map(pick).filter(Number.isFinite);
    return found.length > 0 ? median(found) : null;
  };
  const { value: mine, against } = row;
  const value = middle((round) => read(round, mine));
  const other = against ? middle((round) => read(round, against)) : null;
  // Of the ratios of each round, not of medians that may come from different spells of the machine.
  const ratio = against
    ? middle((round) => {
        const [ours, others] = [read(round, mine), read(round, against)];
        return by === 'smaller' ? ours / others : others / ours;
      })
    : null;
  const held = by === 'atLeast' || by === 'atMost' ? value : ratio;
  const sign = better[by];
  const reason = figuresOf(row).flatMap((figure) => reasons[figure] ?? [])[0];
  return {
    id,
    what,
    value,
    unit,
    against: against ? `${row.name}${other === null ? '' : `: ${shortNumber(other)} ${unit}`}` : null,
    ratio,
    goal: goal === undefined ? null : `${sign} ${goal}${stretch === undefined ? '' : ` (stretch ${stretch})`}`,
    met: goal === undefined || held === null ? null : sign === '≥' ? held >= goal : held <= goal,
    ...(reason && { reason }),
  };
}

/** Three figures of anything. @param {number} x */
export function shortNumber(x) {
  if (x >= 1000) return Math.round(x).toLocaleString('en').replaceAll(',', ' ');
  return String(Number(x.toPrecision(3)));
}
