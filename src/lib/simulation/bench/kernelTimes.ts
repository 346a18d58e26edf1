import { createArena } from '$lib/simulation/arena';
import { createBlockDraws, seedOf } from '$lib/simulation/blockDraws';
import { createDrawCache } from '$lib/simulation/drawCache';
import type { Kernel } from '$lib/simulation/kernel/kernel';
import * as layout from '$lib/simulation/kernel/layout';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { createWasmKernel } from '$lib/simulation/kernel/wasmKernel';
import { sampledOutputs, type SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { dealBlocks } from '$lib/simulation/share';
import { caseRequest } from './caseRequest';

/** All that times one thread, in Node or on a page; the clock and the kernel's bytes are given. */
export interface KernelTimes {
  /** Draws, cash and all cumulative paths kept, in milliseconds; `seed` new each time, or nothing is drawn anew. */
  fresh(sampler: 'sobol' | 'sfc32', seed: number): number;
  /** The same with the draws of the call before; only a driver without a range has moved. */
  cached(): number;
  /** A whole run up to its sorted samples, fan and errors: from new draws, or from kept ones. */
  run(seed: number, fans?: SimulationRequest['fans']): number;
  /** Waits between two looks for newer work, in milliseconds, of one run from new draws. */
  waits(seed: number): number[];
}

/** @param bytes of kernel.wasm; without them the TypeScript twin is timed */
export function kernelTimes(now: () => number, bytes: BufferSource | null, trials = 131_072): KernelTimes {
  const kernel: Kernel = bytes ? createWasmKernel(bytes)! : createTwinKernel();
  const arena = createArena(kernel);
  const cache = createDrawCache(arena, 256 * 1024 * 1024);
  const planAt = arena.take(layout.plan.bytes);
  const drawsOf = createBlockDraws(kernel, arena, cache, planAt);
  const blocks = trials / layout.blockTrials;
  const horizon = caseRequest().drivers.horizonMonths;
  const pathBytes = (horizon + 1) * layout.blockTrials * 4;
  const paths = arena.take(blocks * pathBytes);
  const values = arena.take(sampledOutputs.length * trials * 8);
  const [share] = dealBlocks(0, trials, 1);
  let investment = 60_000;
  const computer = createBlockComputer(bytes ? createWasmKernel(bytes)! : createTwinKernel());

  /** One pass over all blocks, as a worker does it, without summaries. */
  function pass(request: SimulationRequest, lasting: boolean): number {
    const start = now();
    cache.release(seedOf(request));
    const draws = drawsOf(request, share!, lasting);
    const words = new Uint32Array(kernel.buffer(), planAt, layout.plan.outputs);
    words[layout.plan.months] = words[layout.plan.horizon] = horizon;
    words.fill(0, layout.plan.series, layout.plan.lanes).set([paths, pathBytes], layout.plan.series);
    sampledOutputs.forEach((_, output) =>
      words.set(
        [values + output * blocks * layout.laneBytes, layout.laneBytes],
        layout.plan.lanes + 2 * (layout.firstOutput + output),
      ),
    );
    for (let block = 0; block < blocks; block++) {
      draws.draw(block);
      kernel.blocks(planAt, block, 1, 0);
    }
    return now() - start;
  }

  /** The case with one point driver moved, so that no answer can be taken from before. */
  const moved = (options: Partial<SimulationRequest>): SimulationRequest => {
    const request = caseRequest({ trials, ...options });
    return { ...request, drivers: { ...request.drivers, annualRevenue: 18e6 + investment++ } };
  };

  return {
    fresh: (sampler, seed) => pass(moved({ sampler, seed }), false),
    cached: () => pass(moved({ seed: 1 }), true),
    run(seed, fans = ['cumulative']) {
      const start = now();
      const run = computer.run(moved({ seed, fans }), share!);
      while (!run.next().done);
      return now() - start;
    },
    waits(seed) {
      const run = computer.run(moved({ seed }), share!);
      const waits: number[] = [];
      for (;;) {
        const start = now();
        const { done } = run.next();
        waits.push(now() - start);
        if (done) return waits;
      }
    },
  };
}
