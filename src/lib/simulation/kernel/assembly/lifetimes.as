import { lane, setLane } from './cashPath';
import { TRIALS } from './layout';

const REVENUE = 0;
const CUSTOMERS = 1;
const MARGIN = 2;
const KEEP = 3;
const HALF_GROWTH = 4;
const ACQUISITION_COST = 6;
const REVENUE_UPLIFT = 9;
const MARGIN_UPLIFT = 10;
const CHURN_REDUCTION = 11;
const ATTRIBUTION = 17;
const SUCCESS = 18;
const HALF_DISCOUNT = 19;
const CLV = 23;
const CLV_PROGRAMME = 24;
const LTV_TO_CAC = 25;
const LTV_TO_CAC_PROGRAMME = 26;

// @ts-ignore: decorator
@inline
function c(x: f64): v128 {
  return f64x2.splat(x);
}

/** Value of one existing customer, mid-period and without end; +∞ where it diverges. */
// @ts-ignore: decorator
@inline
function lifetimeValue(margin: v128, churn: v128, growth: v128, halfDiscount: v128): v128 {
  const divisor = f64x2.sub(f64x2.mul(halfDiscount, halfDiscount), f64x2.mul(f64x2.sub(c(1), churn), growth));
  const value = f64x2.div(f64x2.mul(margin, halfDiscount), divisor);
  return f64x2.add(v128.bitselect(value, c(Infinity), f64x2.gt(divisor, c(0))), c(0));
}

/** Lifetime values of one block and their ratio to the acquisition cost (model.md 4–5). */
export function lifetimes(addresses: usize): void {
  for (let trial = 0; trial < TRIALS; trial += 2) {
    const at = <usize>trial * 8;
    const margin = lane(addresses, MARGIN, at);
    const acquisitionCost = lane(addresses, ACQUISITION_COST, at);
    const full = f64x2.mul(lane(addresses, ATTRIBUTION, at), lane(addresses, SUCCESS, at));
    const churn = f64x2.sub(c(1), lane(addresses, KEEP, at));
    const halfGrowth = lane(addresses, HALF_GROWTH, at);
    const growth = f64x2.mul(halfGrowth, halfGrowth);
    const halfDiscount = lane(addresses, HALF_DISCOUNT, at);
    const perCustomer = f64x2.div(f64x2.div(lane(addresses, REVENUE, at), c(12)), lane(addresses, CUSTOMERS, at));
    const liftRevenue = f64x2.add(c(1), f64x2.mul(lane(addresses, REVENUE_UPLIFT, at), full));
    const lift = f64x2.mul(liftRevenue, f64x2.add(margin, f64x2.mul(lane(addresses, MARGIN_UPLIFT, at), full)));
    const churnWith = f64x2.mul(churn, f64x2.sub(c(1), f64x2.mul(lane(addresses, CHURN_REDUCTION, at), full)));

    const clv = lifetimeValue(f64x2.mul(perCustomer, margin), churn, growth, halfDiscount);
    const clvProgramme = lifetimeValue(f64x2.mul(perCustomer, lift), churnWith, growth, halfDiscount);
    const paid = f64x2.gt(acquisitionCost, c(0));
    setLane(addresses, CLV, at, clv);
    setLane(addresses, CLV_PROGRAMME, at, clvProgramme);
    const ratio = f64x2.div(clv, acquisitionCost);
    const ratioProgramme = f64x2.div(clvProgramme, acquisitionCost);
    setLane(addresses, LTV_TO_CAC, at, v128.bitselect(ratio, c(Infinity), paid));
    setLane(addresses, LTV_TO_CAC_PROGRAMME, at, v128.bitselect(ratioProgramme, c(Infinity), paid));
  }
}
