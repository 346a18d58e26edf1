import { blockTrials, firstOutput, places } from '../layout';
import type { Views } from './views';

/** Value of one existing customer, mid-period and without end; +∞ where it diverges. */
function lifetimeValue(margin: number, churn: number, growth: number, halfDiscount: number): number {
  const divisor = halfDiscount * halfDiscount - (1 - churn) * growth;
  return (divisor > 0 ? (margin * halfDiscount) / divisor : Infinity) + 0;
}

/** Lifetime values of one block; see assembly/lifetimes.as. */
export function lifetimes({ f64, u32 }: Views, addresses: number): void {
  const lanes = Array.from({ length: places }, (_, place) => u32[addresses / 4 + place]! / 8);
  for (let i = 0; i < blockTrials; i++) {
    const lane = (place: number): number => f64[lanes[place]! + i]!;
    const margin = lane(2);
    const acquisitionCost = lane(6);
    const full = lane(17) * lane(18);
    const churn = 1 - lane(3);
    const halfGrowth = lane(4);
    const growth = halfGrowth * halfGrowth;
    const halfDiscount = lane(19);
    const perCustomer = lane(0) / 12 / lane(1);
    const lift = (1 + lane(9) * full) * (margin + lane(10) * full);
    const churnWith = churn * (1 - lane(11) * full);

    const clv = lifetimeValue(perCustomer * margin, churn, growth, halfDiscount);
    const clvProgramme = lifetimeValue(perCustomer * lift, churnWith, growth, halfDiscount);
    f64[lanes[firstOutput + 3]! + i] = clv;
    f64[lanes[firstOutput + 4]! + i] = clvProgramme;
    f64[lanes[firstOutput + 5]! + i] = acquisitionCost > 0 ? clv / acquisitionCost : Infinity;
    f64[lanes[firstOutput + 6]! + i] = acquisitionCost > 0 ? clvProgramme / acquisitionCost : Infinity;
  }
}
