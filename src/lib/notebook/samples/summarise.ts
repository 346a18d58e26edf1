import type { Lifted } from '../expression/evaluateExpression';
import { meanOf, sortedDefined } from '../expression/reduce';
import type { SampleSummary } from './sampleJob';

/** What is shown of a computed value: its trials in order of size, with their moments. */
export function summarise(value: Lifted): SampleSummary {
  if (typeof value === 'number') return { tag: 'number', value: Number.isFinite(value) ? value : null };
  const sorted = sortedDefined(value);
  const trials = sorted.length;
  if (trials === 0) return { tag: 'number', value: null };
  let finite = trials;
  while (finite > 0 && sorted[finite - 1] === Infinity) finite--;
  const mean = finite > 0 ? meanOf(sorted) : null;
  let squares = 0;
  for (let i = 0; i < finite; i++) squares += (sorted[i]! - mean!) ** 2;
  return {
    tag: 'sample',
    sample: {
      parts: [sorted],
      trials,
      never: (trials - finite) / trials,
      mean,
      deviation: finite > 1 ? Math.sqrt(squares / (finite - 1)) : null,
    },
    undefinedShare: (value.length - trials) / value.length,
  };
}
