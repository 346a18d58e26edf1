import type { Range } from '$lib/uncertainty/range';
import { suggestRange } from '$lib/uncertainty/suggestRange';
import type { StepRule } from './sliderScale';

/**
 * A range to begin editing from when a figure is a point: a fifth less to a quarter more, which leaves the figure the
 * median of a lognormal, and a fifth to either side for other shapes; ten steps where the figure is zero. Inside what the
 * equations allow. Nobody has estimated it yet, and the editor says so.
 */
export function startingRange(value: number, { step, hard }: StepRule): Range {
  const reach = Math.abs(value) / 5 || 10 * step;
  const tidy = (x: number) => Math.min(hard[1], Math.max(hard[0], Number(x.toPrecision(3))));
  const low = tidy(value - reach);
  const range = suggestRange(low, tidy(value + reach), hard);
  return range.shape === 'lognormal' ? { ...range, high: tidy(value * 1.25) } : range;
}
