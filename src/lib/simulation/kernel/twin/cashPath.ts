import { exp, log } from '$lib/uncertainty/elementary';
import { blockTrials, effectsFade, firstOutput, groupTrials, newCustomersFollow } from '../layout';
import type { Views } from './views';

/** min and max as the kernel takes them. */
const atMost = (x: number, most: number): number => (most < x ? most : x);
const atLeast = (x: number, least: number): number => (x < least ? least : x);

/** The cash of one block; see assembly/cashPath.as, of which this is the plain form, one trial at a time. */
export function cashPath(
  { f64, f32, u32 }: Views,
  addresses: number,
  world: number,
  months: number,
  horizon: number,
  flags: number,
  cumulative: number,
  revenue: number,
  customers: number,
): void {
  const follows = (flags & newCustomersFollow) !== 0;
  const fades = (flags & effectsFade) !== 0;
  const lanes = Array.from({ length: firstOutput + 3 }, (_, place) => u32[addresses / 4 + place]! / 8);
  const put = (series: number, at: number, value: number): void => {
    if (series !== 0) f32[series / 4 + at] = value;
  };

  for (let i = 0; i < blockTrials; i++) {
    const lane = (place: number, trial = i): number => f64[lanes[place]! + trial]!;
    const customersNow = lane(1);
    const margin = lane(2);
    const acquisitionCost = lane(6);
    const investment = lane(7);
    const running = lane(8);
    const revenueUplift = lane(9);
    const marginUplift = lane(10);
    const churnReduction = lane(11);
    const acquisitionUplift = lane(12);
    const ramp = lane(13);
    const delay = lane(14);
    const full = lane(17) * lane(18);
    const churn = 1 - lane(3);
    const keep = 1 - churn;
    const arriving = follows ? customersNow * churn : lane(5) / 12;
    const halfGrowth = lane(4);
    const growth = halfGrowth * halfGrowth;
    const perCustomer = lane(0) / 12 / customersNow;
    const end = delay + ramp;
    const perRamp = ramp > 1e-100 ? 0.5 / ramp : 0;
    const liftSlope = revenueUplift * margin + marginUplift;
    const liftBend = revenueUplift * marginUplift;
    const keepMore = churn * churnReduction;
    const arrivingMore = arriving * acquisitionUplift;
    const dragMore = arrivingMore * acquisitionCost;
    // From when effects of this trial and of its neighbour are full: the kernel takes two at a time.
    const neighbour = i ^ 1;
    const bothEnd = Math.max(end, lane(14, neighbour) + lane(13, neighbour));
    const steadyFrom = fades ? months + 1 : Math.min(Math.ceil(bothEnd) + 1, months + 1);

    let price = perCustomer * halfGrowth;
    const halfDiscount = lane(19);
    const interest = halfDiscount * halfDiscount;
    let staying = customersNow;
    let kept = customersNow;
    let sum = 0 - investment;
    let sum12 = sum;
    let worth = 0;
    let payback = investment > 0 ? Infinity : 0;
    let ramped = 0;

    const fadeFrom = Math.floor(end + 0.5) + 1;
    const lasting = 1 - lane(15);
    const fadeFirst = fades && lasting > 0 ? exp(log(lasting) * ((fadeFrom - 0.5 - end) / 12)) : 0;
    const fadeStep = lane(16);
    let fade = 1;

    const group = Math.floor(i / groupTrials);
    let pathAt = group * (horizon + 1) * groupTrials + (i % groupTrials);
    let worldAt = world / 4 + group * months * groupTrials + (i % groupTrials);
    put(cumulative, pathAt, sum);
    put(revenue, pathAt, customersNow * perCustomer);
    put(customers, pathAt, customersNow);
    // Once effects are full, both sides of the difference are followed as they enter it, at the first such month's price.
    let earning = 0;
    let otherwise = 0;
    let lift = 0;
    let plain = 0;
    let liftRevenue = 0;
    for (let k = 1; k <= months; k++, worldAt += groupTrials) {
      const rising = k < steadyFrom;
      let effect = full;
      if (rising) {
        const risen = atMost(atLeast(k - delay, 0), ramp);
        const whole = atMost(atLeast(k - end, 0), 1);
        effect = full * (whole + (risen - ramped) * perRamp * (risen + ramped));
        ramped = risen;
        if (fades) {
          if (k > fadeFrom) fade = fade * fadeStep;
          if (k === fadeFrom) fade = fadeFirst;
          effect = effect * fade;
        }
      }
      const liftNow = margin + effect * (liftSlope + liftBend * effect);
      const keepWith = keep + keepMore * effect;
      const arrivingWith = arriving + arrivingMore * effect;
      const drag = running + dragMore * effect;
      if (k === steadyFrom) {
        lift = price * liftNow;
        plain = price * margin;
        liftRevenue = price * (1 + revenueUplift * full);
        earning = kept * lift;
        otherwise = staying * plain;
        price = 1;
      }

      const factor = world !== 0 ? price * f32[worldAt]! : price;
      let gain: number;
      kept = kept * keepWith + arrivingWith;
      if (rising) {
        staying = staying * keep + arriving;
        gain = kept * liftNow - staying * margin;
        liftRevenue = 1 + revenueUplift * effect;
      } else {
        otherwise = otherwise * keep + arriving * plain;
        earning = earning * keepWith + arrivingWith * lift;
        gain = earning - otherwise;
      }
      const net = factor * gain - drag;
      const before = sum;
      sum = sum + net;
      if (payback === Infinity && sum >= 0) payback = k - 1 + before / (before - sum);
      if (k <= horizon) {
        worth = worth * interest + net;
        pathAt += groupTrials;
        put(cumulative, pathAt, sum);
        put(revenue, pathAt, kept * factor * liftRevenue);
        put(customers, pathAt, kept);
      }
      if (k === 12) sum12 = sum;
      price = price * growth;
    }

    let discount = halfDiscount;
    let power = 1 / interest;
    for (let left = horizon; left > 0; left >>= 1) {
      if (left & 1) discount = discount * power;
      power = power * power;
    }
    const cost12 = investment + 12 * running;
    f64[lanes[firstOutput]! + i] = payback;
    f64[lanes[firstOutput + 1]! + i] = (cost12 > 0 ? sum12 / cost12 : Infinity) + 0;
    f64[lanes[firstOutput + 2]! + i] = worth * discount - investment + 0;
  }
}
