import { afterEach, beforeEach, vi } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { Notebook } from '$lib/notebook/notebook';
import { createJournal } from '$lib/state/journal';
import { Keeper } from '$lib/state/keeper.svelte';
import type { KeptNotebook, NotebookStore, NotebookText } from '$lib/state/keptNotebook';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';
import { templateOf } from '$lib/templates/templates';
import { fakeStorage } from './fakeStorage';
import { freshDatabase, newStore, valueOf } from './freshDatabase';

export const id = 'investment-case';
export const template = investmentCase('fi');
export const written = (notebook: Notebook): NotebookText => ({
  text: JSON.stringify(notebook),
  title: notebook.title,
  client: notebook.client,
  template: notebook.template,
});
export const theirs = { ...template, client: 'Toinen Oy' };

/** A page on which a notebook is kept: the template's own, or with `found` that of one's own notebook. */
export function newPage({
  id: kept = id,
  language = 'fi',
  found,
  store = newStore().store,
  storage = fakeStorage().storage,
  waits = false,
}: {
  id?: string;
  language?: 'fi' | 'en';
  found?: KeptNotebook | null;
  store?: NotebookStore;
  storage?: () => Storage;
  waits?: boolean;
} = {}) {
  const session = new Session({ kinds: cellKinds, template: templateOf, notebook: investmentCase(language) });
  if (found) session.open(JSON.parse(found.text) as Notebook);
  const keeper = new Keeper({
    session,
    id: kept,
    ...(found !== undefined && { found }),
    waits,
    store: async () => store,
    journal: createJournal(storage),
  });
  const edit = (change: Partial<Notebook>) => {
    session.apply({ ...session.notebook, ...change });
    keeper.notice();
  };
  return { session, keeper, store, edit, stored: async () => valueOf(store.read(kept)) };
}

/** Lets the database finish what it has begun; no time passes. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
}
export async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await settle();
}
export async function openPage(options?: Parameters<typeof newPage>[0]) {
  const page = newPage(options);
  await page.keeper.open();
  return page;
}

/** Gives each test of a file a database of its own, and time that passes when it is told to. */
export function startAfresh(): void {
  beforeEach(() => {
    freshDatabase();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
