import { readFileSync, writeFileSync } from 'node:fs';
import process, { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/**
 * Compiles kernel/assembly to WebAssembly. The sources end in `.as`, because they are not TypeScript: its compiler, linter
 * and formatter know none of their types.
 *
 * @returns {Promise<Uint8Array>} the same bytes on every machine
 */
export async function compileKernel() {
  const folder = new URL('./assembly/', import.meta.url);
  /** @type {Uint8Array | undefined} */
  let compiled;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--use',
      'abort=',
    ],
    {
      readFile(name) {
        try {
          return readFileSync(new URL(name.replace(/\.ts$/, '.as'), folder), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile(name, contents) {
        if (name === 'kernel.wasm' && typeof contents !== 'string') compiled = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !compiled) throw new Error(`${error?.message ?? 'nothing was compiled'}\n${stderr.toString()}`);
  return compiled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernel();
  writeFileSync(argv[2] ?? new URL('./kernel.wasm', import.meta.url), bytes);
  console.log(`kernel.wasm: ${bytes.length} bytes`);
}
