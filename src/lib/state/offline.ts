/**
 * Settles once the whole site is stored in this browser, so that it also works without a network: the service worker
 * becomes active only after it has stored everything. Never settles where service workers are missing or refused.
 */
export async function readyOffline(
  serviceWorker: Pick<ServiceWorkerContainer, 'ready'> | undefined = globalThis.navigator?.serviceWorker,
): Promise<void> {
  await (serviceWorker ? serviceWorker.ready : new Promise<never>(() => undefined));
}
