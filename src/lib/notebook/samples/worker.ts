import { takeKernel } from '$lib/simulation/takeKernel';
import { expose, transfer } from 'comlink';
import { createSampleRunner, type SampleRunner } from './sampleRunner';

const runner = createSampleRunner(takeKernel);

expose({
  ...runner,
  async summary(client, number, job) {
    const made = await runner.summary(client, number, job);
    return made?.tag === 'sample'
      ? transfer(made, made.sample.parts.map(({ buffer }) => buffer) as ArrayBuffer[])
      : made;
  },
} satisfies SampleRunner);
