import { toMonthlyChurn } from '$lib/metrics/rates';
import type { Drivers } from './drivers';

/**
 * Month-by-month projection of one scenario (model.md 3), baseline and programme side by side.
 * Every array is indexed by month: 0 is the decision, k the interval (k−1, k]. Money per month, in the notebook's currency.
 */
export interface Projection {
  /** Months inside the horizon; the arrays may run on to month 12 so that 12-month figures exist for any horizon. */
  readonly horizonMonths: number;
  /** Monthly churn of the baseline. */
  readonly monthlyChurn: number;
  /** Share of the programme's full effect in force, mean over the month. */
  readonly effect: Float64Array;
  readonly baselineCustomers: Float64Array;
  readonly programmeCustomers: Float64Array;
  readonly baselineRevenue: Float64Array;
  readonly programmeRevenue: Float64Array;
  readonly baselineMargin: Float64Array;
  readonly programmeMargin: Float64Array;
  readonly gain: Float64Array;
  readonly net: Float64Array;
  /** −investment at month 0, then with every month's net added. */
  readonly cumulative: Float64Array;
}

/** Revenue of one customer in a month, €; 0 without customers. */
export function revenuePerCustomer({ annualRevenue, customers }: Drivers): number {
  return customers > 0 ? annualRevenue / 12 / customers : 0;
}

/** Integral of the ramp from 0 to `months` after the delay: how many months of full effect have been had. */
export function rampArea(months: number, rampMonths: number): number {
  if (months <= 0) return 0;
  return months < rampMonths ? (months * months) / (2 * rampMonths) : months - rampMonths / 2;
}

/** Share of the full effect in force in month `k`, mean over the month, before fading: 0 before the delay, then a line to 1. */
export function rampInMonth(k: number, delayMonths: number, rampMonths: number): number {
  return rampArea(k - delayMonths, rampMonths) - rampArea(k - 1 - delayMonths, rampMonths);
}

/**
 * Projects a scenario month by month without shocks.
 *
 * @param drivers the point values; `successProbability` scales the effect (its expectation).
 * @param months how far to run; at least 12, because ROI is always told over 12 months.
 * @example project(defaultDrivers).cumulative[4] // ≈ 7 040 €: the published case is above zero after month 4
 */
export function project(drivers: Drivers, months = Math.max(12, drivers.horizonMonths)): Projection {
  const { customers, annualGrowth, grossMargin, acquisitionCost, investment, runningCost } = drivers;
  const { revenueUplift, marginUplift, churnReduction, acquisitionUplift } = drivers;
  const { rampMonths, delayMonths, fadePerYear } = drivers;
  const perCustomer = revenuePerCustomer(drivers);
  const monthlyChurn = toMonthlyChurn(drivers.annualChurn);
  const newCustomers =
    drivers.newCustomersPerYear === null ? customers * monthlyChurn : drivers.newCustomersPerYear / 12;
  const fullEffect = drivers.attribution * drivers.successProbability;

  const series = () => new Float64Array(months + 1);
  const effect = series();
  const baselineCustomers = series();
  const programmeCustomers = series();
  const baselineRevenue = series();
  const programmeRevenue = series();
  const baselineMargin = series();
  const programmeMargin = series();
  const gain = series();
  const net = series();
  const cumulative = series();

  let staying = customers;
  let kept = customers;
  let sum = -investment;
  baselineCustomers[0] = programmeCustomers[0] = customers;
  cumulative[0] = sum;
  for (let k = 1; k <= months; k++) {
    const fadedYears = Math.max(0, k - 0.5 - delayMonths - rampMonths) / 12;
    const e = fullEffect * rampInMonth(k, delayMonths, rampMonths) * Math.pow(1 - fadePerYear, fadedYears);
    const newProgramme = newCustomers * (1 + acquisitionUplift * e);
    staying = staying * (1 - monthlyChurn) + newCustomers;
    kept = kept * (1 - monthlyChurn * (1 - churnReduction * e)) + newProgramme;
    const price = perCustomer * Math.pow(1 + annualGrowth, (k - 0.5) / 12);
    const revenue = staying * price;
    const revenueWith = kept * price * (1 + revenueUplift * e);
    const margin = revenue * grossMargin - newCustomers * acquisitionCost;
    const marginWith = revenueWith * (grossMargin + marginUplift * e) - newProgramme * acquisitionCost;
    const monthGain = marginWith - margin;
    const monthNet = monthGain - runningCost;
    sum += monthNet;

    effect[k] = e;
    baselineCustomers[k] = staying;
    programmeCustomers[k] = kept;
    baselineRevenue[k] = revenue;
    programmeRevenue[k] = revenueWith;
    baselineMargin[k] = margin;
    programmeMargin[k] = marginWith;
    gain[k] = monthGain;
    net[k] = monthNet;
    cumulative[k] = sum;
  }
  return {
    horizonMonths: drivers.horizonMonths,
    monthlyChurn,
    effect,
    baselineCustomers,
    programmeCustomers,
    baselineRevenue,
    programmeRevenue,
    baselineMargin,
    programmeMargin,
    gain,
    net,
    cumulative,
  };
}
