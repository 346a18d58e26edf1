import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './killableBrowser';
import { expect, test } from './test';

/**
 * What Chromium does with a database it finds damaged: it throws it away, and says nothing. It comes to that when the browser is killed
 * in the middle of a record and, at its next start, writes on behind the half one; at the start after that the record cannot be read.
 */
test('notebooks are there when the browser has thrown its database away', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'arvio-lost-'));
  try {
    let { page, kill } = await startBrowser(profile);
    const title = () => page.getByRole('heading', { level: 1 }).locator('textarea');
    const client = () => page.locator('input[maxlength="200"]').first();
    await page.goto(`${site.url}en/notebook/#new`);
    await title().fill('Kept twice');
    await client().fill('Kone Oy');
    await expect(page).toHaveURL(/#n=/);
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
    const own = page.url();
    await kill();
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true });

    ({ page, kill } = await startBrowser(profile));
    await page.goto(own);
    await expect(title()).toHaveValue('Kept twice');
    await expect(client()).toHaveValue('Kone Oy');
    // It is in a database again: what is done to it is kept, and it stands on the list.
    await client().fill('Another');
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
    await page.reload();
    await expect(client()).toHaveValue('Another');
    await page.goto(`${site.url}en/`);
    await expect(page.getByRole('link', { name: /Kept twice/ })).toBeVisible();
    await kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
