import { arch } from 'node:process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './runProgram.js';

const sources = fileURLToPath(new URL('./yardsticks/', import.meta.url));
/** Turns are the medians of so many runs in a row. */
const repetitions = '3';
const trials = '131072';

/** @typedef {{ kernel_paths_ms: number, summary_ms: number, fan_ms: number }} Times */

/** @param {string} printed @returns {Record<string, Times>} */
const enginesIn = (printed) => JSON.parse(printed).engines;

/**
 * The C yardsticks, compiled for a processor.
 * @param {'native' | 'x86-64-v2'} machine @param {readonly ('scalar' | 'vector')[]} engines
 * @returns {import('./contestants.js').Contestant}
 */
export function compiled(machine, engines) {
  return {
    name: `C for ${machine}`,
    gives: engines.map((engine) => `c.${machine}.${engine}`),
    async prepare({ folder }) {
      if (machine !== 'native' && arch !== 'x64') throw new Error(`another processor: ${arch}`);
      const program = join(folder, `yardstick-${machine}`);
      const flags = ['-O3', `-march=${machine}`, '-ffp-contract=fast', '-fno-math-errno'];
      await runProgram('gcc', [...flags, join(sources, 'yardstick.c'), '-o', program, '-lm']);
      let seed = 1;
      return async () => {
        const only = engines.length === 1 ? ['--engine', ...engines] : [];
        const times = enginesIn(await runProgram(program, [...only, trials, repetitions, String(seed++)]));
        return Object.fromEntries(engines.map((name) => [`c.${machine}.${name}`, times[name]?.kernel_paths_ms ?? NaN]));
      };
    },
  };
}

/** @type {import('./contestants.js').Contestant} */
export const numpy = {
  name: 'numpy',
  gives: ['numpy.paths', 'numpy.all'],
  async prepare() {
    await runProgram('python3', ['-c', 'import numpy, scipy']);
    let seed = 1;
    return async () => {
      const printed = await runProgram('python3', [join(sources, 'yardstick.py'), trials, repetitions, String(seed++)]);
      const { numpy: times } = enginesIn(printed);
      if (!times) throw new Error('numpy told no times');
      const { kernel_paths_ms: paths, summary_ms: summary, fan_ms: fan } = times;
      return { 'numpy.paths': paths, 'numpy.all': paths + summary + fan };
    };
  },
};

/** Compares a report in their layout with golden.json. @param {string} file @param {string} engine */
export async function checkAgainstGolden(file, engine) {
  const printed = await runProgram('python3', [join(sources, 'check.py'), file, engine]).catch((error) => {
    // It ends with code 1 when something is off, and says what in its last line.
    throw new Error(`off: ${error.message}`, { cause: error });
  });
  return Number(/largest \|z\| ([\d.]+)/.exec(printed)?.[1]);
}
