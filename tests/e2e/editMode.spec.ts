import { cell, obstacles, openToEdit, words } from './editMode';
import { inTurn, languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  test(`a reader sees no tools, and an editor does, in ${language}`, async ({ page }) => {
    await openNotebook(page, language);
    await expect(page.getByRole('button', { name: say.add })).toHaveCount(0);
    await expect(page.getByLabel(say.heading)).toHaveCount(0);
    await page.getByRole('button', { name: say.edit, exact: true }).click();
    await expect(page.getByRole('button', { name: say.add })).toHaveCount(7);
    await page.getByRole('button', { name: say.done, exact: true }).click();
    await expect(page.getByRole('button', { name: say.add })).toHaveCount(0);
  });

  if (mine())
    test(`folded, a cell is its heading, which a reader may open, in ${language}`, async ({ page }) => {
      await openToEdit(page, language);
      await cell(page, 'fan').hover();
      await cell(page, 'fan').getByRole('button', { name: say.fold }).click();
      await expect(cell(page, 'fan').locator('figure')).toHaveCount(0);
      await page.getByRole('button', { name: say.done, exact: true }).click();
      const heading = cell(page, 'fan').getByRole('heading').getByRole('button');
      await heading.click();
      await expect(cell(page, 'fan').locator('figure')).toBeVisible();
    });

  if (mine())
    test(`the map of dependencies leads to a cell, in ${language}`, async ({ page }) => {
      await openToEdit(page, language);
      await page.getByRole('button', { name: say.dependencies }).click();
      const map = page.getByRole('dialog', { name: say.dependencies });
      await expect(map.getByRole('listitem')).toHaveCount(6);
      await expect(map.locator('path')).toHaveCount(5);
      expect(await obstacles(page)).toEqual([]);
      await map.getByRole('button', { name: /Fan|Viuhka/ }).click();
      await expect(map).toHaveCount(0);
      await expect(cell(page, 'fan')).toBeFocused();
    });

  if (mine())
    test(`edit mode keeps nobody out, nor is it wider than a phone, in ${language}`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1280, height: 5200 });
      const notebook = await openToEdit(page, language);
      await notebook.settled();
      expect(await obstacles(page)).toEqual([]);
      await page.getByRole('button', { name: say.add }).first().click();
      await expect(page.locator('input[role=combobox]')).toBeFocused();
      expect(await obstacles(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await cell(page, 'lead').getByRole('button', { name: say.write }).click();
      await cell(page, 'lead')
        .getByRole('textbox', { name: say.text, exact: true })
        .fill('- a\n\n| b | c |\n|---|---|\n| {base.np');
      await expect(page.locator('[role=option]').first()).toBeVisible();
      expect(await obstacles(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      for (const more of await page.getByRole('button', { name: say.more, exact: true }).all()) await more.click();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await obstacles(page)).toEqual([]);
    });

  if (mine())
    test(`the narrowest of phones has room for the bar and the tools, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await openToEdit(page, language);
      await page.getByRole('button', { name: say.add }).first().click();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('banner').getByRole('button', { name: say.undo })).toBeVisible();
      for (const more of await page.getByRole('button', { name: say.more, exact: true }).all()) await more.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
}
