import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '$lib/charts/spreadLabels';

test('labels far enough apart stay where they belong', () => {
  expect(spreadLabels([10, 200, 60], 17, 0, 300)).toEqual([10, 200, 60]);
});

test('two that collide move apart equally', () => {
  expect(spreadLabels([100, 102], 17, 0, 300)).toEqual([92.5, 109.5]);
});

test('a group at the edge is pushed inside as one', () => {
  expect(spreadLabels([0, 2, 4], 17, 0, 300)).toEqual([0, 17, 34]);
  expect(spreadLabels([300, 300], 17, 0, 300)).toEqual([283, 300]);
});

test('wherever they wish to be, neighbours end at least the gap apart, inside, in the order of their wishes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 8 }), (wishes) => {
      const places = spreadLabels(wishes, 17, 0, 300);
      const inOrder = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]! || a - b);
      for (let i = 0; i < inOrder.length; i++) {
        const place = places[inOrder[i]!]!;
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(300 + 1e-9);
        if (i > 0) expect(place - places[inOrder[i - 1]!]!).toBeGreaterThanOrEqual(17 - 1e-9);
      }
      expect(places).toHaveLength(wishes.length);
    }),
  );
});
