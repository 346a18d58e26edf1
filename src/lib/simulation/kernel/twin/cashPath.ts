import { exp, log } from '$lib/uncertainty/elementary';
import { blockTrials, effectsFade, firstOutput, groupTrials, newCustomersFollow } from '../layout';
import type { Views } from './views';

/** min and max as the kernel takes them. */
const atMost = (x: number, most: number): number => (most < x ? most : x);
const atLeast = (x: number, least: number): number => (x < least ? least : x);

/** The cash of one block; see assembly/cashPath.as, of which this is the plain form: every month the long way, one trial at a time. */
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
  const keep = (series: number, at: number, value: number): void => {
    if (series !== 0) f32[series / 4 + at] = value;
  };

  for (let i = 0; i < blockTrials; i++) {
    const lane = (place: number): number => f64[lanes[place]! + i]!;
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
    const keeping = 1 - churn;
    const arriving = follows ? customersNow * churn : lane(5) / 12;
    const halfGrowth = lane(4);
    const growth = halfGrowth * halfGrowth;
    const perCustomer = lane(0) / 12 / customersNow;
    const end = delay + ramp;
    const perRamp = ramp > 1e-100 ? 0.5 / ramp : 0;

    let price = perCustomer * halfGrowth;
    let discount = 1 / lane(19);
    const discountStep = discount * discount;
    let staying = customersNow;
    let kept = customersNow;
    let sum = 0 - investment;
    let npv = sum;
    let sum12 = sum;
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
    keep(cumulative, pathAt, sum);
    keep(revenue, pathAt, customersNow * perCustomer);
    keep(customers, pathAt, customersNow);
    for (let k = 1; k <= months; k++, worldAt += groupTrials) {
      const risen = atMost(atLeast(k - delay, 0), ramp);
      const whole = atMost(atLeast(k - end, 0), 1);
      const rising = (risen - ramped) * perRamp * (risen + ramped);
      ramped = risen;
      let effect = full * (whole + rising);
      if (fades) {
        if (k > fadeFrom) fade = fade * fadeStep;
        if (k === fadeFrom) fade = fadeFirst;
        effect = effect * fade;
      }
      const liftRevenue = 1 + revenueUplift * effect;
      const lift = liftRevenue * (margin + marginUplift * effect);
      const keepWith = 1 - churn * (1 - churnReduction * effect);
      const arrivingWith = arriving * (1 + acquisitionUplift * effect);
      const drag = (arrivingWith - arriving) * acquisitionCost + running;

      const earned = world !== 0 ? price * f32[worldAt]! : price;
      staying = staying * keeping + arriving;
      kept = kept * keepWith + arrivingWith;
      const net = earned * (kept * lift - staying * margin) - drag;
      const before = sum;
      sum = sum + net;
      if (payback === Infinity && sum >= 0) payback = k - 1 + before / (before - sum);
      if (k <= horizon) {
        npv = npv + net * discount;
        pathAt += groupTrials;
        keep(cumulative, pathAt, sum);
        keep(revenue, pathAt, kept * earned * liftRevenue);
        keep(customers, pathAt, kept);
      }
      if (k === 12) sum12 = sum;
      price = price * growth;
      discount = discount * discountStep;
    }

    const cost12 = investment + 12 * running;
    f64[lanes[firstOutput]! + i] = payback;
    f64[lanes[firstOutput + 1]! + i] = (cost12 > 0 ? sum12 / cost12 : Infinity) + 0;
    f64[lanes[firstOutput + 2]! + i] = npv + 0;
  }
}
