import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process, { argv, chdir, env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './findBrowser.js';
import { playwrightCounts, vitestCounts } from './counts.js';

/**
 * `npm test`: everything, in one browser it finds or installs, with one line of sums at the end.
 * `npm test -- unit` runs one runner, `npm test -- e2e policy` one file of it.
 */
chdir(fileURLToPath(new URL('..', import.meta.url)));
const results = 'test-results';
const require = createRequire(import.meta.url);
/** Without shell or npx, so that it is the same on Windows. @param {string} name @param {string} file */
const cli = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** @param {string} project @param {string} json */
const vitest = (project, json) => [
  cli('vitest', 'vitest.mjs'),
  ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${json}`],
];
const playwright = () => [
  cli('@playwright/test', 'cli.js'),
  ...['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
];

/** @typedef {{ name: string, command: (json: string) => string[], counts: (report: any) => import('./counts.js').Counts }} Runner */
/** @type {Runner[]} */
const runners = [
  { name: 'unit', command: (json) => vitest('unit', json), counts: vitestCounts },
  { name: 'browser', command: (json) => vitest('browser', json), counts: vitestCounts },
  { name: 'e2e', command: playwright, counts: playwrightCounts },
];

/** @param {string[]} args @param {Record<string, string>} [more] @returns {Promise<boolean>} whether it ended well */
function runNode(args, more = {}) {
  // The runners get no standard input: without a terminal nothing may wait for an answer.
  const child = spawn(execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...more } });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** @param {Runner} runner @param {string[]} filters @returns {Promise<import('./counts.js').Counts>} */
async function runOne({ name, command, counts }, filters) {
  console.log(`\n— ${name}`);
  const json = join(results, `${name}.json`);
  rmSync(json, { force: true });
  const endedWell = await runNode([...command(json), ...filters], { PLAYWRIGHT_JSON_OUTPUT_FILE: json });
  let sums = { passed: 0, failed: 0 };
  try {
    sums = counts(JSON.parse(readFileSync(json, 'utf8')));
  } catch (error) {
    console.log(`${name}: no readable report (${error instanceof Error ? error.message : error})`);
  }
  // Whatever the report leaves out (a crash, an unhandled rejection, a filter that matches nothing) still is a failure.
  if (sums.failed === 0 && (!endedWell || sums.passed === 0)) {
    console.log(`${name}: ${endedWell ? 'ran no test' : 'ended with an error outside its tests'}`);
    return { ...sums, failed: 1 };
  }
  console.log(`${name}: ${sums.passed} passed, ${sums.failed} failed`);
  return sums;
}

const args = argv.slice(2);
const named = runners.filter(({ name }) => args.includes(name));
const filters = args.filter((arg) => !runners.some(({ name }) => name === arg));
const chosen = named.length > 0 ? named : runners;
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
try {
  if (chosen.some(({ name }) => name !== 'unit')) env.ARVIO_BROWSER = await findBrowser();
  // ARVIO_BUILT: the caller has just built, and has measured that very build.
  if (chosen.some(({ name }) => name === 'e2e') && !env.ARVIO_BUILT) {
    if (!(await runNode([cli('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'])))
      throw new Error('the build failed');
  }
  for (const runner of chosen) {
    const sums = await runOne(runner, filters);
    passed += sums.passed;
    failed += sums.failed;
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
// Not exit(): on a pipe it could cut the line above off.
process.exitCode = failed === 0 ? 0 : 1;
