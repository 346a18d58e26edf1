import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser, type KillableBrowser } from './killableBrowser';
import { expect, test } from './test';

/** In the page: all that stands in the copies of notebooks. */
async function readCopies(): Promise<string> {
  const copies = await (await navigator.storage.getDirectory()).getDirectoryHandle('arvio');
  const texts: string[] = [];
  for await (const file of (await copies.getDirectoryHandle('notebooks')).values())
    texts.push(await (await (file as FileSystemFileHandle).getFile()).text());
  return texts.join();
}

/**
 * What Chromium does with a database it finds damaged: it throws it away, and says nothing. It comes to that when the browser is killed
 * in the middle of a record and, at its next start, writes on behind the half one; at the start after that the record cannot be read.
 */
test('notebooks are there when the browser has thrown its database away', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'arvio-lost-'));
  const title = (page: Page) => page.getByRole('heading', { level: 1 }).locator('textarea');
  const client = (page: Page) => page.locator('input[maxlength="200"]').first();
  const saved = (page: Page) => expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
  let browser: KillableBrowser | undefined;
  try {
    browser = await startBrowser(profile);
    const before = browser.page;
    await before.goto(`${site.url}en/notebook/#new`);
    await title(before).fill('Kept twice');
    await client(before).fill('Kone Oy');
    await expect(before).toHaveURL(/#n=/);
    await saved(before);
    await expect.poll(() => before.evaluate(readCopies)).toContain('Kone Oy');
    const own = before.url();
    await browser.kill();
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true });

    browser = await startBrowser(profile);
    const after = browser.page;
    await after.goto(own);
    await expect(title(after)).toHaveValue('Kept twice');
    await expect(client(after)).toHaveValue('Kone Oy');
    // It is in a database again: what is done to it is kept, and it stands on the list.
    await client(after).fill('Another');
    await saved(after);
    await after.reload();
    await expect(client(after)).toHaveValue('Another');
    await after.goto(`${site.url}en/`);
    await expect(after.getByRole('link', { name: /Kept twice/ })).toBeVisible();
  } finally {
    await browser?.kill().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
