import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameData } from '$lib/notebook/sameData';

test('the order in which fields were written does not matter, the order of a list does', () => {
  expect(sameData({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameData([1, 2], [2, 1])).toBe(false);
});

test.each<[unknown, unknown]>([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: null }, { a: {} }],
  [{ a: null }, { b: null }],
  [[], {}],
  [[1], [1, 2]],
  ['1', 1],
  [null, undefined],
])('%o and %o differ', (a, b) => {
  expect(sameData(a, b)).toBe(false);
  expect(sameData(b, a)).toBe(false);
});

test('a copy is the same as its original', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(sameData(data, JSON.parse(JSON.stringify(data)))).toBe(true);
    }),
  );
});
