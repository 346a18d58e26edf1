/** From the least to the greatest value an axis shows. */
export type Domain = readonly [low: number, high: number];

/**
 * The domain to draw by. At rest it is the exact one; while a hand drags, the one drawn last is kept as long as it holds the
 * values and is not more than twice too wide, so that the axis stands still under the moving picture. One that no longer
 * serves gives way to one with a quarter to spare.
 *
 * @param exact what the values need; zero is in it.
 * @param held what was drawn last, while a hand drags.
 * @example steadyDomain([0, 90], [0, 100]) // [0, 100]
 * @example steadyDomain([0, 120], [0, 100]) // [0, 150]
 * @example steadyDomain([0, 40], [0, 100]) // [0, 50]
 */
export function steadyDomain([low, high]: Domain, held?: Domain): Domain {
  if (!held) return [low, high];
  const serves = held[0] <= low && high <= held[1] && held[1] - held[0] <= 2 * (high - low);
  return serves ? held : [1.25 * low, 1.25 * high];
}
