import type { ValueUnit } from '$lib/scenario/outputUnits';
import type { Expression } from './expression';
import { isFunctionName } from './functions';

/** A sum or comparison of things that have no common measure; worded in `cells/formula`. Units are checked lightly: it still computes. */
export type UnitWarning =
  | { readonly tag: 'mixed'; readonly left: ValueUnit; readonly right: ValueUnit; readonly part: Expression }
  /** Something per year times or by months: twelve times too much. */
  | { readonly tag: 'yearsAndMonths'; readonly part: Expression };

export interface UnitCheck {
  readonly unit: ValueUnit;
  readonly warnings: readonly UnitWarning[];
}

/** `null` is a bare number, which takes the unit of what it stands with: `npv + 1000`, `1 - churn`. */
type Known = ValueUnit | null;

/**
 * What the value of an expression is, as far as its parts tell: sums keep their unit, money per month times months is money,
 * money by money a multiple; what has no name of its own is a plain multiple.
 *
 * @param unitOfName the unit of a path; `null` when it is not known.
 * @example unitOf(expression, unitOfName) // 12 * price: { unit: 'money', warnings: [] }
 */
export function unitOf(expression: Expression, unitOfName: (path: string) => ValueUnit | null): UnitCheck {
  const warnings: UnitWarning[] = [];

  const common = (left: Known, right: Known, part: Expression): Known => {
    if (left === null || right === null) return left ?? right;
    if (left === right) return left;
    if (isShare(left) && isShare(right)) return 'ratio';
    warnings.push({ tag: 'mixed', left, right, part });
    return left;
  };

  const product = (left: Known, right: Known, sign: 1 | -1, part: Expression): Known => {
    if (left === null && right === null) return null;
    if (left !== null && (right === null || (isShare(right) && (sign === 1 || !isShare(left))))) return left;
    if (right !== null && sign === 1 && (left === null || isShare(left))) return right;
    const [a, b] = [dimensionsOf[left ?? 'multiple'], dimensionsOf[right ?? 'multiple']];
    const power = (key: keyof Dimensions) => a[key] + sign * b[key];
    const dimensions = { money: power('money'), count: power('count'), months: power('months'), years: power('years') };
    if (dimensions.months !== 0 && dimensions.years !== 0) warnings.push({ tag: 'yearsAndMonths', part });
    return named(dimensions);
  };

  const measure = (part: Expression): Known => {
    switch (part.tag) {
      case 'number':
        return null;
      case 'name':
        return unitOfName(part.path);
      case 'negate':
        return measure(part.of);
      case 'percent':
        measure(part.of);
        return 'ratio';
      case 'binary': {
        const { operator, left, right } = part;
        const [a, b] = [measure(left), measure(right)];
        switch (operator) {
          case '+':
          case '-':
            return common(a, b, part);
          case '*':
            return twelve(right, a, 1) ?? twelve(left, b, 1) ?? product(a, b, 1, part);
          case '/':
            return twelve(right, a, -1) ?? product(a, b, -1, part);
          case '^':
            // A power of anything with a measure has none that is named; (1 − churn)^12 is still a share.
            return a === null || isShare(a) ? a : 'multiple';
          default:
            common(a, b, part);
            return 'multiple';
        }
      }
      case 'call':
        return ofCall(part.name, part.args, part);
    }
  };

  const ofCall = (name: string, args: readonly Expression[], part: Expression): Known => {
    const units = args.map(measure);
    const ofAll = (all: readonly Known[]) => all.reduce((unit, other) => common(unit, other, part), null);
    if (!isFunctionName(name)) return null;
    switch (name) {
      case 'min':
      case 'max':
      case 'sum':
        return ofAll(units);
      case 'if':
      case 'npv':
        return ofAll(units.slice(1));
      case 'irr':
        ofAll(units);
        return 'ratio';
      case 'probability':
        return 'ratio';
      case 'payback':
        if (units[1] === 'moneyPerYear') warnings.push({ tag: 'yearsAndMonths', part });
        return 'months';
      case 'sqrt':
      case 'exp':
      case 'ln':
        return units[0] === null ? null : 'multiple';
      case 'round':
      case 'abs':
      case 'mean':
      case 'median':
      case 'percentile':
      case 'clv':
        return units[0]!;
    }
  };

  const unit = measure(expression) ?? 'multiple';
  return { unit, warnings };
}

interface Dimensions {
  readonly money: number;
  readonly count: number;
  readonly months: number;
  readonly years: number;
}

const none: Dimensions = { money: 0, count: 0, months: 0, years: 0 };

const dimensionsOf: Readonly<Record<ValueUnit, Dimensions>> = {
  money: { ...none, money: 1 },
  moneyPerYear: { ...none, money: 1, years: -1 },
  moneyPerMonth: { ...none, money: 1, months: -1 },
  count: { ...none, count: 1 },
  countPerYear: { ...none, count: 1, years: -1 },
  months: { ...none, months: 1 },
  ratio: none,
  points: none,
  multiple: none,
};

/** Money per customer is money too: customers count only where there is no money. */
function named({ money, count, months, years }: Dimensions): ValueUnit {
  const has = (unit: ValueUnit) => {
    const other = dimensionsOf[unit];
    return (
      other.money === money &&
      (money === 1 || other.count === count) &&
      other.months === months &&
      other.years === years
    );
  };
  const units = ['money', 'moneyPerMonth', 'moneyPerYear', 'months', 'count', 'countPerYear'] as const;
  return units.find(has) ?? 'multiple';
}

/** A year has twelve months: revenue ÷ 12 is per month, a monthly cost × 12 per year, and months ÷ 12 are years. */
function twelve(factor: Expression, unit: Known, sign: 1 | -1): ValueUnit | null {
  if (factor.tag !== 'number' || factor.value !== 12) return null;
  if (sign === -1 && unit === 'moneyPerYear') return 'moneyPerMonth';
  if (sign === -1 && unit === 'months') return 'multiple';
  return sign === 1 && unit === 'moneyPerMonth' ? 'moneyPerYear' : null;
}

function isShare(unit: ValueUnit): boolean {
  return unit === 'ratio' || unit === 'points' || unit === 'multiple';
}
