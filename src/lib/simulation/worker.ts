import { expose, transfer } from 'comlink';
import { createBlockRunner, type BlockRunner } from './blockRunner';
import { buffersOf } from './partialResult';
import { createShareRunner, type ShareRunner } from './shareRunner';
import { takeKernel } from './takeKernel';

const runner = createBlockRunner(takeKernel);

expose({
  ...runner,
  // With a kernel, and so a memory, of its own.
  ...createShareRunner(takeKernel),
  async run(ticket, request, share, spare) {
    const timed = await runner.run(ticket, request, share, spare);
    return timed && transfer(timed, buffersOf(timed.part) as ArrayBuffer[]);
  },
} satisfies BlockRunner & ShareRunner);
