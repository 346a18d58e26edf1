import type { SortedSample } from '$lib/simulation/result';

/** A sample of these values; +∞ is "never". In two parts, as two blocks would send it. */
export function sampleOf(values: readonly number[]): SortedSample {
  const half = Math.ceil(values.length / 2);
  const parts = [values.slice(0, half), values.slice(half)].map((part) => Float64Array.from(part).sort());
  const finite = values.filter(Number.isFinite);
  return {
    parts,
    trials: values.length,
    never: 1 - finite.length / values.length,
    mean: finite.length > 0 ? finite.reduce((sum, value) => sum + value, 0) / finite.length : null,
    deviation: null,
  };
}

/** `count` values spread evenly over (low, high). */
export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.5)) / count);
}
