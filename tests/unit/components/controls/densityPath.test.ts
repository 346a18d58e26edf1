import { expect, test } from 'vitest';
import { densityPath } from '$lib/components/controls/densityPath';
import type { Distribution } from '$lib/uncertainty/distribution';

const uniform = (a: number, b: number): Distribution => ({
  quantile: (p) => a + p * (b - a),
  cdf: (x) => Math.min(1, Math.max(0, (x - a) / (b - a))),
  mean: (a + b) / 2,
  variance: (b - a) ** 2 / 12,
});
/** Triangular on [0, 1] with its peak at 1/2. */
const tent: Distribution = {
  quantile: (p) => (p < 0.5 ? Math.sqrt(p / 2) : 1 - Math.sqrt((1 - p) / 2)),
  cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) ** 2),
  mean: 0.5,
  variance: 1 / 24,
};

/** Every corner of a path as numbers. */
function corners(path: string): [number, number][] {
  let x = 0;
  return [...path.matchAll(/([MLV])([\d.-]+)(?: ([\d.-]+))?/g)].map(([, command, a, b]) => {
    if (command === 'V') return [x, Number(a)];
    x = Number(a);
    return [x, Number(b)];
  });
}

test('an even chance is a box over its ends, as high as the hill may be', () => {
  const points = corners(densityPath(uniform(2, 8), [0, 10]));
  const xs = points.map(([x]) => x);
  expect(Math.min(...xs)).toBeCloseTo(20, 0);
  expect(Math.max(...xs)).toBeCloseTo(80, 0);
  for (const [, y] of points.slice(1, -1)) expect(y).toBeCloseTo(0, 6);
});

test('a tent rises in a straight line to its peak and falls from it', () => {
  const points = corners(densityPath(tent, [0, 1]));
  const peak = points.reduce((a, b) => (b[1] < a[1] ? b : a));
  expect(peak[0]).toBeGreaterThan(47);
  expect(peak[0]).toBeLessThan(53);
  const at = (x: number) => points.reduce((a, b) => (Math.abs(b[0] - x) < Math.abs(a[0] - x) ? b : a));
  const [quarterX, quarterY] = at(25);
  expect(quarterY).toBeCloseTo(20 - 20 * (quarterX / 50), 0);
});

test('a hill beyond the scale lies outside the box, for the frame to clip', () => {
  const xs = corners(densityPath(uniform(8, 14), [0, 10])).map(([x]) => x);
  expect(Math.max(...xs)).toBeGreaterThan(130);
});

test('what has no width has no hill', () => {
  expect(densityPath(uniform(5, 5), [0, 10])).toBe('');
  expect(densityPath(uniform(2, 8), [3, 3])).toBe('');
});
