import workerUrl from './worker?worker&url';

/**
 * Starts a simulation worker that inherits the page's Content-Security-Policy: a module worker started from its own
 * address escapes a policy that stands in a meta element, one started from a blob that imports that address does not.
 */
export function startWorker(): Worker {
  const address = new URL(workerUrl, import.meta.url).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const url = URL.createObjectURL(blob);
  const worker = new Worker(url, { type: 'module', name: 'simulation' });
  // Every browser has read the blob by the time the worker first speaks.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
