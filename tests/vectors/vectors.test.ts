import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differences, type Tolerance } from './differences';
import { evaluate } from './evaluate';

interface Row {
  readonly id: string;
  readonly fn: string;
  readonly args: unknown[];
  readonly expected: unknown;
  readonly tolerance?: Tolerance;
  readonly source?: string;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));

for (const file of files) {
  const rows: unknown = JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
  if (!Array.isArray(rows)) continue;
  describe(file, () => {
    test.each(rows as Row[])('$fn agrees with $id', ({ fn, args, expected, tolerance = {} }) => {
      expect(differences(evaluate(fn, args), expected, tolerance)).toEqual([]);
    });
  });
}

test('a function nobody wrote fails its row instead of passing unseen', () => {
  expect(() => evaluate('nonsense', [])).toThrow('unknown function: nonsense');
});

test('the comparison tells a difference, a missing field and a wrong length', () => {
  expect(differences(1.02, 1, { abs: 0.01, rel: 0.001 })).toHaveLength(1);
  expect(differences(1000.5, 1000, { abs: 0.01, rel: 0.001 })).toEqual([]);
  expect(differences(null, 0, { abs: 1 })).toHaveLength(1);
  expect(differences(0, null, { abs: 1 })).toHaveLength(1);
  expect(differences(NaN, 1, { abs: 1 })).toHaveLength(1);
  expect(differences({ a: 1 }, { a: 1, b: 2 }, {})).toHaveLength(1);
  expect(differences({ a: 1, c: 3 }, { a: 1 }, {})).toEqual([]);
  expect(differences([1, 2, 3], [1, 2], {})).toHaveLength(1);
});
