import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgainstGolden } from './yardsticks.js';
import { runProgram } from './runProgram.js';

/** 131 072 cannot see a forgotten variance correction (yardsticks/README.md). */
const trials = 2 ** 22;

/**
 * Whether kernel and twin give the golden figures. Measured once: another round would say the same.
 * @type {import('./contestants.js').Contestant}
 */
export const agreement = {
  name: 'agreement',
  gives: ['z.wasm', 'z.typescript'],
  async prepare(bench) {
    await runProgram('python3', ['--version']);
    const { createBenchEngine, wasm } = await bench.engine();
    /** @type {Record<string, number> | null} */
    let known = null;
    return async () => {
      if (known) return known;
      known = {};
      for (const name of /** @type {const} */ (['wasm', 'typescript'])) {
        const file = join(bench.folder, `${name}.json`);
        const engines = { [name]: createBenchEngine(wasm, name).report(trials, 7) };
        writeFileSync(file, JSON.stringify({ implementation: 'arvio', trials, months: 60, seed: 7, reps: 1, engines }));
        known[`z.${name}`] = await checkAgainstGolden(file, name);
      }
      return known;
    };
  },
};
