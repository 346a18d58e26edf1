import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-static';
import { plotStyleHash } from './src/lib/charts/plotStyleHash.js';
import { earlyTheme } from './src/lib/state/earlyTheme.js';

const earlyThemeHash = /** @type {const} */ (`sha256-${createHash('sha256').update(earlyTheme).digest('base64')}`);

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: undefined, strict: true }),
    // Relative asset paths: the build serves from any sub-path of any static host.
    paths: { relative: true },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
    // Kit registers the worker in the page's inline script, by a relative address: it is covered by the hash and works under any path.
    serviceWorker: { files: (file) => file !== 'screenshot.png' && !file.endsWith('.DS_Store') },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval', 'blob:', earlyThemeHash],
        'style-src-elem': ['self', plotStyleHash],
        // Static and server-rendered style="…" carries slider positions; it cannot run code.
        'style-src-attr': ['unsafe-inline'],
        'worker-src': ['self', 'blob:'],
        'connect-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        // Not covered by default-src, and the one way left for a value to leave the page.
        'form-action': ['self'],
      },
    },
  },
};
