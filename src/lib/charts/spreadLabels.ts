/**
 * Moves labels apart until neighbours stand at least `gap` px from one another inside [top, bottom], each as near to where it
 * belongs as the others allow (least squares: pool adjacent violators). Order is kept; equal wishes keep the order given.
 *
 * @param wishes px from the top, one per label, in any order.
 * @example spreadLabels([100, 102], 17, 0, 300) // [92.5, 109.5]
 */
export function spreadLabels(wishes: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wishes.map((_, label) => label).sort((a, b) => wishes[a]! - wishes[b]! || a - b);
  const pools: { sum: number; size: number }[] = [];
  order.forEach((label, place) => {
    pools.push({ sum: wishes[label]! - place * gap, size: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const below = pools[last]!;
      const above = pools[last - 1]!;
      if (above.sum / above.size <= below.sum / below.size) break;
      pools.splice(last - 1, 2, { sum: above.sum + below.sum, size: above.size + below.size });
    }
  });
  const lowest = Math.max(top, bottom - (wishes.length - 1) * gap);
  const places = new Array<number>(wishes.length);
  let place = 0;
  for (const { sum, size } of pools) {
    const start = Math.min(lowest, Math.max(top, sum / size));
    for (let i = 0; i < size; i++, place++) places[order[place]!] = start + place * gap;
  }
  return places;
}
