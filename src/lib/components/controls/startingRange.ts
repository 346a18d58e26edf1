import type { Range } from '$lib/uncertainty/range';
import { suggestRange } from '$lib/uncertainty/suggestRange';
import type { StepRule } from './sliderScale';

const share = 0.2;

/**
 * A range to begin editing from when a figure is a point: a fifth to either side, or ten steps where the figure is zero,
 * inside what the equations allow. Nobody has estimated it yet, and the editor says so.
 */
export function startingRange(value: number, { step, hard }: StepRule): Range {
  const reach = Math.abs(value) * share || 10 * step;
  const tidy = (x: number) => Number(x.toPrecision(3));
  const low = Math.max(hard[0], tidy(value - reach));
  const high = Math.min(hard[1], tidy(value + reach));
  return suggestRange(low, high, hard);
}
