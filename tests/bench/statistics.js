/** @param {readonly number[]} values @param {number} share 0–1 */
export function quantileOf(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (place % 1) * (high - low);
}

/** @param {readonly number[]} values */
export const median = (values) => quantileOf(values, 0.5);

/** @param {readonly number[]} values */
export function deviation(values) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
}
