import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a file of this content would break at this place. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>` : code;
  const [result] = await eslint.lintText(text, { filePath });
  expect(result?.fatalErrorCount).toBe(0);
  const rules = result?.messages.map(({ ruleId }) => ruleId ?? '') ?? [];
  return [...new Set(rules)].filter((rule) => rule.startsWith('no-restricted-'));
}
const importing = (from: string) => `import * as it from '${from}';\nvoid it;`;

describe('a layer imports only downwards', () => {
  test.each([
    ['metrics/npv.ts', '$lib/scenario/project'],
    ['metrics/npv.ts', '$lib/uncertainty/elementary'],
    ['scenario/project.ts', '$lib/simulation/result'],
    ['notebook/evaluate.ts', '$lib/state/session.svelte'],
    ['notebook/evaluate.ts', '$lib/cells/registry'],
    ['data/measures.ts', '$lib/i18n/messages'],
    ['charts/fan.ts', '$lib/components/Figure.svelte'],
    ['charts/fan.ts', '$lib/export/csv'],
    ['state/session.svelte.ts', '$lib/charts/fan'],
    ['components/Figure.svelte', '$lib/cells/registry'],
    ['components/Figure.svelte', '$lib/cells'],
    ['cells/fan/cell.ts', '$lib/templates/investmentCase'],
    ['cells/fan/View.svelte', '../../templates/investmentCase'],
    ['cells/registry.ts', '../templates/investmentCase'],
    ['metrics/npv.ts', '../../routes/somewhere'],
  ])('%s may not import %s', async (file, from) => {
    expect(await broken(`src/lib/${file}`, importing(from))).toEqual(['no-restricted-imports']);
  });

  test.each([
    ['scenario/project.ts', '$lib/metrics/npv'],
    ['cells/fan/View.svelte', '$lib/components/Figure.svelte'],
    ['cells/fan/View.svelte', '../data/columns'],
    ['cells/fan/View.svelte', './messages'],
    ['templates/investmentCase.ts', '$lib/notebook/notebook'],
  ])('%s may import %s', async (file, from) => {
    expect(await broken(`src/lib/${file}`, importing(from))).toEqual([]);
  });
});

describe('mathematics and documents know no screen', () => {
  test.each(['svelte', 'svelte/reactivity', '$app/state', './Figure.svelte', './session.svelte.ts'])(
    'metrics, simulation and notebook may not import %s',
    async (from) => {
      for (const layer of ['metrics', 'simulation', 'notebook'])
        expect(await broken(`src/lib/${layer}/file.ts`, importing(from)), layer).toEqual(['no-restricted-imports']);
    },
  );
});

describe('Plot is drawn in one place', () => {
  const plot = importing('@observablehq/plot');

  test('charts and the chart frame import it', async () => {
    expect(await broken('src/lib/charts/fan.ts', plot)).toEqual([]);
    expect(await broken('src/lib/components/chart/Chart.svelte', plot)).toEqual([]);
  });

  test('no other component, cell, export or route does', async () => {
    for (const file of [
      'lib/components/Figure.svelte',
      'lib/components/controls/Slider.svelte',
      'lib/cells/fan/View.svelte',
      'lib/export/pptx.ts',
      'routes/+page.svelte',
      'routes/[lang=lang]/+layout.ts',
    ])
      expect(await broken(`src/${file}`, plot), file).toEqual(['no-restricted-imports']);
  });

  test('the frame otherwise keeps the rules of components', async () => {
    expect(await broken('src/lib/components/chart/Chart.svelte', importing('$lib/cells/registry'))).toEqual([
      'no-restricted-imports',
    ]);
  });

  test('the whole of d3 is imported nowhere, its modules are', async () => {
    for (const file of [
      'lib/charts/fan.ts',
      'lib/metrics/lorenz.ts',
      'lib/components/chart/Chart.svelte',
      'routes/+page.ts',
    ])
      expect(await broken(`src/${file}`, importing('d3')), file).toEqual(['no-restricted-imports']);
    expect(await broken('src/lib/charts/fan.ts', importing('d3-array'))).toEqual([]);
  });
});

describe('the same notebook gives the same bytes everywhere', () => {
  const deterministic = [
    'metrics',
    'uncertainty',
    'scenario',
    'simulation',
    'i18n',
    'data',
    'notebook',
    'export',
    'charts',
  ];

  test.each([
    'Math.random()',
    'crypto.randomUUID()',
    'Date.now()',
    'performance.now()',
    'new Date()',
    "localStorage.getItem('x')",
  ])('below state nobody asks for %s', async (expression) => {
    for (const layer of deterministic)
      expect(await broken(`src/lib/${layer}/file.ts`, `void (${expression});`), layer).toHaveLength(1);
    expect(await broken('src/lib/state/file.ts', `void (${expression});`)).toEqual([]);
  });

  test.each(['Math.exp(2)', 'Math.log(2)', 'Math.pow(2, 3)', 'Math.atan2(1, 2)', "Math['exp'](2)", '2 ** 3'])(
    'the simulation and its distributions leave %s to elementary',
    async (expression) => {
      for (const layer of ['uncertainty', 'simulation'])
        expect(await broken(`src/lib/${layer}/file.ts`, `void (${expression});`)).toEqual(['no-restricted-syntax']);
      expect(await broken('src/lib/metrics/file.ts', `void (${expression});`)).toEqual([]);
    },
  );

  test('exact operations are free', async () => {
    expect(
      await broken('src/lib/simulation/file.ts', 'void [Math.sqrt(2), Math.floor(2.5), Math.abs(-1), Math.PI];'),
    ).toEqual([]);
  });

  test('nor do they take functions out of Math by name', async () => {
    expect(await broken('src/lib/uncertainty/file.ts', 'const { exp } = Math;\nvoid exp;')).toEqual([
      'no-restricted-syntax',
    ]);
  });
});
