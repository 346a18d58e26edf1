export { createWasmKernel } from '$lib/simulation/kernel/wasmKernel';
export { createBlockComputer } from '$lib/simulation/runBlocks';
export { mergeParts } from '$lib/simulation/mergeParts';
export { dealBlocks } from '$lib/simulation/share';
export { caseRequest } from '$lib/simulation/bench/caseRequest';
export { drawnAnew, drawnBefore, summarise } from '$lib/simulation/bench/caseRuns';
export { toDistribution } from '$lib/uncertainty/toDistribution';
