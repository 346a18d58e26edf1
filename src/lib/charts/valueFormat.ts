import type { Formats } from '$lib/i18n/formats';
import { remembered } from './remembered';

/** What the values of a distribution or a bar are. */
export type ValueKind = 'money' | 'percent' | 'points' | 'months' | 'multiple' | 'count';

export interface ValueFormat {
  /** In full: in a table. */
  readonly full: (value: number) => string;
  /** Short, true to the digit for round numbers: on an axis. */
  readonly tick: (value: number) => string;
  readonly span: (low: number, high: number) => string;
}

/** The fewest decimals, at most three, that write a round number truly. */
function decimalsOf(value: number): number {
  for (let digits = 0; digits < 3; digits++) {
    if (Math.abs(Number(value.toFixed(digits)) - value) <= 1e-6 * Math.abs(value)) return digits;
  }
  return 3;
}

function moneyTick(formats: Formats, value: number): string {
  const size = Math.abs(value);
  const scale = [1e12, 1e9, 1e6].find((power) => size >= 0.9995 * power) ?? 1e3;
  return formats.moneyShort(value, decimalsOf(value / scale));
}

export const toValueFormat = remembered((kind: ValueKind, formats: Formats): ValueFormat => {
  switch (kind) {
    case 'money':
      return { full: formats.money, tick: (value) => moneyTick(formats, value), span: formats.moneySpan };
    case 'percent':
      return {
        full: (value) => formats.percent(value, 1),
        tick: (value) => formats.percent(value, decimalsOf(100 * value)),
        span: formats.percentSpan,
      };
    case 'points':
      return {
        full: (value) => formats.points(value),
        tick: (value) => formats.percent(value, decimalsOf(100 * value)),
        span: formats.pointsSpan,
      };
    case 'months':
      return {
        full: (value) => formats.months(value),
        tick: (value) => formats.months(value, decimalsOf(value)),
        span: formats.monthsSpan,
      };
    case 'multiple':
      return {
        full: (value) => formats.ratio(value, 2),
        tick: (value) => formats.ratio(value, decimalsOf(value)),
        span: (low, high) => formats.numberSpan(low, high, 1),
      };
    case 'count':
      return {
        full: formats.count,
        tick: (value) => formats.number(value, decimalsOf(value)),
        span: formats.numberSpan,
      };
  }
});
