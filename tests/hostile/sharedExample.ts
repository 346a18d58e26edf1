import { toShared, type SharedNotebook } from '$lib/notebook/sharedNotebook';
import { investmentCase } from '$lib/templates/investmentCase';

/** What the mutators begin from. */
export function sharedExample(): SharedNotebook {
  return toShared(investmentCase('fi'), {
    seed: 20_040_218,
    trials: 131_072,
    sampler: 'sobol',
    values: [
      ['base.npv', 744_025.123],
      ['base.payback', 3.7],
    ],
  });
}
