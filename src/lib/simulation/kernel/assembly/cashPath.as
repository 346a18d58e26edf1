import { exp, log } from './elementary';
import { GROUP, TRIALS } from './layout';

// Places of the drivers in the list of addresses, as in kernel/layout.ts.
const REVENUE = 0;
const CUSTOMERS = 1;
const MARGIN = 2;
const KEEP = 3;
const HALF_GROWTH = 4;
const ARRIVING = 5;
const ACQUISITION_COST = 6;
const INVESTMENT = 7;
const RUNNING_COST = 8;
const REVENUE_UPLIFT = 9;
const MARGIN_UPLIFT = 10;
const CHURN_REDUCTION = 11;
const ACQUISITION_UPLIFT = 12;
const RAMP = 13;
const DELAY = 14;
const FADE = 15;
const FADE_STEP = 16;
const ATTRIBUTION = 17;
const SUCCESS = 18;
const HALF_DISCOUNT = 19;
const PAYBACK = 20;
const ROI12 = 21;
const NPV = 22;

/** 1 in both lanes: a load is cheaper than what engines make of a vector constant. */
const ONE = memory.data<f64>([1, 1], 16);

// @ts-ignore: decorator
@inline
function one(): v128 {
  return v128.load(ONE);
}

/** Two trials of a driver or an output. */
// @ts-ignore: decorator
@inline
export function lane(addresses: usize, place: i32, offset: usize): v128 {
  return v128.load(<usize>load<u32>(addresses + <usize>place * 4) + offset);
}

// @ts-ignore: decorator
@inline
export function setLane(addresses: usize, place: i32, offset: usize, value: v128): void {
  v128.store(<usize>load<u32>(addresses + <usize>place * 4) + offset, value);
}

// @ts-ignore: decorator
@inline
function c(x: f64): v128 {
  return f64x2.splat(x);
}

/** The later of the two trials' times. */
// @ts-ignore: decorator
@inline
function latest(x: v128): f64 {
  return max(f64x2.extract_lane(x, 0), f64x2.extract_lane(x, 1));
}

// @ts-ignore: decorator
@inline
function keepPath(at: usize, value: v128): void {
  if (at) v128.store64_lane(at, f32x4.demote_f64x2_zero(value), 0);
}

/**
 * Cash of one block, month by month (model.md 3–4): payback, ROI of 12 months, net present value and monthly series.
 * Effects still rising, or cash not yet paid back, need the long months; the rest are short ones with the same values.
 *
 * @param addresses of the drivers' lanes, then of the outputs' rows
 * @param world revenue factors of the block; 0 without shocks
 * @param months all months computed, at least 12
 * @param horizon months that count
 * @param flags 1: new customers follow those who leave, 2: effects fade
 * @param cumulative where to keep the series as floats, months 0 to horizon of a group of trials, group after group
 * @param revenue likewise; 0 for nowhere, as for customers
 */
