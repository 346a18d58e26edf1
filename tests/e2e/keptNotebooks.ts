import type { Page } from '@playwright/test';

/** A row of the browser's database, as a test puts it there or finds it. */
export interface StoredRow {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly client?: string;
  readonly template?: string;
  readonly savedAt?: number;
  readonly revision?: number;
}

/** Everything the page's database holds, whatever it is. The page must have opened it. */
export function readStored(page: Page): Promise<StoredRow[]> {
  return page.evaluate(
    () =>
      new Promise<StoredRow[]>((resolve, reject) => {
        const opening = indexedDB.open('arvio');
        // Where the page has not made its database yet, none is made in its place, and nothing is kept.
        let missing = false;
        opening.onupgradeneeded = () => {
          missing = true;
          opening.transaction!.abort();
        };
        opening.onerror = () => (missing ? resolve([]) : reject(new Error(opening.error?.message)));
        opening.onsuccess = () => {
          const rows = opening.result.transaction('notebooks').objectStore('notebooks').getAll();
          rows.onsuccess = () => {
            opening.result.close();
            resolve(rows.result as StoredRow[]);
          };
        };
      }),
  );
}

/** Puts rows into the database behind the page's back, as another program or a damaged disk might. */
export function putStored(page: Page, rows: readonly StoredRow[]): Promise<void> {
  return page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('arvio');
        opening.onerror = () => reject(new Error(opening.error?.message));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('notebooks', 'readwrite');
          for (const row of rows) transaction.objectStore('notebooks').put(row);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
}
