/**
 * Internal rate of return of a scenario's own mid-month flows, as an annual effective rate (model.md 4).
 * `null` unless the flows change sign exactly once: only then is the root one and meaningful.
 * Descartes: one sign change means exactly one positive root, so a bracket and bisection cannot miss it.
 *
 * @param investment paid at t = 0.
 * @param net net cash of month k at index k (index 0 unused), arriving in the middle of the month.
 * @param months the horizon.
 * @example scenarioIrr(100, [0, 60, 60], 2) // 8.96: 896 % a year
 */
export function scenarioIrr(investment: number, net: ArrayLike<number>, months: number): number | null {
  let changes = 0;
  let sign = Math.sign(-investment);
  for (let k = 1; k <= months; k++) {
    const next = Math.sign(net[k] ?? 0);
    if (next !== 0 && sign !== 0 && next !== sign) changes++;
    if (next !== 0) sign = next;
  }
  if (changes !== 1) return null;

  // In half months every flow is a whole power of the discount factor x: −I + Σ net_k·x^(2k−1).
  const value = (x: number) => {
    let sum = 0;
    for (let k = months; k >= 1; k--) sum = sum * x * x + (net[k] ?? 0);
    return sum * x - investment;
  };
  const rising = sign > 0;
  const above = (x: number) => (rising ? value(x) > 0 : value(x) < 0);
  let low = 1;
  let high = 1;
  for (let i = 0; i < 200 && above(low); i++) low /= 2;
  for (let i = 0; i < 200 && !above(high); i++) high *= 2;
  if (above(low) || !above(high)) return null;
  for (let i = 0; i < 200; i++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (above(middle)) high = middle;
    else low = middle;
  }
  const annual = Math.pow(low + (high - low) / 2, -24) - 1;
  // A loss so deep that 1 + r is below the precision of a double is no rate at all.
  return Number.isFinite(annual) && annual > -1 ? annual : null;
}
