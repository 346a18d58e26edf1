import { failure, type Result } from '$lib/metrics/result';
import { createJournal } from './journal';
import type { NotebookStore, StoreTrouble } from './keptNotebook';
import { randomId } from './randomId';

const name = 'arvio.notebooks';
interface Told {
  readonly id: string;
  readonly by: string;
}

let opened: Promise<NotebookStore> | undefined;
let voice: BroadcastChannel | undefined;

/** What pages that are left have not saved. */
export const browserJournal = createJournal(() => localStorage);

/** The browser's store, one for the page; its code is loaded when it is first wanted, and earlier visits' remains are in it. */
export function browserNotebooks(): Promise<NotebookStore> {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Asks the browser's store for something; one whose code cannot be had refuses. */
export async function askStore<T>(
  wish: (store: NotebookStore) => Promise<Result<T, StoreTrouble>>,
): Promise<Result<T, StoreTrouble>> {
  const store = await browserNotebooks().catch(() => null);
  return store ? wish(store) : failure('blocked');
}

async function open(): Promise<NotebookStore> {
  const [{ createNotebookStore }, { createMirror }, { recoverNotebooks }] = await Promise.all([
    import('./notebookStore'),
    import('./mirror'),
    import('./recoverNotebooks'),
  ]);
  // A page without the channel looks at the store when it is shown again.
  if (typeof BroadcastChannel === 'function') voice ??= new BroadcastChannel(name);
  const store = createNotebookStore({
    now: () => Date.now(),
    mirror: createMirror(() => navigator.storage.getDirectory()),
    tell: (id, by) => voice?.postMessage({ id, by } satisfies Told),
  });
  await recoverNotebooks(store, browserJournal, () => localStorage, randomId);
  return store;
}

/** Tells of every notebook that any page of the site has changed, this one included. @returns stops telling. */
export function onNotebookChange(listener: (id: string, by: string) => void): () => void {
  if (typeof BroadcastChannel !== 'function') return () => undefined;
  const ear = new BroadcastChannel(name);
  ear.onmessage = ({ data }: MessageEvent<Told>) => listener(data.id, data.by);
  return () => ear.close();
}
