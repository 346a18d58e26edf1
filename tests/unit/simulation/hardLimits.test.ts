import { expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { summarisedOutputs } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { quantile } from '$lib/simulation/sortedSample';

test.each([
  { shape: 'uniform', ends: 'minmax', low: 0.8, high: 1.2 },
  { shape: 'lognormal', ends: 'p5p95', low: 0.3, high: 0.9 },
  { shape: 'triangular', ends: 'minmax', low: 0.5, mode: 1, high: 1.5 },
  { shape: 'pert', ends: 'minmax', low: 0.5, mode: 1, high: 1.5 },
] as const)('a churn range ($shape) that would pass 100 %% is cut there: every trial has a number', (range) => {
  const { outputs } = simulate({ drivers: defaultDrivers, ranges: { annualChurn: range }, seed: 1, trials: 4096 });
  for (const output of summarisedOutputs) {
    for (const part of outputs[output].parts) expect(part.some(Number.isNaN), output).toBe(false);
    expect(quantile(outputs[output], 0.5), output).not.toBeNaN();
  }
});
