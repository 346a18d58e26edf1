/**
 * Starts a module worker that inherits the page's Content-Security-Policy: one started from its own address escapes a
 * policy that stands in a meta element, one started from a blob that imports that address does not.
 */
export function startModuleWorker(url: string, name: string): Worker {
  const address = new URL(url, import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(blob);
  const worker = new Worker(blobUrl, { type: 'module', name });
  // Every browser has read the blob by the time the worker first speaks.
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}
