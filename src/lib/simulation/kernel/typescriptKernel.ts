import { exp, expm1, log1p } from '$lib/uncertainty/elementary';
import { blockTrials, type BlockInputs, type BlockOutputs } from './kernel';

/** Autocorrelation of the monthly revenue shock (model.md 2). */
const shockMemory = 0.6;

/** Integral of the ramp up to `months` after the delay. */
function rampArea(months: number, rampMonths: number): number {
  if (months <= 0) return 0;
  return months < rampMonths ? (months * months) / (2 * rampMonths) : months - rampMonths / 2;
}

/** Value of one existing customer, mid-period and without end; +∞ where it diverges. */
function lifetimeValue(margin: number, churn: number, growth: number, halfMonth: number): number {
  const discount = halfMonth * halfMonth;
  const divisor = discount - (1 - churn) * growth;
  return divisor > 0 ? (margin * halfMonth) / divisor : Infinity;
}

/**
 * The projection and outputs of model.md 3–4 for a block of trials: the same equations as `scenario/project` and
 * `scenario/evaluateScenario`, with a monthly revenue shock shared by baseline and programme.
 * Only + − × ÷ √ and the elementary functions built from them: the same bits in every engine.
 */
export function typescriptKernel(inputs: BlockInputs, out: BlockOutputs): void {
  const { drivers, success, shocks, newCustomersFollow, horizonMonths: horizon } = inputs;
  const { outputs, paths } = out;
  const months = horizon > 12 ? horizon : 12;

  for (let i = 0; i < blockTrials; i++) {
    const customers = drivers.customers[i]!;
    const margin = drivers.grossMargin[i]!;
    const acquisitionCost = drivers.acquisitionCost[i]!;
    const investment = drivers.investment[i]!;
    const runningCost = drivers.runningCost[i]!;
    const revenueUplift = drivers.revenueUplift[i]!;
    const marginUplift = drivers.marginUplift[i]!;
    const churnReduction = drivers.churnReduction[i]!;
    const acquisitionUplift = drivers.acquisitionUplift[i]!;
    const ramp = drivers.rampMonths[i]!;
    const delay = drivers.delayMonths[i]!;
    const fade = drivers.fadePerYear[i]!;
    const volatility = drivers.monthlyVolatility[i]!;
    const fullEffect = drivers.attribution[i]! * success[i]!;

    const perCustomer = customers > 0 ? drivers.annualRevenue[i]! / 12 / customers : 0;
    const churn = -expm1(log1p(-drivers.annualChurn[i]!) / 12);
    const arriving = newCustomersFollow ? customers * churn : drivers.newCustomersPerYear[i]! / 12;
    const growth = exp(log1p(drivers.annualGrowth[i]!) / 12);
    const halfMonth = exp(log1p(drivers.discountRate[i]!) / 24);
    const fadeRate = fade >= 1 ? -Infinity : log1p(-fade) / 12;

    let staying = customers;
    let kept = customers;
    let price = perCustomer * exp(log1p(drivers.annualGrowth[i]!) / 24);
    let discount = 1 / halfMonth;
    const discountStep = discount * discount;
    let sum = -investment;
    let npv = -investment;
    let gain12 = 0;
    let payback = investment > 0 ? Infinity : 0;
    let area = rampArea(-delay, ramp);
    let shock = 0;
    let variance = 0;

    paths.cumulative[i] = sum;
    paths.revenue[i] = customers * perCustomer;
    paths.customers[i] = customers;
    for (let k = 1; k <= months; k++) {
      const nextArea = rampArea(k - delay, ramp);
      let effect = fullEffect * (nextArea - area);
      area = nextArea;
      const faded = k - 0.5 - delay - ramp;
      if (fade > 0 && faded > 0) effect *= exp(fadeRate * faded);

      let world = price;
      if (volatility > 0) {
        shock = shockMemory * shock + volatility * shocks[k - 1]![i]!;
        variance = shockMemory * shockMemory * variance + volatility * volatility;
        world = price * exp(shock - variance / 2);
      }
      const arrivingWith = arriving * (1 + acquisitionUplift * effect);
      staying = staying * (1 - churn) + arriving;
      kept = kept * (1 - churn * (1 - churnReduction * effect)) + arrivingWith;
      const revenue = staying * world;
      const revenueWith = kept * world * (1 + revenueUplift * effect);
      const gain =
        revenueWith * (margin + marginUplift * effect) -
        arrivingWith * acquisitionCost -
        (revenue * margin - arriving * acquisitionCost);
      const net = gain - runningCost;
      const before = sum;
      sum += net;
      if (payback === Infinity && sum >= 0) payback = k - 1 + before / (before - sum);
      if (k <= 12) gain12 += gain;
      if (k <= horizon) {
        npv += net * discount;
        const at = k * blockTrials + i;
        paths.cumulative[at] = sum;
        paths.revenue[at] = revenueWith;
        paths.customers[at] = kept;
      }
      price *= growth;
      discount *= discountStep;
    }

    const cost12 = investment + 12 * runningCost;
    const clv = lifetimeValue(perCustomer * margin, churn, growth, halfMonth);
    const clvProgramme = lifetimeValue(
      perCustomer * (1 + revenueUplift * fullEffect) * (margin + marginUplift * fullEffect),
      churn * (1 - churnReduction * fullEffect),
      growth,
      halfMonth,
    );
    outputs.payback[i] = payback;
    outputs.roi12[i] = cost12 > 0 ? (gain12 - cost12) / cost12 : Infinity;
    outputs.npv[i] = npv;
    outputs.clv[i] = clv;
    outputs.clvProgramme[i] = clvProgramme;
    outputs.ltvToCac[i] = acquisitionCost > 0 ? clv / acquisitionCost : Infinity;
    outputs.ltvToCacProgramme[i] = acquisitionCost > 0 ? clvProgramme / acquisitionCost : Infinity;
  }
}
