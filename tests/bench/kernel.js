import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * The kernel on one thread against the yardsticks, in interleaved rounds: `node tests/bench/kernel.js [rounds]`, or
 * `measureKernel()` for the table. Figures are milliseconds for 131 072 trials × 60 months with paths kept, medians of
 * the rounds; what cannot be measured here (no gcc, no numpy) is left out.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const yardsticks = join(root, 'tests/bench/yardsticks');
const trials = 131_072;

/** @param {string} folder @param {string} march */
function compile(folder, march) {
  const program = join(folder, `yardstick-${march}`);
  const flags = ['-O3', `-march=${march}`, '-ffp-contract=fast', '-fno-math-errno'];
  try {
    execFileSync('gcc', [...flags, join(yardsticks, 'yardstick.c'), '-o', program, '-lm'], { stdio: 'pipe' });
    return program;
  } catch {
    return null;
  }
}

/** @param {string} command @param {string[]} args @returns {Record<string, { kernel_paths_ms: number }>} */
function engines(command, args) {
  try {
    return JSON.parse(execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).engines;
  } catch {
    return {};
  }
}

/** The simulation's modules for Node, built as they are for the page. @param {string} folder */
export async function bundle(folder) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: { ssr: join(root, 'tests/bench/kernelTimes.ts'), outDir: folder, emptyOutDir: false, minify: false },
  });
  return import(pathToFileURL(join(folder, 'kernelTimes.js')).href);
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @param {number} [rounds] @returns {Promise<Record<string, number>>} */
export async function measureKernel(rounds = 7) {
  const folder = mkdtempSync(join(tmpdir(), 'arvio-bench-'));
  try {
    const { kernelTimes } = await bundle(folder);
    const bytes = readFileSync(join(root, 'src/lib/simulation/kernel/kernel.wasm'));
    const now = () => performance.now();
    const wasm = kernelTimes(now, bytes, trials);
    const twin = kernelTimes(now, null, trials);
    const native = compile(folder, 'native');
    const lanes128 = compile(folder, 'x86-64-v2');
    /** @type {Record<string, number[]>} */
    const times = {};
    /** @param {string} name @param {number | undefined} time */
    const note = (name, time) => time !== undefined && (times[name] ??= []).push(time);
    // Engines compile WebAssembly twice, quickly and then well: what is timed is the second.
    for (let i = 0; i < 12; i++) {
      wasm.fresh(i % 2 ? 'sobol' : 'sfc32', i + 1);
      wasm.cached();
      wasm.run(1 + (i % 2));
    }
    for (let round = -1; round < rounds; round++) {
      const seed = String(round + 2);
      // The machine may be busy for a while: every round measures all.
      const c = native ? engines(native, [String(trials), '1', seed]) : {};
      const c128 = lanes128 ? engines(lanes128, [String(trials), '1', seed]) : {};
      const numpy = engines('python3', [join(yardsticks, 'yardstick.py'), String(trials), '1', seed]);
      const fresh = wasm.fresh('sfc32', round + 100);
      const freshSobol = wasm.fresh('sobol', round + 100);
      if (round < 0) wasm.cached();
      const cached = wasm.cached();
      const runFresh = wasm.run(round + 100);
      const runCached = wasm.run(round + 100);
      const runCachedAllFans = wasm.run(round + 100, ['cumulative', 'revenue', 'customers']);
      const twinFresh = twin.fresh('sfc32', round + 100);
      if (round < 0) twin.cached();
      const twinCached = twin.cached();
      // The first round only warms up.
      if (round < 0) continue;
      Object.entries({
        ...{ fresh, freshSobol, cached, runFresh, runCached, runCachedAllFans, twinFresh, twinCached },
        scalar: c.scalar?.kernel_paths_ms,
        vectorNative: c.vector?.kernel_paths_ms,
        vector128: c128.vector?.kernel_paths_ms,
        numpy: numpy.numpy?.kernel_paths_ms,
      }).forEach(([name, time]) => note(name, time));
    }
    const waits = [...wasm.waits(900), ...wasm.waits(901)].sort((a, b) => a - b);
    const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
    return { ...medians, waitP95: waits[Math.floor(waits.length * 0.95)] ?? NaN };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const times = await measureKernel(Number(argv[2] ?? 7));
  for (const [name, time] of Object.entries(times)) console.log(name.padEnd(18), time.toFixed(2), 'ms');
  for (const mine of ['fresh', 'cached'])
    for (const other of ['numpy', 'scalar', 'vector128', 'vectorNative'])
      if (times[other] && times[mine])
        console.log(`${mine} against ${other}:`, (times[other] / times[mine]).toFixed(2));
  process.exitCode = 0;
}
