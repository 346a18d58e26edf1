import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { languages, NotebookPage, openNotebook } from './notebookPage';
import { expect, test } from './test';

/** What would keep somebody from using the page, each with where. */
async function obstacles(page: Page, { except = [] as string[] } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .disableRules(except)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
}

const duplicateIds = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });

for (const language of languages) {
  // Contrast depends on the theme, names on the language: each is looked at once.
  for (const colorScheme of [language === 'fi' ? 'light' : 'dark'] as const) {
    test.describe(`${colorScheme}, in ${language}`, () => {
      // Pictures appear at once, and no transition is caught half-way.
      test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1280, height: 4800 } });

      test('the notebook keeps nobody out', async ({ page }) => {
        const notebook = await openNotebook(page, language);
        await notebook.unfold();
        await notebook.settled();
        expect(await obstacles(page)).toEqual([]);
        expect(await duplicateIds(page)).toEqual([]);
      });

      test('nor does a notebook at work', async ({ page }) => {
        const notebook = await openNotebook(page, language);
        await notebook.press('revenueUplift', 'Home');
        await notebook.cell('scenario').locator('dl dt button').first().click();
        for (const tool of await page.locator('figure .tools button[aria-expanded]').all()) await tool.click();
        await notebook.settled();
        expect(await obstacles(page)).toEqual([]);
        await notebook.field('investment').fill('1,735');
        // What the field says lies over the next row as long as the caret is in it.
        expect(await obstacles(page, { except: ['target-size'] })).toEqual([]);
        await notebook.row('annualChurn').getByRole('button').last().click();
        await expect(notebook.row('annualChurn').getByRole('dialog')).toBeVisible();
        expect(await obstacles(page)).toEqual([]);
        expect(await duplicateIds(page)).toEqual([]);
      });

      test('nor do one’s own notebooks and their versions', async ({ page }) => {
        const notebook = await openNotebook(page, language);
        await notebook.type('investment', '75000');
        await page.getByRole('button', { name: notebook.say({ fi: 'Lisää toimintoja', en: 'More actions' }) }).click();
        await page.getByRole('button', { name: notebook.say({ fi: 'Versiot…', en: 'Versions…' }) }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: notebook.say({ fi: 'Tallenna versio', en: 'Save version' }) }).click();
        await expect(dialog.locator('[data-id]')).toBeVisible();
        expect(await obstacles(page)).toEqual([]);
        await page.goto(`${language}/`);
        const list = page.locator('section.own');
        await expect(list).toBeVisible();
        expect(await obstacles(page)).toEqual([]);
        expect(await duplicateIds(page)).toEqual([]);
        await page.goto(`${language}/notebook/#n=nobody`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await obstacles(page)).toEqual([]);
      });

      test('the home page keeps nobody out', async ({ page }) => {
        await page.goto(`${language}/`);
        await expect(page.locator('.mini dd.interval').first()).toHaveText(/\d/);
        expect(await obstacles(page)).toEqual([]);
        expect(await duplicateIds(page)).toEqual([]);
      });
    });
  }

  test(`on a phone the notebook keeps nobody out, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const notebook = await new NotebookPage(page, language).open();
    await notebook.settled();
    expect(await obstacles(page)).toEqual([]);
    // Nothing makes the page wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
