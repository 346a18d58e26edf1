import { startModuleWorker } from './startModuleWorker';
import workerUrl from './worker?worker&url';

/** Starts a simulation worker. */
export function startWorker(): Worker {
  return startModuleWorker(workerUrl, 'simulation');
}
