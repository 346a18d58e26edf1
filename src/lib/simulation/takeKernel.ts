import type { Kernel } from './kernel/kernel';
// As a file of its own: a data: address, which Vite makes of small ones, is refused by the page's policy.
import kernelUrl from './kernel/kernel.wasm?url&no-inline';
import { createTwinKernel } from './kernel/twinKernel';
import { loadWasmKernel } from './kernel/wasmKernel';

/** A kernel with a memory of its own, for a worker: the compiled one, or its twin where that cannot run. */
export async function takeKernel(): Promise<Kernel> {
  return (await loadWasmKernel(new URL(kernelUrl, import.meta.url))) ?? createTwinKernel();
}
