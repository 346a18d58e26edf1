/**
 * Payback time: when the cumulative cash flow first reaches zero.
 *
 * Convention: `flows[0]` at t = 0; the flow of period k arrives evenly over it, so the answer is interpolated inside the period.
 * The first crossing counts, even when the cumulative falls below zero again later.
 *
 * @param flows money per period, outlays negative.
 * @returns periods; 0 when nothing is invested at t = 0; `null` when the cumulative never gets back to zero.
 * @see Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 9.
 * @example payback([-200, 50, 60, 70, 200]) // 3.1
 */
export function payback(flows: readonly number[]): number | null {
  let cumulative = 0;
  let turnover = 0;
  for (const [period, flow] of flows.entries()) {
    const before = cumulative;
    cumulative += flow;
    turnover += Math.abs(flow);
    // −0.9 + 0.3 + 0.3 + 0.3 is a hair below zero in binary; a reader expects 3 periods, not never.
    if (cumulative < -4 * Number.EPSILON * turnover) continue;
    return period === 0 ? 0 : period - 1 + Math.min(1, -before / flow);
  }
  return flows.length === 0 ? 0 : null;
}

/**
 * Discounted payback: when the cumulative present value of the flows first reaches zero.
 *
 * Convention: the flow of period k is discounted from the end of it (k periods), then interpolated inside the period as in `payback`.
 *
 * @param flows money per period, outlays negative.
 * @param rate discount rate per period, above −1.
 * @returns periods; 0 when nothing is invested at t = 0; `null` when never, and at rates of −1 and below.
 * @see Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, ch. 9.
 * @example discountedPayback([-10000, 3000, 3000, 3000, 3000, 3000], 0.1) // 4.263267
 */
export function discountedPayback(flows: readonly number[], rate: number): number | null {
  if (!(rate > -1)) return null;
  const periods = payback(flows.map((flow, period) => flow * Math.pow(1 + rate, -period)));
  return Number.isFinite(periods) ? periods : null;
}
