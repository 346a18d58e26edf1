/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

/**
 * Keeps the whole site in the browser, so that after one visit it works without a network.
 *
 * Each version has a cache of its own. A page comes from the newest version that is complete; a file, from whichever version
 * has it. An update is therefore seen at the next page load, while a tab at work keeps every file of the version it runs. Old caches go
 * when the new worker activates, which the browser allows only after the last such tab has closed: nothing is hurried by skipWaiting.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

// The origin's caches are common to every site on it: the path tells ours apart.
const family = `arvio ${base}/ `;
const cacheName = family + version;
/** In development Kit names no built file, and what is served changes all the time. */
const built = build.length > 0;
/** Large and seldom used: stored when first used. */
const onDemand = /duckdb/i;
const immutable = `${base}/_app/immutable/`;

async function store(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...build, ...files].filter((path) => !onDemand.test(path)));
  // Pages last and together: a cache that has a page has everything the page needs. They bypass the HTTP cache, which may hold older ones.
  await cache.addAll(prerendered.map((path) => new Request(path, { cache: 'reload' })));
}

async function removeOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(family) && name !== cacheName).map((name) => caches.delete(name)),
  );
  // The page of the very first visit, too, gets its on-demand files stored.
  await worker.clients.claim();
}

/** The newest version's answer. Caches are listed in the order of their creation. */
async function stored(path: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(family));
  for (const name of names.reverse()) {
    const response = await (await caches.open(name)).match(path, { ignoreVary: true });
    // Some hosts redirect a folder to another spelling of its address; a browser takes no redirected response for a page.
    if (response) return response.redirected ? new Response(response.body, response) : response;
  }
  return undefined;
}

async function answer(request: Request, path: string): Promise<Response> {
  const known = await stored(path);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && path.startsWith(immutable)) {
    const copy = response.clone();
    // Storage may be full: the answer matters more than keeping it.
    await caches
      .open(cacheName)
      .then((cache) => cache.put(path, copy))
      .catch(() => undefined);
  }
  return response;
}

/** A page has one address, `…/fi/`: links inside it are relative, so that the other spellings cannot be answered in its place. */
function pageAddress(path: string): string {
  const folder = path.replace(/\/index\.html$/, '/');
  return prerendered.includes(`${folder}/`) ? `${folder}/` : folder;
}

worker.addEventListener('install', (event) => built && event.waitUntil(store()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (!built || request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(`${base}/`)) return;
  const address = request.mode === 'navigate' ? pageAddress(pathname) : pathname;
  event.respondWith(
    address === pathname ? answer(request, pathname) : Promise.resolve(Response.redirect(origin + address + search)),
  );
});
