import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './tests/browserLaunch.js';

/**
 * Kit tells the service worker what Vite's manifest names, and the manifest names a worker but not what the worker imports
 * (chunks, WASM). Without this, a notebook opened offline would have no simulation.
 */
const manifest = '.vite/manifest.json';
const nameWorkerFiles: Plugin = {
  name: 'arvio:name-worker-files',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const asset = bundle[manifest];
      if (asset?.type !== 'asset') return;
      const files = Object.keys(bundle).filter((file) => /\/immutable\/workers\//.test(file));
      const named = Object.fromEntries(files.map((file) => [file, { file }]));
      asset.source = JSON.stringify({ ...JSON.parse(String(asset.source)), ...named }, null, 2);
    },
  },
};

/**
 * Plot brings every map projection and colour scheme along, a tenth of the page, and no chart here has a map or a colour
 * scale. In the browser these modules are empty: their names are there, and do nothing.
 */
const unused = ['d3-geo', 'd3-scale-chromatic'];
const leaveOutUnused: Plugin = {
  name: 'arvio:leave-out-unused',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: (id) => (unused.includes(id) ? `\0unused:${id}` : null),
  async load(id) {
    if (!id.startsWith('\0unused:')) return null;
    const names = Object.keys((await import(id.slice('\0unused:'.length))) as object);
    return `const unused = () => undefined;\nexport { ${names.map((name) => `unused as ${name}`).join(', ')} };`;
  },
};

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export default defineConfig({
  plugins: [leaveOutUnused, sveltekit(), nameWorkerFiles],
  worker: { format: 'es' },
  // `npm start` opens the page where a browser can show it. Elsewhere Vite would print a spawn error.
  preview: { open: process.env.npm_lifecycle_event === 'start' && hasScreen },
  // Small assets would become data: addresses, which the policy refuses for fonts and for WASM.
  build: { assetsInlineLimit: 0, rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    // No test is one of speed: a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    maxWorkers: '100%',
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
          // Every core, and no new world for each of a hundred files: the tests keep no state in modules. Half the time.
          isolate: false,
        },
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: launchOptions(),
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
