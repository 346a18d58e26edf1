/** Where a slider begins and ends, and how it steps. Plain arithmetic, so that the slider itself only listens and draws. */

export type Limits = readonly [min: number, max: number];

export interface StepRule {
  /** One press of an arrow key. */
  readonly step: number;
  /** What the equations need; nothing outside is reached. */
  readonly hard: Limits;
  /** Only whole numbers are meaningful. */
  readonly whole?: boolean;
}

const roundNumbers = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Twelve digits keep every figure a person types and drop the dust of binary fractions: 0.1 + 0.2 is 0.3. */
const dusted = (x: number) => Number(x.toPrecision(12));

/** The smallest round number that leaves a fifth of room above `x` (positive). */
function roundAbove(x: number): number {
  const room = x * 1.2;
  const power = 10 ** Math.floor(Math.log10(room));
  const digit = roundNumbers.find((round) => round * power >= room * (1 - 1e-9)) ?? 10;
  return dusted(digit * power);
}

const clamp = (x: number, [min, max]: Limits) => Math.min(max, Math.max(min, x));

/**
 * The limits, widened to the next round number so that every figure fits. They never shrink, and never pass the hard limits.
 * @example stretchLimits([0, 150_000], [200_000], [0, Infinity]) // [0, 250_000]
 */
export function stretchLimits(limits: Limits, figures: readonly number[], hard: Limits): Limits {
  const [min, max] = limits;
  const low = Math.min(min, ...figures);
  const high = Math.max(max, ...figures);
  const newMin = low < min ? clamp(low < 0 ? -roundAbove(-low) : 0, hard) : min;
  const newMax = high > max ? clamp(high > 0 ? roundAbove(high) : 0, hard) : max;
  return newMin === min && newMax === max ? limits : [newMin, newMax];
}

/**
 * The multiple of the step nearest to `x`, within the limits: what a dragged thumb stands on.
 * @example snapToStep(60_392.5, 500, [0, 150_000]) // 60_500
 */
export function snapToStep(x: number, step: number, limits: Limits): number {
  return clamp(dusted(Math.round(x / step) * step), limits);
}

/**
 * How far one key takes a slider: arrows a step, with Shift a tenth of it (a whole figure stays whole), Page keys ten.
 * The move is exact, so that there and back again ends on the figure that was typed. `null` when the key moves nothing.
 */
export function keyTarget(key: string, fine: boolean, from: number, limits: Limits, rule: StepRule): number | null {
  const tenth = rule.whole ? Math.max(1, Math.round(rule.step / 10)) : rule.step / 10;
  const arrow = fine ? tenth : rule.step;
  const moves: Record<string, number> = {
    ArrowRight: arrow,
    ArrowUp: arrow,
    ArrowLeft: -arrow,
    ArrowDown: -arrow,
    PageUp: 10 * rule.step,
    PageDown: -10 * rule.step,
  };
  if (key === 'Home') return limits[0];
  if (key === 'End') return limits[1];
  const move = moves[key];
  return move === undefined ? null : clamp(dusted(from + move), limits);
}
