import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { migrate } from '$lib/notebook/migrations';
import { currentVersion } from '$lib/notebook/notebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';

/** Documents as older versions wrote them. They are never changed; a new version adds its own. */
const folder = new URL('../../fixtures/notebooks/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('a document of an older version', () => {
  test('is kept of every version there has been', () => {
    const versions = new Set(fixtures.map(([, text]) => (JSON.parse(text) as { version: number }).version));
    expect([...versions].sort()).toEqual(Array.from({ length: currentVersion }, (_, i) => i + 1));
  });

  test.each(fixtures)('%s is read, and its cells are those that were written', (_, text) => {
    const read = parseNotebook(text, cellKinds);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const written = JSON.parse(text) as { cells: { id: string }[] };
    expect(read.value.version).toBe(currentVersion);
    expect(read.value.cells.map(({ id }) => id)).toEqual(written.cells.map(({ id }) => id));
    expect([...evaluateNotebook(read.value, cellKinds).values()].map(({ problem }) => problem)).toEqual(
      read.value.cells.map(() => null),
    );
  });

  test('comes to the published figures where it is the published case', () => {
    const text = fixtures.find(([name]) => name === 'v1-investment-case-fi.json')![1];
    const read = parseNotebook(text, cellKinds);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const { outputs } = evaluateNotebook(read.value, cellKinds).get('base')!.result as ScenarioPoint;
    // domain.md, source 3: 3.7 months, 369 %, 222 824 €.
    expect(outputs.payback).toBeCloseTo(3.7, 1);
    expect(outputs.netGain12).toBeCloseTo(222_824, 0);
  });
});

test.each([null, 1, 'text', [], {}, { version: '1' }, { version: 99 }, { version: 'constructor' }])(
  '%o is left as it is',
  (data) => expect(migrate(data)).toBe(data),
);
