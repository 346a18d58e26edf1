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

const PER_RAMP = memory.data(16, 16);
/** Two trials' cash to date after each month, for what is asked of single months. */
const SUMS = memory.data(121 * 16, 16);

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
 * Effects still rising, cash not yet paid back, or series asked for besides need the long months; the rest are short ones with the
 * same values.
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
    // Kept in memory: engines would else divide anew in every month.
    v128.store(PER_RAMP, v128.and(f64x2.div(c(0.5), ramp), f64x2.gt(ramp, c(1e-100))));
    // What an effect of 1 adds to each.
    const liftSlope = f64x2.add(f64x2.mul(revenueUplift, margin), marginUplift);
    const liftBend = f64x2.mul(revenueUplift, marginUplift);
    const keepMore = f64x2.mul(churn, churnReduction);
    const arrivingMore = f64x2.mul(arriving, acquisitionUplift);
    const dragMore = f64x2.mul(arrivingMore, acquisitionCost);

    let price = f64x2.mul(perCustomer, halfGrowth);
    const halfDiscount = lane(addresses, HALF_DISCOUNT, at);
    const interest = f64x2.mul(halfDiscount, halfDiscount);
    let staying = customersNow;
    let kept = customersNow;
    let sum = f64x2.sub(c(0), investment);
    let worth = c(0);
    let open = f64x2.gt(investment, c(0));
    let openMonths = i64x2.splat(0);
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
    let sumsAt = SUMS;
    let k = 1;
    const steadyFrom = fades ? months + 1 : <i32>Math.min(latest(f64x2.ceil(end)) + 1, months + 1);
    for (; k < steadyFrom; k++) {
      const month = c(<f64>k);
      const risen = f64x2.pmin(f64x2.pmax(f64x2.sub(month, delay), c(0)), ramp);
      const whole = f64x2.pmin(f64x2.pmax(f64x2.sub(month, end), c(0)), one());
      const rising = f64x2.mul(f64x2.mul(f64x2.sub(risen, ramped), v128.load(PER_RAMP)), f64x2.add(risen, ramped));
      ramped = risen;
      let effect = f64x2.mul(full, f64x2.add(whole, rising));
      if (fades) {
        fade = v128.bitselect(f64x2.mul(fade, fadeStep), fade, f64x2.gt(month, fadeFrom));
        fade = v128.bitselect(fadeFirst, fade, f64x2.eq(month, fadeFrom));
        effect = f64x2.mul(effect, fade);
      }
      const lift = f64x2.add(margin, f64x2.mul(effect, f64x2.add(liftSlope, f64x2.mul(liftBend, effect))));
      const keepWith = f64x2.add(keep, f64x2.mul(keepMore, effect));
      const arrivingWith = f64x2.add(arriving, f64x2.mul(arrivingMore, effect));
      const drag = f64x2.add(running, f64x2.mul(dragMore, effect));

      const earned = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      staying = f64x2.add(f64x2.mul(staying, keep), arriving);
      kept = f64x2.add(f64x2.mul(kept, keepWith), arrivingWith);
      const net = f64x2.sub(
        f64x2.mul(earned, f64x2.sub(f64x2.mul(kept, lift), f64x2.mul(staying, margin))),
        drag,
      );
      v128.store(sumsAt, sum);
      sumsAt += 16;
      openMonths = i64x2.sub(openMonths, open);
      sum = f64x2.add(sum, net);
      open = v128.andnot(open, f64x2.ge(sum, c(0)));
      if (k <= horizon) {
        worth = f64x2.add(f64x2.mul(worth, interest), net);
        cumulativeAt = nextPath(cumulativeAt, sum);
        if (more) {
          const liftRevenue = f64x2.add(one(), f64x2.mul(revenueUplift, effect));
          if (revenueAt) revenueAt = nextPath(revenueAt, f64x2.mul(f64x2.mul(kept, earned), liftRevenue));
          if (customersAt) customersAt = nextPath(customersAt, kept);
        }
      }
      price = f64x2.mul(price, growth);
      worldAt += <usize>GROUP * 4;
    }

    // From here on effects are full: both sides of the difference are followed as they enter it, at the first such month's price.
    const lift = f64x2.mul(
      price,
      f64x2.add(margin, f64x2.mul(full, f64x2.add(liftSlope, f64x2.mul(liftBend, full)))),
    );
    const plain = f64x2.mul(price, margin);
    const keepWith = f64x2.add(keep, f64x2.mul(keepMore, full));
    const arrivingWith = f64x2.add(arriving, f64x2.mul(arrivingMore, full));
    const drag = f64x2.add(running, f64x2.mul(dragMore, full));
    const perRevenue = f64x2.mul(price, f64x2.add(one(), f64x2.mul(revenueUplift, full)));
    let earning = f64x2.mul(kept, lift);
    let otherwise = f64x2.mul(staying, plain);
    const earningMore = f64x2.mul(arrivingWith, lift);
    const otherwiseMore = f64x2.mul(arriving, plain);
    price = one();
    for (; k <= months; k++) {
      if (k > 12 && !more && !v128.any_true(open)) break;
      otherwise = f64x2.add(f64x2.mul(otherwise, keep), otherwiseMore);
      earning = f64x2.add(f64x2.mul(earning, keepWith), earningMore);
      const gain = f64x2.sub(earning, otherwise);
      const factor = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      const net = f64x2.sub(f64x2.mul(factor, gain), drag);
      v128.store(sumsAt, sum);
      sumsAt += 16;
      openMonths = i64x2.sub(openMonths, open);
      sum = f64x2.add(sum, net);
      open = v128.andnot(open, f64x2.ge(sum, c(0)));
      if (k <= horizon) {
        worth = f64x2.add(f64x2.mul(worth, interest), net);
        cumulativeAt = nextPath(cumulativeAt, sum);
        if (more) {
          kept = f64x2.add(f64x2.mul(kept, keepWith), arrivingWith);
          if (revenueAt) revenueAt = nextPath(revenueAt, f64x2.mul(f64x2.mul(kept, factor), perRevenue));
          if (customersAt) customersAt = nextPath(customersAt, kept);
        }
      }
      price = f64x2.mul(price, growth);
      worldAt += <usize>GROUP * 4;
    }
    // What is asked of single months lies before; every month left lies within the horizon, as months is the larger of the two.
    v128.store(sumsAt, sum);
    for (; k <= months; k++) {
      otherwise = f64x2.add(f64x2.mul(otherwise, keep), otherwiseMore);
      earning = f64x2.add(f64x2.mul(earning, keepWith), earningMore);
      const gain = f64x2.sub(earning, otherwise);
      const factor = world ? f64x2.mul(price, f64x2.promote_low_f32x4(v128.load64_zero(worldAt))) : price;
      const net = f64x2.sub(f64x2.mul(factor, gain), drag);
      sum = f64x2.add(sum, net);
      worth = f64x2.add(f64x2.mul(worth, interest), net);
      cumulativeAt = nextPath(cumulativeAt, sum);
      price = f64x2.mul(price, growth);
      worldAt += <usize>GROUP * 4;
    }

    const cost12 = f64x2.add(investment, f64x2.mul(c(12), running));
    const roi12 = v128.bitselect(f64x2.div(v128.load(SUMS, 12 * 16), cost12), c(Infinity), f64x2.gt(cost12, c(0)));
    let discount = f64x2.div(one(), interest);
    let power = discount;
    discount = halfDiscount;
    for (let left = horizon; left; left >>= 1) {
      if (left & 1) discount = f64x2.mul(discount, power);
      power = f64x2.mul(power, power);
    }
    const npv = f64x2.sub(f64x2.mul(worth, discount), investment);
    setLane(addresses, PAYBACK, at, crossing(openMonths, open));
    setLane(addresses, ROI12, at, f64x2.add(roi12, c(0)));
    setLane(addresses, NPV, at, f64x2.add(npv, c(0)));
  }
}

/** When the month that closed came to nothing: 0 where none was open, never (+∞) where all still are. */
// @ts-ignore: decorator
@inline
function crossing(openMonths: v128, open: v128): v128 {
  const closing = f64x2.convert_low_i32x4_u(v128.shuffle<i32>(openMonths, openMonths, 0, 2, 0, 2));
  const first = SUMS + (<usize>i64x2.extract_lane(openMonths, 0) << 4);
  const second = SUMS + (<usize>i64x2.extract_lane(openMonths, 1) << 4) + 8;
  const before = v128.load64_lane(second - 16, v128.load64_zero(first - 16), 1);
  const after = v128.load64_lane(second, v128.load64_zero(first), 1);
  const crossed = f64x2.add(f64x2.sub(closing, one()), f64x2.div(before, f64x2.sub(before, after)));
  return v128.bitselect(c(Infinity), v128.and(crossed, f64x2.gt(closing, c(0))), open);
}

/** Keeps a series in its next month. */
// @ts-ignore: decorator
@inline
function nextPath(at: usize, value: v128): usize {
  const next = at + <usize>GROUP * 4;
  v128.store64_lane(next, f32x4.demote_f64x2_zero(value), 0);
  return next;
}
