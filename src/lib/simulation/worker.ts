import { expose, transfer } from 'comlink';
import { createBlockRunner, type BlockRunner } from './blockRunner';
import { buffersOf } from './runBlocks';

const runner = createBlockRunner();

expose({
  ...runner,
  async run(ticket, request, share) {
    const part = await runner.run(ticket, request, share);
    return part && transfer(part, buffersOf(part) as ArrayBuffer[]);
  },
} satisfies BlockRunner);
