import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runProgram } from './runProgram.js';

const version = '0.10.0';
const folder = fileURLToPath(new URL(`../../node_modules/.cache/arvio-bench/squiggle-${version}/`, import.meta.url));
const model = fileURLToPath(new URL('./squiggle.squiggle', import.meta.url));
const samples = 100_000;

/** Times one run, in a process of its own; what it prints is checked, so that a model that fails is not called fast. */
const program = `
import { readFileSync } from 'node:fs';
import { run } from '@quri/squiggle-lang';
const [, , file, samples, seed] = process.argv;
const code = readFileSync(file, 'utf8');
const environment = { sampleCount: Number(samples), xyPointLength: 1000, seed };
const start = performance.now();
const { result } = await run(code, { environment });
const ms = performance.now() - start;
if (!result.ok) throw new Error(result.value.toString());
console.log(JSON.stringify({ ms, value: result.value.result.toString() }));
`;

/** Only the bench needs it, and it brings 63 packages: it is installed beside them, when first measured. */
async function install() {
  const done = join(folder, 'installed');
  if (existsSync(done)) return;
  const npm = env.npm_execpath;
  if (!npm || !/\.[cm]?js$/.test(npm)) throw new Error('not started by npm: npm run bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await runProgram(execPath, [npm, 'install', ...options, `@quri/squiggle-lang@${version}`], { cwd: folder });
  writeFileSync(done, '');
}

/** @type {import('./contestants.js').Contestant} */
export const squiggle = {
  name: 'Squiggle',
  gives: ['squiggle'],
  async prepare() {
    await install();
    const script = join(folder, 'run.mjs');
    writeFileSync(script, program);
    let seed = 1;
    return async () => {
      const printed = await runProgram(execPath, [script, model, String(samples), String(seed++)]);
      const { ms, value } = JSON.parse(printed);
      const golden = JSON.parse(readFileSync(new URL('./yardsticks/golden.json', import.meta.url), 'utf8')).figures;
      // The first figure is the mean payback; a hundredth is eight standard errors.
      const mean = Number(/-?[\d.]+/.exec(value)?.[0]);
      if (!(Math.abs(mean / golden['payback mean'].value - 1) < 0.01))
        throw new Error(`another model: payback ${mean}`);
      return { squiggle: ms };
    };
  },
};