export function cashPath(
  addresses: usize,
  world: usize,
  months: i32,
  horizon: i32,
  flags: i32,
  cumulative: usize,
  revenue: usize,
  customers: usize,
): void {
  const follows = (flags & 1) !== 0;
  const fades = (flags & 2) !== 0;
  const more = (revenue | customers) !== 0;
  const worldGroup = <usize>months * <usize>GROUP * 4;
  const pathGroup = <usize>(horizon + 1) * <usize>GROUP * 4;
  for (let trial = 0; trial < TRIALS; trial += 2) {
    const at = <usize>trial * 8;
    const within = <usize>(trial % GROUP);
    const group = <usize>(trial / GROUP);
    const customersNow = lane(addresses, CUSTOMERS, at);
    const margin = lane(addresses, MARGIN, at);
    const acquisitionCost = lane(addresses, ACQUISITION_COST, at);
    const investment = lane(addresses, INVESTMENT, at);
    const running = lane(addresses, RUNNING_COST, at);
    const revenueUplift = lane(addresses, REVENUE_UPLIFT, at);
    const marginUplift = lane(addresses, MARGIN_UPLIFT, at);
    const churnReduction = lane(addresses, CHURN_REDUCTION, at);
    const acquisitionUplift = lane(addresses, ACQUISITION_UPLIFT, at);
    const ramp = lane(addresses, RAMP, at);
    const delay = lane(addresses, DELAY, at);
    const full = f64x2.mul(lane(addresses, ATTRIBUTION, at), lane(addresses, SUCCESS, at));
    const churn = f64x2.sub(one(), lane(addresses, KEEP, at));
    const keep = f64x2.sub(one(), churn);
    const arriving = follows
      ? f64x2.mul(customersNow, churn)
      : f64x2.div(lane(addresses, ARRIVING, at), c(12));
    const halfGrowth = lane(addresses, HALF_GROWTH, at);
    const growth = f64x2.mul(halfGrowth, halfGrowth);
    const perCustomer = f64x2.div(f64x2.div(lane(addresses, REVENUE, at), c(12)), customersNow);
    const end = f64x2.add(delay, ramp);
    const perRamp = v128.and(f64x2.div(c(0.5), ramp), f64x2.gt(ramp, c(1e-100)));

    let price = f64x2.mul(perCustomer, halfGrowth);
    let discount = f64x2.div(one(), lane(addresses, HALF_DISCOUNT, at));
    const discountStep = f64x2.mul(discount, discount);
    let staying = customersNow;
    let kept = customersNow;
    let sum = f64x2.sub(c(0), investment);
    let npv = sum;
    let sum12 = sum;
    let open = f64x2.gt(investment, c(0));
    let payback = v128.and(open, c(Infinity));
    let ramped = c(0);

    let fadeFrom = c(0);
    let fadeFirst = one();
    let fadeStep = one();
    let fade = one();
    if (fades) {
      fadeFrom = f64x2.add(f64x2.floor(f64x2.add(end, c(0.5))), one());
      const lasting = f64x2.sub(one(), lane(addresses, FADE, at));
      const part = f64x2.sub(f64x2.sub(fadeFrom, c(0.5)), end);
      fadeFirst = v128.and(exp(f64x2.mul(log(lasting), f64x2.div(part, c(12)))), f64x2.gt(lasting, c(0)));
      fadeStep = lane(addresses, FADE_STEP, at);
    }

    let cumulativeAt = cumulative + group * pathGroup + within * 4;
    let revenueAt = revenue ? revenue + group * pathGroup + within * 4 : 0;
    let customersAt = customers ? customers + group * pathGroup + within * 4 : 0;
    v128.store64_lane(cumulativeAt, f32x4.demote_f64x2_zero(sum), 0);
    keepPath(revenueAt, f64x2.mul(customersNow, perCustomer));
    keepPath(customersAt, customersNow);

    let worldAt = world + group * worldGroup + within * 4;
    let k = 1;
    const steadyFrom = fades ? months + 1 : <i32>Math.min(latest(f64x2.ceil(end)) + 1, months + 1);
    for (; k < steadyFrom; k++) {
      const month = c(<f64>k);
      const risen = f64x2.pmin(f64x2.pmax(f64x2.sub(month, delay), c(0)), ramp);
      const whole = f64x2.pmin(f64x2.pmax(f64x2.sub(month, end), c(0)), one());
      const rising = f64x2.mul(f64x2.mul(f64x2.sub(risen, ramped), perRamp), f64x2.add(risen, ramped));
      ramped = risen;
      let effect = f64x2.mul(full, f64x2.add(whole, rising));
      if (fades) {
        fade = v128.bitselect(f64x2.mul(fade, fadeStep), fade, f64x2.gt(month, fadeFrom));
        fade = v128.bitselect(fadeFirst, fade, f64x2.eq(month, fadeFrom));
        effect = f64x2.mul(effect, fade);
      }
      const liftRevenue = f64x2.add(one(), f64x2.mul(revenueUplift, effect));
      const lift = f64x2.mul(liftRevenue, f64x2.add(margin, f64x2.mul(marginUplift, effect)));
      const keepWith = f64x2.sub(one(), f64x2.mul(churn, f64x2.sub(one(), f64x2.mul(churnReduction, effect))));
      const arrivingWith = f64x2.mul(arriving, f64x2.add(one(), f64x2.mul(acquisitionUplift, effect)));
      const drag = f64x2.add(f64x2.mul(f64x2.sub(arrivingWith, arriving), acquisitionCost), running);

      const earned = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      staying = f64x2.add(f64x2.mul(staying, keep), arriving);
      kept = f64x2.add(f64x2.mul(kept, keepWith), arrivingWith);
      const net = f64x2.sub(
        f64x2.mul(earned, f64x2.sub(f64x2.mul(kept, lift), f64x2.mul(staying, margin))),
        drag,
      );
      const before = sum;
      sum = f64x2.add(sum, net);
      const hit = v128.and(open, f64x2.ge(sum, c(0)));
      if (v128.any_true(hit)) {
        const crossing = f64x2.add(c(<f64>(k - 1)), f64x2.div(before, f64x2.sub(before, sum)));
        payback = v128.bitselect(crossing, payback, hit);
        open = v128.andnot(open, hit);
      }
      if (k <= horizon) {
        npv = f64x2.add(npv, f64x2.mul(net, discount));
        cumulativeAt = nextPath(cumulativeAt, sum);
        if (more) {
          if (revenueAt) revenueAt = nextPath(revenueAt, f64x2.mul(f64x2.mul(kept, earned), liftRevenue));
          if (customersAt) customersAt = nextPath(customersAt, kept);
        }
      }
      if (k === 12) sum12 = sum;
      price = f64x2.mul(price, growth);
      discount = f64x2.mul(discount, discountStep);
      worldAt += <usize>GROUP * 4;
    }

    const liftRevenue = f64x2.add(one(), f64x2.mul(revenueUplift, full));
    const lift = f64x2.mul(liftRevenue, f64x2.add(margin, f64x2.mul(marginUplift, full)));
    const keepWith = f64x2.sub(one(), f64x2.mul(churn, f64x2.sub(one(), f64x2.mul(churnReduction, full))));
    const arrivingWith = f64x2.mul(arriving, f64x2.add(one(), f64x2.mul(acquisitionUplift, full)));
    const drag = f64x2.add(f64x2.mul(f64x2.sub(arrivingWith, arriving), acquisitionCost), running);
    for (; k <= months; k++) {
      if (k > 12 && !v128.any_true(open)) break;
      const earned = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      staying = f64x2.add(f64x2.mul(staying, keep), arriving);
      kept = f64x2.add(f64x2.mul(kept, keepWith), arrivingWith);
      const net = f64x2.sub(
        f64x2.mul(earned, f64x2.sub(f64x2.mul(kept, lift), f64x2.mul(staying, margin))),
        drag,
      );
      const before = sum;
      sum = f64x2.add(sum, net);
      const hit = v128.and(open, f64x2.ge(sum, c(0)));
      if (v128.any_true(hit)) {
        const crossing = f64x2.add(c(<f64>(k - 1)), f64x2.div(before, f64x2.sub(before, sum)));
        payback = v128.bitselect(crossing, payback, hit);
        open = v128.andnot(open, hit);
      }
      if (k <= horizon) {
        npv = f64x2.add(npv, f64x2.mul(net, discount));
        cumulativeAt = nextPath(cumulativeAt, sum);
        if (more) {
          if (revenueAt) revenueAt = nextPath(revenueAt, f64x2.mul(f64x2.mul(kept, earned), liftRevenue));
          if (customersAt) customersAt = nextPath(customersAt, kept);
        }
      }
      if (k === 12) sum12 = sum;
      price = f64x2.mul(price, growth);
      discount = f64x2.mul(discount, discountStep);
      worldAt += <usize>GROUP * 4;
    }
    // Past month 12 and paid back: every month left lies within the horizon, as months is the larger of the two.
    for (; k <= months; k++) {
      const earned = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      staying = f64x2.add(f64x2.mul(staying, keep), arriving);
      kept = f64x2.add(f64x2.mul(kept, keepWith), arrivingWith);
      const net = f64x2.sub(
        f64x2.mul(earned, f64x2.sub(f64x2.mul(kept, lift), f64x2.mul(staying, margin))),
        drag,
      );
      sum = f64x2.add(sum, net);
      npv = f64x2.add(npv, f64x2.mul(net, discount));
      cumulativeAt = nextPath(cumulativeAt, sum);
      if (more) {
        if (revenueAt) revenueAt = nextPath(revenueAt, f64x2.mul(f64x2.mul(kept, earned), liftRevenue));
        if (customersAt) customersAt = nextPath(customersAt, kept);
      }
      price = f64x2.mul(price, growth);
      discount = f64x2.mul(discount, discountStep);
      worldAt += <usize>GROUP * 4;
    }

    const cost12 = f64x2.add(investment, f64x2.mul(c(12), running));
    const roi12 = v128.bitselect(f64x2.div(sum12, cost12), c(Infinity), f64x2.gt(cost12, c(0)));
    setLane(addresses, PAYBACK, at, payback);
    setLane(addresses, ROI12, at, f64x2.add(roi12, c(0)));
    setLane(addresses, NPV, at, f64x2.add(npv, c(0)));
  }
}

/** Keeps a series in its next month. */
// @ts-ignore: decorator
@inline
function nextPath(at: usize, value: v128): usize {
  const next = at + <usize>GROUP * 4;
  v128.store64_lane(next, f32x4.demote_f64x2_zero(value), 0);
  return next;
}
