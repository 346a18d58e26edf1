/**
 * The x in [0, high] at which an increasing function reaches `target`: Newton's method, kept inside a bracket that
 * only shrinks, halving it whenever Newton would leave it or crawl. A Newton step under 1e-9 of x is the last: the
 * error left is of the order of its square, below rounding.
 *
 * @param f increasing and smooth on [0, high]; it varies on the scale of x itself (a power, an exponential from 0)
 * @param slope its derivative, ≥ 0 (0 is allowed: that step halves the bracket)
 * @param start a first guess; outside the bracket it is replaced by the middle
 * @returns nearly 0 (or `high`) when the target lies below (above) all of f
 *
 * @example invertIncreasing((x) => x * x, (x) => 2 * x, 2, 2, 1) // 1.414213562373095 (√2)
 */
export function invertIncreasing(
  f: (x: number) => number,
  slope: (x: number) => number,
  target: number,
  high: number,
  start: number,
): number {
  let low = 0;
  let x = start > 0 && start < high ? start : high / 2;
  let lastStep = high;
  for (let round = 0; round < 200; round++) {
    const error = f(x) - target;
    if (error === 0) return x;
    if (error < 0) low = x;
    else high = x;
    const newton = x - error / slope(x);
    const step = Math.abs(newton - x);
    // False too when the slope is 0 and the step is no number.
    if (newton > low && newton < high && step <= lastStep / 2) {
      if (step <= 1e-9 * newton) return newton;
      x = newton;
      lastStep = step;
    } else {
      x = low + (high - low) / 2;
      if (x === low || x === high) return x;
      lastStep = high - low;
    }
  }
  return x;
}
