import { expect, test } from 'vitest';
import { sparkline } from '$lib/charts/sparkline';

const data = { point: [-10, 0, 10], payback: 1, bands: null, lastMonth: 12 };

test('the line runs from edge to edge and the ring stands on zero at the payback', () => {
  const { line, zero, ring, outer } = sparkline(data, 84, 40);
  expect(line).toBe('M4,36L42,20L80,4');
  expect(zero).toBe(20);
  expect(ring).toEqual({ x: 42, y: 20 });
  expect(outer).toBe('');
});

test('no ring when it does not pay back in view, and no broken numbers when nothing happens', () => {
  expect(sparkline({ ...data, payback: null }, 84, 40).ring).toBeNull();
  expect(sparkline({ ...data, payback: 1.5, lastMonth: 1 }, 84, 40).ring).toBeNull();
  expect(sparkline({ ...data, point: [0, 0] }, 84, 40).line).not.toContain('NaN');
});
