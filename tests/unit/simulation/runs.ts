import { readFileSync } from 'node:fs';
import type { Kernel } from '$lib/simulation/kernel/kernel';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { createWasmKernel } from '$lib/simulation/kernel/wasmKernel';
import { mergeParts } from '$lib/simulation/mergeParts';
import { summarisedOutputs, type SimulationRequest, type SimulationResult } from '$lib/simulation/result';
import type { BlockComputer } from '$lib/simulation/runBlocks';
import { dealBlocks } from '$lib/simulation/share';

export const compiled = readFileSync(new URL('../../../src/lib/simulation/kernel/kernel.wasm', import.meta.url));
export const wasm = (): Kernel => createWasmKernel(compiled)!;

/** Both kernels, for what must hold of either. */
export const kernels = [
  ['wasm', wasm],
  ['twin', createTwinKernel],
] as const;

/** Lets a share run to its end. */
export function finish<Part>(run: Generator<void, Part, void>): Part {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** A whole request by one computer, which may have run others before. */
export function runAll(computer: BlockComputer, request: SimulationRequest, split = 1): SimulationResult {
  const shares = dealBlocks(0, request.trials, split);
  return mergeParts(
    request,
    shares.map((share) => finish(computer.run(request, share))),
  );
}

/** All bytes of a result that do not depend on how its parts are cut, without the question itself. */
export function bytes({ request: _, outputs, ...rest }: SimulationResult) {
  return {
    ...rest,
    outputs: summarisedOutputs.map((output) => {
      const { parts, ...moments } = outputs[output];
      return { moments, all: Float64Array.from(parts.flatMap((part) => [...part])).sort() };
    }),
  };
}
