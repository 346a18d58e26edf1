import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTwinKernel } from '$lib/simulation/kernel/twinKernel';
import { createWasmKernel } from '$lib/simulation/kernel/wasmKernel';
import { simulate } from '$lib/simulation/simulate';
import { caseRequest } from '$lib/simulation/bench/caseRequest';
import { goldenScores } from '../../bench/golden';

const compiled = readFileSync(new URL('../../../src/lib/simulation/kernel/kernel.wasm', import.meta.url));

/** Golden figures: 2^25 trials of a C program that shares no code with ours. ARVIO_GOLDEN_TRIALS asks for more of ours. */
const trials = Number(process.env.ARVIO_GOLDEN_TRIALS ?? 131_072);

describe.each([
  ['kernel', () => createWasmKernel(compiled)!],
  ['twin', createTwinKernel],
])('the %s agrees with the golden figures', (_, kernel) => {
  it.each(['sfc32', 'sobol'] as const)(
    'in all 55 of them, with %s',
    (sampler) => {
      const scores = goldenScores(simulate(caseRequest({ sampler, trials, seed: 20 }), 1, kernel()));
      expect(Object.keys(scores)).toHaveLength(55);
      const [worst, score] = Object.entries(scores).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))[0]!;
      if (process.env.ARVIO_GOLDEN_TRIALS) console.log(`${sampler}, ${trials} trials: largest |z| ${score} (${worst})`);
      expect(Math.abs(score), worst).toBeLessThan(4.5);
    },
    600_000,
  );
});
