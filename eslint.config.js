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
const plot = ['@observablehq/plot'];
const bareD3 = { group: ['d3'], message: 'import only the d3 modules that are used, e.g. d3-array' };

/** One block per layer: everything above it, and its neighbours on the same line, may not be imported. */
const layerRules = layers.flatMap((line, depth) =>
  line.map((layer) => {
    const above = layers.slice(0, depth).flat();
    const beside = line.filter((other) => other !== layer);
    const forbidden = [...above, ...beside].map((name) => `$lib/${name}/**`);
    return {
      files: [`src/lib/${layer}/**/*.{ts,svelte}`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              bareD3,
              ...(forbidden.length ? [{ group: forbidden, message: `${layer} imports only downwards` }] : []),
              ...(pure.includes(layer) ? [{ group: screen, message: `${layer} knows no screen` }] : []),
              ...(['charts', 'components'].includes(layer)
                ? []
                : [{ group: plot, message: 'Plot lives in charts/ and its frame' }]),
              { group: ['../../*'], message: 'use $lib/layer/file across layers' },
            ],
          },
        ],
      },
    };
  }),
);

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/'] },
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
  ...layerRules,
  {
    files: deterministic.map((layer) => `src/lib/${layer}/**/*.ts`),
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'randomness is an argument' },
        { object: 'Date', property: 'now', message: 'the clock is an argument' },
      ],
      'no-restricted-globals': ['error', { name: 'localStorage', message: 'storage is an argument' }],
    },
  },
  {
    // Bit-identical in every engine: only + − × ÷ √ here, and what elementary.ts builds from them (model.md 7).
    files: ['src/lib/uncertainty/**/*.ts', 'src/lib/simulation/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Math'][property.name=/^(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|cbrt|hypot)$/]",
          message: 'engines differ in the last bit: use $lib/uncertainty/elementary',
        },
        {
          selector: "BinaryExpression[operator='**']",
          message: 'engines differ in the last bit: use $lib/uncertainty/elementary',
        },
      ],
    },
  },
);
