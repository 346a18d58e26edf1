/**
 * Whether two pieces of plain data say the same, in whatever order their fields were written.
 * Parts that are one object in both are not looked into, so comparing a notebook with its next version is quick.
 *
 * @example sameData({ low: 1, high: 2 }, { high: 2, low: 1 }) // true
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameData(one[key], other[key]))
  );
}
