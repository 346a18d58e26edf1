import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { createWasmKernel } from '$lib/simulation/kernel/wasmKernel';
import { mergeParts } from '$lib/simulation/mergeParts';
import type { SimulationRequest, SimulationResult } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { dealBlocks } from '$lib/simulation/share';
import { quantile } from '$lib/simulation/sortedSample';
import { caseRequest } from '$lib/simulation/bench/caseRequest';
import { drawnAnew, summarise } from '$lib/simulation/bench/caseRuns';

export { kernelTimes } from '$lib/simulation/bench/kernelTimes';

/** Whole runs on one thread in Node; bundled by engineBundle.js. */
export function createBenchEngine(wasm: BufferSource, name: 'wasm' | 'typescript' = 'wasm') {
  const kernel = name === 'wasm' ? createWasmKernel(wasm) : createTwinKernel();
  if (!kernel) throw new Error('no WebAssembly SIMD here');
  const computer = createBlockComputer(kernel);
  let runs = 0;

  function simulate(request: SimulationRequest): SimulationResult {
    const parts = dealBlocks(0, request.trials, 1).map((share) => {
      const run = computer.run(request, share);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    });
    return mergeParts(request, parts);
  }

  return {
    /** Milliseconds of everything, drawn anew, to summaries and fan. */
    everything(trials: number) {
      const request = { ...drawnAnew(runs++), trials };
      const start = performance.now();
      summarise(simulate(request));
      return performance.now() - start;
    },

    /** Median net present value of a run of its own. */
    medianNpv: (run: number) => quantile(simulate(drawnAnew(run)).outputs.npv, 0.5)!,

    /** One run in the layout of the yardsticks, for check.py. Plain pseudo-random: better points only look better. */
    report(trials: number, seed: number) {
      const result = simulate(caseRequest({ trials, seed }));
      const outputs = summarise(result).map(({ output, mean, deviation, quantiles }) => [
        output,
        { mean, sd: deviation, quantiles },
      ]);
      const { p5, p25, p50, p75, p95 } = result.fan.cumulative;
      const fan = [12, 24, 36, 48, 60].map((month) => [month, [p5, p25, p50, p75, p95].map((line) => line[month])]);
      return {
        payback_never: result.outputs.payback.never,
        payback_within_12: result.paybackWithin12,
        outputs: Object.fromEntries(outputs) as Record<string, unknown>,
        fan: Object.fromEntries(fan) as Record<string, number[]>,
      };
    },
  };
}
