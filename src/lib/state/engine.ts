import { createEngine, type Engine } from '$lib/simulation/engine';
import { startWorker } from '$lib/simulation/startWorker';

let shared: Engine | undefined;

/** The one engine of the page, started when first asked for. */
export function sharedEngine(): Engine {
  shared ??= createEngine({
    startWorker: typeof Worker === 'undefined' ? null : startWorker,
    workers: Math.min(navigator.hardwareConcurrency || 2, 8),
  });
  return shared;
}
