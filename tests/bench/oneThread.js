import { median } from './statistics.js';

const runs = 5;

/** Our engine in Node, one thread, WASM. @type {import('./contestants.js').Contestant} */
export const oneThread = {
  name: 'one thread',
  gives: ['kernel.fresh', 'kernel.freshSobol', 'kernel.cached', 'thread.all', 'thread.all100k'],
  async prepare(bench) {
    const { createBenchEngine, kernelTimes, wasm } = await bench.engine();
    const kernel = kernelTimes(() => performance.now(), wasm);
    const engine = createBenchEngine(wasm);
    let seed = 100;
    /** @param {() => number} work */
    const timed = (work) => median(Array.from({ length: runs }, work));
    const turn = () => ({
      'kernel.fresh': timed(() => kernel.fresh('sfc32', seed++)),
      'kernel.freshSobol': timed(() => kernel.fresh('sobol', seed++)),
      'kernel.cached': timed(() => kernel.cached()),
      'thread.all': timed(() => engine.everything(131_072)),
      // The least multiple of a block that is no fewer than 100 000.
      'thread.all100k': timed(() => engine.everything(100_096)),
    });
    // The first one compiles, and draws what is to be cached.
    turn();
    return turn;
  },
};
