import { npv } from './npv';

/**
 * Profitability index: present value received per unit of money invested, 1 + NPV / investment. Above 1 creates value.
 *
 * Convention: the investment is the outlay at t = 0 alone; later outlays lessen the numerator. (Some books subtract one.)
 *
 * @param flows money per period, `flows[0]` the (negative) investment at t = 0.
 * @param rate discount rate per period, above −1.
 * @returns ratio; `null` when nothing is invested at t = 0, and where `npv` is.
 * @see Keown et al., Foundations of Finance, ch. 11.
 * @example profitabilityIndex([-80000, 20000, 20000, 20000, 20000, 20000, 20000], 0.1) // 1.088815
 */
export function profitabilityIndex(flows: readonly number[], rate: number): number | null {
  const investment = -(flows[0] ?? 0);
  const value = npv(rate, flows);
  return value === null || investment <= 0 ? null : 1 + value / investment;
}
