import { readFileSync } from 'node:fs';
import { deviation } from './statistics.js';

const golden = new URL('./yardsticks/golden.json', import.meta.url);
const seedsPerTurn = 8;
const trials = 131_072;

/**
 * How far the median net present value moves from seed to seed, ours (scrambled Sobol' points); and how far plain sampling
 * moves it with as many trials, which the golden file knows from 2²⁵ of them.
 * @type {import('./contestants.js').Contestant}
 */
export const accuracy = {
  name: 'accuracy',
  gives: ['error.ours', 'error.plain'],
  async prepare(bench) {
    const { createBenchEngine, wasm } = await bench.engine();
    const engine = createBenchEngine(wasm);
    const { spread } = JSON.parse(readFileSync(golden, 'utf8')).figures['npv P50'];
    /** @type {number[]} Of all turns so far: a deviation of eight is known to a quarter only. */
    const medians = [];
    return () => {
      for (let i = 0; i < seedsPerTurn; i++) medians.push(engine.medianNpv(medians.length));
      return { 'error.ours': deviation(medians), 'error.plain': spread / Math.sqrt(trials) };
    };
  },
};
