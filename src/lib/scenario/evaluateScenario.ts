import { cacPayback, ltvToCac } from '$lib/metrics/cac';
import { clv } from '$lib/metrics/clv';
import { toMonthlyChurn, toMonthlyRate } from '$lib/metrics/rates';
import { roi } from '$lib/metrics/roi';
import { crossing } from './crossing';
import type { Drivers } from './drivers';
import { project, revenuePerCustomer, type Projection } from './project';
import { scenarioIrr } from './scenarioIrr';

/**
 * What a scenario answers (model.md 4). `null` is "never" or "not defined" and has its words on screen.
 * Money in the notebook's currency, ratios as ratios (3.69 = 369 %), times in months.
 */
export interface ScenarioOutputs {
  /** Net return on all cost of 12 months; gross would be one more and is never called ROI. `null` when nothing is spent. */
  readonly roi12: number | null;
  readonly roiHorizon: number | null;
  readonly netGain12: number;
  readonly netGain: number;
  readonly payback: number | null;
  readonly discountedPayback: number | null;
  readonly npv: number;
  readonly profitabilityIndex: number | null;
  readonly scenarioIrr: number | null;
  /** Of one existing customer, today; `null` where it diverges. */
  readonly clv: number | null;
  readonly clvProgramme: number | null;
  readonly clvHorizon: number;
  readonly clvHorizonProgramme: number;
  readonly customerEquity: number | null;
  readonly ltvToCac: number | null;
  readonly ltvToCacProgramme: number | null;
  readonly cacPayback: number | null;
  readonly lifetimeMonths: number | null;
  readonly netRevenueRetention: number;
  readonly revenueAtHorizon: number;
  readonly customersAtHorizon: number;
}

export type OutputKey = keyof ScenarioOutputs;

/** A month's margin, retention, discount and growth of one existing customer: what its lifetime value is computed from. */
export interface CustomerFlow {
  readonly margin: number;
  readonly retention: number;
  readonly discountRate: number;
  readonly growth: number;
  readonly timing: 'midPeriod';
}

/**
 * The monthly flow of one existing customer.
 *
 * @param effect share of the programme's full effect: 0 today, `attribution · success` with the programme (ramp and fade left out).
 */
export function customerFlow(drivers: Drivers, effect: number): CustomerFlow {
  const revenue = revenuePerCustomer(drivers) * (1 + drivers.revenueUplift * effect);
  const churn = toMonthlyChurn(drivers.annualChurn) * (1 - drivers.churnReduction * effect);
  return {
    margin: revenue * (drivers.grossMargin + drivers.marginUplift * effect),
    retention: 1 - churn,
    discountRate: toMonthlyRate(drivers.discountRate),
    growth: toMonthlyRate(drivers.annualGrowth),
    timing: 'midPeriod',
  };
}

/** Discount factor of the middle of month k. */
export function midMonthFactor(discountRate: number, k: number): number {
  return Math.pow(1 + discountRate, -(k - 0.5) / 12);
}

/** `null` where a divisor next to nothing takes a ratio past what a number can hold: there is no such ratio. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function sumTo(series: Float64Array, months: number): number {
  let sum = 0;
  for (let k = 1; k <= months; k++) sum += series[k] ?? 0;
  return sum;
}

/**
 * The outputs of a scenario at its drivers' values.
 *
 * @param projection the same drivers projected, where the caller has it already.
 * @example evaluateScenario(defaultDrivers).netGain12 // 222 824 €, the published example
 */
export function evaluateScenario(drivers: Drivers, projection: Projection = project(drivers)): ScenarioOutputs {
  const { investment, runningCost, discountRate, horizonMonths: horizon, customers, acquisitionCost } = drivers;
  const { gain, net, cumulative } = projection;

  const discounted = new Float64Array(horizon + 1);
  let npv = -investment;
  discounted[0] = npv;
  for (let k = 1; k <= horizon; k++) {
    npv += (net[k] ?? 0) * midMonthFactor(discountRate, k);
    discounted[k] = npv;
  }
  const gain12 = sumTo(gain, 12);
  const cost12 = investment + 12 * runningCost;
  const gainHorizon = sumTo(gain, horizon);
  const costHorizon = investment + horizon * runningCost;

  const today = customerFlow(drivers, 0);
  const withProgramme = customerFlow(drivers, drivers.attribution * drivers.successProbability);
  const clvToday = clv(today);
  const clvProgramme = clv(withProgramme);

  return {
    roi12: finite(roi(gain12, cost12)),
    roiHorizon: finite(roi(gainHorizon, costHorizon)),
    netGain12: gain12 - cost12,
    netGain: gainHorizon - costHorizon,
    payback: crossing(cumulative, horizon),
    discountedPayback: crossing(discounted, horizon),
    npv,
    profitabilityIndex: investment > 0 ? finite(1 + npv / investment) : null,
    scenarioIrr: scenarioIrr(investment, net, horizon),
    clv: clvToday,
    clvProgramme,
    clvHorizon: clv({ ...today, periods: horizon }) ?? 0,
    clvHorizonProgramme: clv({ ...withProgramme, periods: horizon }) ?? 0,
    customerEquity: clvToday === null ? null : customers * clvToday,
    ltvToCac: finite(ltvToCac(clvToday, acquisitionCost)),
    ltvToCacProgramme: finite(ltvToCac(clvProgramme, acquisitionCost)),
    cacPayback: finite(cacPayback(acquisitionCost, revenuePerCustomer(drivers), drivers.grossMargin)),
    lifetimeMonths: projection.monthlyChurn > 0 ? finite(1 / projection.monthlyChurn) : null,
    netRevenueRetention: (1 - drivers.annualChurn) * (1 + drivers.annualGrowth),
    revenueAtHorizon: 12 * (projection.programmeRevenue[horizon] ?? 0),
    customersAtHorizon: projection.programmeCustomers[horizon] ?? 0,
  };
}
