import { chromium } from '@playwright/test';
import { launchOptions } from '../browserLaunch.js';
import { inTurn, languages, NotebookPage } from './notebookPage';
import { expect, test } from './test';

for (const language of languages) {
  const mine = inTurn(language);

  if (mine())
    test(`nothing can be changed before the page can keep it, in ${language}`, async ({ page }) => {
      let load!: () => void;
      const held = new Promise<void>((resolve) => (load = resolve));
      await page.route('**/*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${language}/notebook/investment-case/`, { waitUntil: 'commit' });
      const uplift = page.locator('[data-driver="revenueUplift"]').getByRole('slider', { includeHidden: true }).first();
      await expect(uplift).toHaveValue('0.074');
      await uplift.focus();
      await page.keyboard.press('PageUp');
      await expect(uplift).toHaveValue('0.074');

      load();
      await new NotebookPage(page, language).ready();
      await uplift.press('PageUp');
      await expect(uplift).toHaveValue('0.084');
    });

  if (mine())
    test(`a browser without scripts shows the example and says what is missing, in ${language}`, async ({ site }) => {
      // Playwright's own switch stops scripts, but has the page read as if they ran.
      const { args, ...rest } = launchOptions();
      const browser = await chromium.launch({ ...rest, args: [...args, '--blink-settings=scriptEnabled=false'] });
      const page = await browser.newPage();
      await page.goto(`${site.url}${language}/notebook/investment-case/`);
      await expect(page.locator('noscript p')).toContainText('JavaScript');
      await expect(page.locator('noscript p')).toBeVisible();
      await expect(page.locator('dd.value').first()).toHaveText(/\d/);
      await browser.close();
    });
}
