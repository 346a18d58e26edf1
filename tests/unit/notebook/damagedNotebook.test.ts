import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { TextResult } from '$lib/cells/text/cell';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { sameData } from '$lib/notebook/sameData';
import { investmentCase } from '$lib/templates/investmentCase';

const text = JSON.stringify(investmentCase('fi'));

/** A result, never an exception; and what passes can be evaluated, written and read again. */
function survives(damaged: string): void {
  const result = parseNotebook(damaged, cellKinds);
  if (!result.ok) {
    expect(['notJson', 'newerVersion', 'invalid']).toContain(result.problem.tag);
    return;
  }
  expect(() => evaluateNotebook(result.value, cellKinds)).not.toThrow();
  // Not toEqual: JSON writes −0 as 0, which is the same number.
  expect(sameData(parseNotebook(JSON.stringify(result.value), cellKinds), result)).toBe(true);
}

afterEach(() => {
  // Nothing that was read may have reached what all objects inherit.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Array.prototype).toHaveLength(0);
});

const anywhere = fc.nat(text.length - 1);

describe('damage to the text', () => {
  test('cut off anywhere it is not JSON', () => {
    fc.assert(
      fc.property(anywhere, (at) => {
        expect(parseNotebook(text.slice(0, at), cellKinds)).toEqual({ ok: false, problem: { tag: 'notJson' } });
      }),
      { numRuns: 500 },
    );
  });

  test('with flipped bits it is a notebook or a problem', () => {
    const flip = fc.tuple(anywhere, fc.integer({ min: 0, max: 7 }));
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 6 }), (flips) => {
        const codes = [...text].map((letter) => letter.charCodeAt(0));
        for (const [at, bit] of flips) codes[at]! ^= 1 << bit;
        survives(String.fromCharCode(...codes));
      }),
      { numRuns: 1500 },
    );
  });

  test('with parts cut out, doubled or moved it is a notebook or a problem', () => {
    fc.assert(
      fc.property(anywhere, fc.nat(80), anywhere, (from, length, to) => {
        const part = text.slice(from, from + length);
        survives(text.slice(0, from) + text.slice(from + length));
        survives(text.slice(0, to) + part + text.slice(to));
      }),
      { numRuns: 500 },
    );
  });
});

/** Every place in the document, as the keys that lead to it. */
function places(data: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return [path, ...inner.flatMap(([key, value]) => places(value, [...path, key]))];
}

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
/** JSON as text, because some of it cannot be said as a value. */
const hostile = fc.oneof(
  fc.constantFrom(
    ...['null', 'true', '0', '-1', '1e999', '-1e999', '1e308', '5e-324', '-0', '0.1', '""', '"NaN"', '"Infinity"'],
    ...['"constructor"', '"__proto__"', '"base"', '"lead"', '"{base.npv}"', '"{decides.npv}"', '[]', '{}', '[[]]'],
    ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"value":{"value":1}}'],
    ...[deep(1000), deep(100_000), '{"a":'.repeat(2000) + '1' + '}'.repeat(2000), JSON.stringify('ä'.repeat(10_000))],
  ),
  fc.json({ maxDepth: 3 }),
  fc.double().map((number) => JSON.stringify(number)),
);
const mark = '"@hostile@"';

describe('damage to the document', () => {
  const all = places(JSON.parse(text));

  test('with any part replaced it is a notebook or a problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), hostile, (place, replacement) => {
        const data: unknown = JSON.parse(text);
        if (place.length === 0) return survives(replacement);
        const parent = place.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], data);
        (parent as Record<string, unknown>)[place.at(-1)!] = JSON.parse(mark);
        survives(JSON.stringify(data).replace(mark, () => replacement));
      }),
      { numRuns: 2000 },
    );
  });

  test('with a field added or taken away it is a notebook or a problem', () => {
    const added = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'name',
      'value',
      'range',
      'extra',
    );
    const objects = all.filter((place) => {
      const found = place.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], JSON.parse(text));
      return typeof found === 'object' && found !== null && !Array.isArray(found);
    });
    fc.assert(
      fc.property(fc.constantFrom(...objects), added, hostile, fc.nat(), (place, key, value, taken) => {
        const data: unknown = JSON.parse(text);
        const object = place.reduce((at, key) => (at as Record<string, unknown>)[key], data) as Record<string, unknown>;
        const keys = Object.keys(object);
        delete object[keys[taken % keys.length]!];
        survives(JSON.stringify(data));
        Object.defineProperty(object, key, { value: JSON.parse(mark), enumerable: true, configurable: true });
        survives(JSON.stringify(data).replace(mark, () => value));
      }),
      { numRuns: 800 },
    );
  });

  test('what every object inherits is refused as a field', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const damaged = text.replace('"seed":', `"${key}":{"polluted":1},"seed":`);
      expect(parseNotebook(damaged, cellKinds)).toMatchObject({ ok: false, problem: { tag: 'invalid' } });
    }
  });

  test('names that lead from cell to cell of another kind, or round in a circle, are evaluated all the same', () => {
    const cells = [
      {
        id: 'a',
        kind: 'distribution',
        name: 'a',
        title: '',
        of: 'b',
        output: 'npv',
        thresholds: { payback: 6, roi12: 1, npv: 0 },
      },
      { id: 'b', kind: 'sensitivity', name: 'b', title: '', of: 'a', output: 'npv' },
      { id: 'c', kind: 'sensitivity', name: 'c', title: '', of: 'base', output: 'npv' },
      { id: 'd', kind: 'table', name: 'd', title: '', of: 'c' },
      { id: 'e', kind: 'text', text: '{c.npv} {d.npv} {base.npv}', aside: '' },
      investmentCase('fi').cells.find(({ id }) => id === 'base')!,
    ];
    const result = parseNotebook(JSON.stringify({ ...investmentCase('fi'), cells }), cellKinds);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const evaluation = evaluateNotebook(result.value, cellKinds);
    // A cell that is no scenario is none to those who read it, so that no view meets a result it does not know.
    expect(['a', 'b', 'd'].map((id) => evaluation.get(id)!.result)).toEqual([undefined, undefined, undefined]);
    const text = (evaluation.get('e')!.result as TextResult).points;
    expect([text.get('c'), text.get('d')]).toEqual([undefined, undefined]);
    expect(text.get('base')).toBe(evaluation.get('base')!.result);
  });
});
