import type { Formats } from '$lib/i18n/formats';
import type { SpanEnd } from '$lib/i18n/span';
import { toShown } from '$lib/i18n/unitFormats';
import type { ValueUnit } from '$lib/scenario/outputUnits';
import { remembered } from './remembered';

/** What the values of a distribution or a bar are. */
export type ValueKind = 'money' | 'percent' | 'points' | 'months' | 'multiple' | 'count';

export interface ValueFormat {
  /** In full: in a table. */
  readonly full: (value: number) => string;
  /** Short, true to the digit for round numbers: on an axis. */
  readonly tick: (value: number) => string;
  readonly span: (low: SpanEnd, high: SpanEnd) => string;
}

/** The fewest decimals, at most `most`, that write a round number truly. */
function decimalsOf(value: number, most = 3): number {
  for (let digits = 0; digits < most; digits++) {
    if (Math.abs(Number(value.toFixed(digits)) - value) <= 1e-6 * Math.abs(value)) return digits;
  }
  return most;
}

function moneyTick(formats: Formats, value: number): string {
  const size = Math.abs(value);
  const scale = [1e12, 1e9, 1e6].find((power) => size >= 0.9995 * power) ?? 1e3;
  return formats.moneyShort(value, decimalsOf(value / scale));
}

const unitOf = {
  money: 'money',
  percent: 'ratio',
  points: 'points',
  months: 'months',
  multiple: 'multiple',
  count: 'count',
} as const satisfies Record<ValueKind, ValueUnit>;

/** Every value with the same decimals; only a tick, which is a round number, has those it needs. */
function evenFormat(kind: ValueKind, formats: Formats, decimals: number): ValueFormat {
  const unit = unitOf[kind];
  /** Ticks and bins divide the values by as much as a hundred. */
  const most = Math.max(3, decimals + 2);
  return {
    full: (value) => formats.valueTo(unit, value, decimals),
    tick: (value) => {
      const digits = decimalsOf(toShown(unit, value), most);
      // Half a coin is written as one writes coins; a tick of percentage points has room for the sign only.
      if (kind === 'money') return formats.valueTo(unit, value, digits === 1 ? formats.coins : digits);
      return kind === 'points' ? formats.percent(value, digits) : formats.valueTo(unit, value, digits);
    },
    span: (low, high) => formats.valueSpanTo(unit, low, high, decimals),
  };
}

/** @param decimals of every value, where the usual ones of its kind would not tell the values apart. */
export const toValueFormat = remembered((kind: ValueKind, formats: Formats, decimals?: number): ValueFormat => {
  if (decimals !== undefined) return evenFormat(kind, formats, decimals);
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
