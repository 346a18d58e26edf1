/**
 * Net present value: what a row of cash flows is worth at the decision.
 *
 * Convention: `flows[0]` falls on t = 0 and is not discounted, `flows[k]` falls at the end of period k.
 * (Spreadsheets' NPV discounts the first flow too; put a 0 in front to get theirs.)
 *
 * @param rate discount rate per period, above −1.
 * @param flows money per period, outlays negative.
 * @returns money; 0 without flows; `null` at rates of −1 and below, or when the value exceeds what a number can hold.
 * @see Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2 and 5.
 * @example npv(0.1, [-200, 50, 60, 70, 200]) // 84.24
 */
export function npv(rate: number, flows: readonly number[]): number | null {
  if (!(rate > -1)) return null;
  const value = flows.reduceRight((later, flow) => flow + later / (1 + rate), 0);
  return Number.isFinite(value) ? value : null;
}
