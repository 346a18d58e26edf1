import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process, { argv, chdir, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { launchArguments } from '../browserLaunch.js';
import { findBrowser } from '../findBrowser.js';
import { serveStaticSite } from '../staticSite.js';
import { contestants } from './contestants.js';
import { bundleEngine } from './engineBundle.js';
import { figuresOf, outcomeOf, rows } from './rows.js';
import { runProgram } from './runProgram.js';
import { toTable } from './table.js';

/**
 * `npm run bench`: how fast the engine is, against the yardsticks of yardsticks/, in one table of interleaved runs.
 *   npm run bench -- --only kernel-fresh,cancel    some rows
 *   npm run bench -- --json FILE                   writes them as well
 *   npm run bench -- --rounds 9                    5 unless said
 * What this machine lacks (gcc, numpy, a browser) is not measured, and why stands in the table. It never fails on time.
 */
chdir(fileURLToPath(new URL('../..', import.meta.url)));
const ids = [...new Set(rows.map(({ id }) => id))];
const { values: options } = parseArgs({
  args: argv.slice(2),
  options: { json: { type: 'string' }, only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const only = options.only?.split(',') ?? ids;
const unknown = only.find((id) => !ids.includes(id));
if (unknown !== undefined) throw new Error(`unknown row: ${unknown} (there are ${ids.join(', ')})`);
const roundCount = Math.max(1, Number(options.rounds) || 5);

const chosen = rows.filter(({ id }) => only.includes(id));
const needed = new Set(chosen.flatMap(figuresOf));
const taking = contestants.filter(({ gives }) => gives.some((figure) => needed.has(figure)));

/** Done when first asked for, and once. @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}
/** @type {(() => Promise<unknown>)[]} */
const closing = [];
const folder = mkdtempSync(join(tmpdir(), 'arvio-bench-'));

/** @type {import('./contestants.js').Bench} */
const bench = {
  folder,
  engine: once(() => bundleEngine(folder)),
  browser: once(async () => {
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
    closing.push(() => browser.close());
    return browser;
  }),
  site: once(async () => {
    // ARVIO_BUILT: the caller has just built.
    const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
    if (!env.ARVIO_BUILT) await runProgram(execPath, [vite, 'build', '--logLevel', 'error']);
    const site = await serveStaticSite();
    closing.push(() => site.close());
    return site.url;
  }),
};

/** @type {Record<string, string>} */
const reasons = {};
/** @param {import('./contestants.js').Contestant} contestant @param {unknown} error */
function leaveOut({ name, gives }, error) {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  console.log(`${name}: ${reason}`);
  for (const figure of gives) reasons[figure] ??= `${name}: ${reason}`;
}

try {
  const playing = [];
  for (const contestant of taking) {
    try {
      playing.push({ contestant, turn: await contestant.prepare(bench) });
    } catch (error) {
      leaveOut(contestant, error);
    }
  }
  /** @type {Record<string, number>[]} */
  const rounds = [];
  for (let round = 1; round <= roundCount; round++) {
    console.log(`round ${round} of ${roundCount}`);
    /** @type {Record<string, number>} */
    const figures = {};
    for (const { contestant, turn } of playing) {
      if (contestant.gives.some((figure) => reasons[figure])) continue;
      try {
        Object.assign(figures, await turn());
      } catch (error) {
        leaveOut(contestant, error);
      }
    }
    rounds.push(figures);
  }
  const outcomes = chosen.map((row) => outcomeOf(row, rounds, reasons));
  console.log(`\n131 072 trials × 60 months unless said; medians of ${roundCount} interleaved rounds\n`);
  console.log(toTable(outcomes));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(outcomes, null, 2)}\n`);
} finally {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
}
// Nothing is waited for that a browser or an engine may have left open.
process.exitCode ??= 0;
