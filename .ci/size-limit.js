import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The bundle budget: what the notebook's page loads before it can be used. The list is read from the built page
 * (its preloads, and the entry its inline script imports) and followed through static imports, so that it cannot go stale.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const page = resolve(root, 'build/en/notebook/investment-case/index.html');

function initialFiles() {
  const html = readFileSync(page, 'utf8');
  const named = [
    ...[...html.matchAll(/<link\b[^>]*>/g)]
      .map(([link]) => link)
      .filter((link) => link.includes('rel="modulepreload"')),
    ...[...html.matchAll(/import\("[^"]+"\)|<script\b[^>]*\bsrc="[^"]+"/g)].map(([script]) => script),
  ].map((text) => resolve(dirname(page), /(?:href=|src=|import\()"([^"]+)"/.exec(text)?.[1] ?? ''));
  const files = new Set(named);
  // A Set visits what is added to it on the way. `import(` (lazy) does not match.
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
    for (const [, path = ''] of imports) files.add(resolve(dirname(file), path));
  }
  if (files.size === 0) throw new Error(`the page names no script: ${page}`);
  return [...files];
}

export default [{ name: 'initial JavaScript of the notebook', path: initialFiles(), limit: '200 kB', gzip: true }];
