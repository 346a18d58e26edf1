import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const buildFolder = fileURLToPath(new URL('../build/', import.meta.url));

/** @type {Record<string, string>} A plain host's table, with WASM under a type it does not know. */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** @param {string} path */
const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * Serves the built site as any static host would, under a path of it, on a free port.
 * `extra` are files beside the build, by path from the site's root: a test's own scripts.
 * `keepable`: a browser may keep the files whose names change with their content, as hosts usually let it; without, every
 * file is fetched anew.
 * @param {{ basePath?: string, folder?: string, extra?: Record<string, string>, keepable?: boolean }} [options]
 * `site.folder` may be changed while the site runs: a new version has been put in place.
 * @returns {Promise<{ url: string, origin: string, folder: string, requests: string[], close: () => Promise<void> }>}
 */
export async function serveStaticSite({ basePath = '/', folder = buildFolder, extra = {}, keepable = true } = {}) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const notFound = () => response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    if (!pathname.startsWith(basePath)) return notFound();
    const relative = decodeURIComponent(pathname.slice(basePath.length));
    const added = extra[relative];
    if (added !== undefined) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(added);
    const path = normalize(join(site.folder, relative));
    if (path !== normalize(site.folder) && !path.startsWith(normalize(site.folder + sep))) return notFound();
    if (isFolder(path) && !pathname.endsWith('/')) {
      return response.writeHead(301, { location: `${pathname}/${search}` }).end();
    }
    const file = isFolder(path) ? join(path, 'index.html') : path;
    if (!isFile(file)) return notFound();
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...(keepable && relative.includes('/immutable/') && { 'cache-control': 'public, max-age=31536000, immutable' }),
    });
    createReadStream(file).pipe(response);
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const site = {
    url: origin + basePath,
    origin,
    folder,
    requests,
    close: () =>
      /** @type {Promise<void>} */ (
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        })
      ),
  };
  return site;
}
