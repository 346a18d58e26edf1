import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { toKinds } from '$lib/notebook/cellKind';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { renameCell } from '$lib/notebook/renameCell';
import { investmentCase } from '$lib/templates/investmentCase';
import { bonusKind, type Bonus, type BonusCell } from '../../fixtures/bonus/cell';

const kinds = { ...cellKinds, ...toKinds([bonusKind]) };
const template = investmentCase('en');
const bonus = createCell(template, kinds, 'bonus', 'en') as BonusCell;
const notebook = insertCell(template, bonus, 2);

describe('the walkthrough of ARCHITECTURE.md, "Add a cell kind"', () => {
  const architecture = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const walkthrough = /## Add a cell kind\n([^]*?)(?=\n## |$)/.exec(architecture)![1]!;
  /** File by file: the name in the step's heading, and the code under it. */
  const steps = [...walkthrough.matchAll(/`<kind>\/([\w.]+)`[^]*?```\w+\n([^]*?)```/g)];

  test('shows every file of the folder', () => {
    expect(steps.map(([, file]) => file)).toEqual(['messages.ts', 'cell.ts', 'View.svelte', 'about.ts']);
  });

  test.each(steps.map(([, file = '', code = '']) => [file, code] as const))(
    '%s is the one that is tested here',
    (file, code) => {
      const tested = readFileSync(new URL(`../../fixtures/bonus/${file}`, import.meta.url), 'utf8');
      expect(code.trim()).toBe(tested.trim());
    },
  );
});

describe('a kind made by the walkthrough', () => {
  test('is created complete, evaluated and read back', () => {
    expect(bonus).toMatchObject({ name: 'bonus', of: 'base', share: 0.1 });
    // A tenth of the published 222 824 €.
    expect((evaluateNotebook(notebook, kinds).get(bonus.id)!.result as Bonus).amount).toBeCloseTo(22_282, -1);
    expect(parseNotebook(JSON.stringify(notebook), kinds)).toEqual({ ok: true, value: notebook });
  });

  test('publishes its value under its name', () => {
    const published = evaluateNotebook(notebook, kinds).get(bonus.id)!.published();
    expect(published['']).toMatchObject({ unit: 'money' });
  });

  test('follows what it reads when that is renamed', () => {
    const renamed = renameCell(notebook, kinds, 'base', 'today');
    expect(renamed.cells.find(({ id }) => id === bonus.id)).toMatchObject({ of: 'today' });
  });

  test('is nothing to a reader who does not know it', () => {
    expect(parseNotebook(JSON.stringify(notebook), cellKinds)).toEqual({
      ok: false,
      problem: { tag: 'invalid', path: 'cells.2.kind' },
    });
  });
});
