import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * The architecture, top to bottom: a layer imports only from the layers below it ($lib/layer/file), and ./file inside itself.
 * Layers on one line do not import one another.
 */
const layers = [
  ['templates'],
  ['cells'],
  ['components'],
  ['charts', 'export'],
  ['state'],
  ['notebook', 'data', 'i18n'],
  ['simulation'],
  ['scenario'],
  ['uncertainty'],
  ['metrics'],
];
/** Layers that mathematics and documents live in: they run in workers and in Node, so they know no screen. */
const pure = ['notebook', 'data', 'i18n', 'simulation', 'scenario', 'uncertainty', 'metrics'];
const deterministic = [...pure, 'charts', 'export'];

const screen = ['svelte', 'svelte/*', '$app/*', '*.svelte', '*.svelte.ts'];
const plot = { group: ['@observablehq/plot'], message: 'Plot lives in charts/ and its frame' };
/** The one place that puts a chart's options on the screen. */
const plotFrame = 'src/lib/components/chart/**/*.{ts,svelte}';
const bareD3 = { group: ['d3'], message: 'import only the d3 modules that are used, e.g. d3-array' };

const folders = (names) => names.flatMap((name) => [`$lib/${name}`, `$lib/${name}/**`]);

const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: [bareD3, ...patterns] }] });

/** Everything above a layer, and its neighbours on the same line, may not be imported; nor anything by a path that climbs out of it. */
function importsOf(layer, { outside, drawsPlot = layer === 'charts' }) {
  const depth = layers.findIndex((line) => line.includes(layer));
  const forbidden = [...layers.slice(0, depth).flat(), ...layers[depth].filter((other) => other !== layer)];
  return restrictImports(
    { group: [outside], message: 'use $lib/layer/file across layers' },
    { group: [...folders(forbidden), '**/routes/**'], message: `${layer} imports only downwards` },
    ...(pure.includes(layer) ? [{ group: screen, message: `${layer} knows no screen` }] : []),
    ...(drawsPlot ? [] : [plot]),
  );
}
const layerRules = layers.flat().flatMap((layer) => [
  { files: [`src/lib/${layer}/**/*.{js,ts,svelte}`], rules: importsOf(layer, { outside: '../../*' }) },
  { files: [`src/lib/${layer}/*.{js,ts,svelte}`], rules: importsOf(layer, { outside: '../*' }) },
]);

/** Randomness and the clock are arguments, so that the same notebook gives the same bytes everywhere. */
const clockAndChance = [
  { object: 'Math', property: 'random', message: 'randomness is an argument' },
  { object: 'crypto', property: 'getRandomValues', message: 'randomness is an argument' },
  { object: 'crypto', property: 'randomUUID', message: 'randomness is an argument' },
  { object: 'Date', property: 'now', message: 'the clock is an argument' },
  { object: 'performance', property: 'now', message: 'the clock is an argument' },
];
const currentDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'the clock is an argument',
};
const inexact =
  'exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|atan2|asinh|acosh|atanh|cbrt|hypot';
const inexactMessage = 'engines differ in the last bit: use $lib/uncertainty/elementary';

/** @type {import('eslint').Linter.Config[]} */
export default [
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'src/lib/notebook/expression/parser.js'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['src/routes/**', 'src/*.ts'], rules: restrictImports(plot) },
  ...layerRules,
  { files: [plotFrame], rules: importsOf('components', { outside: '../../*', drawsPlot: true }) },
  {
    files: deterministic.map((layer) => `src/lib/${layer}/**/*.ts`),
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-syntax': ['error', currentDate],
      'no-restricted-globals': ['error', { name: 'localStorage', message: 'storage is an argument' }],
    },
  },
  {
    // Bit-identical in every engine: only + − × ÷ √ here, and what elementary.ts builds from them (model.md 7).
    files: ['src/lib/uncertainty/**/*.ts', 'src/lib/simulation/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        currentDate,
        { selector: `MemberExpression[object.name='Math'][property.name=/^(${inexact})$/]`, message: inexactMessage },
        { selector: `MemberExpression[object.name='Math'][computed=true]`, message: inexactMessage },
        { selector: "VariableDeclarator[init.name='Math']", message: inexactMessage },
        { selector: "BinaryExpression[operator='**']", message: inexactMessage },
        { selector: "AssignmentExpression[operator='**=']", message: inexactMessage },
      ],
    },
  },
];
