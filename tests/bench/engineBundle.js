import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** @typedef {typeof import('./engine') & { wasm: Uint8Array<ArrayBuffer> }} BenchEngine */

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The engine's modules as one file for Node, built as the site's are. Modules that vite would load one by one are slower:
 * every call then goes through a lookup.
 *
 * @param {string} folder where the file is put @returns {Promise<BenchEngine>}
 */
export async function bundleEngine(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      ssr: 'tests/bench/engine.ts',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
  const engine = await import(pathToFileURL(join(folder, 'engine.mjs')).href);
  return { ...engine, wasm: new Uint8Array(readFileSync(join(root, 'src/lib/simulation/kernel/kernel.wasm'))) };
}
