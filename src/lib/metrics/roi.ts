/**
 * Return on investment: what is gained beyond the cost, relative to the cost.
 *
 * Convention: **net**, (gain − cost) / cost. The gross ratio, benefit / cost, is one more and is never called ROI here.
 * Undiscounted, and over whatever time gain and cost were summed: say which.
 *
 * @param gain money gained, before the cost is taken off it.
 * @param cost money put in, over the same time.
 * @returns ratio (3.69 is 369 %); `null` when the cost is 0.
 * @see Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics, ch. 10.
 * @example roi(2000, 10000) // -0.8
 */
export function roi(gain: number, cost: number): number | null {
  return cost === 0 ? null : (gain - cost) / cost;
}
