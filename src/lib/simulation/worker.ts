import { expose, transfer } from 'comlink';
import { createBlockRunner, type BlockRunner } from './blockRunner';
// As a file of its own: a data: address, which Vite makes of small ones, is refused by the page's policy.
import kernelUrl from './kernel/kernel.wasm?url&no-inline';
import { createTwinKernel } from './kernel/twinKernel';
import { loadWasmKernel } from './kernel/wasmKernel';
import { buffersOf } from './runBlocks';
import { createShareRunner, type ShareRunner } from './shareRunner';

const takeKernel = async () => (await loadWasmKernel(new URL(kernelUrl, import.meta.url))) ?? createTwinKernel();
const runner = createBlockRunner(takeKernel);

expose({
  ...runner,
  // With a kernel, and so a memory, of its own.
  ...createShareRunner(takeKernel),
  async run(ticket, request, share) {
    const part = await runner.run(ticket, request, share);
    return part && transfer(part, buffersOf(part) as ArrayBuffer[]);
  },
} satisfies BlockRunner & ShareRunner);
