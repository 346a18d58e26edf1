import { expect, test } from './test';

test.use({ basePath: '/some/sub/path/' });

for (const lang of ['fi', 'en']) {
  test(`the built site works from a sub-path of a plain host, in ${lang}`, async ({ page, site }) => {
    await page.goto(`${lang}/`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await page.locator('a[href*="notebook/investment-case"]').first().click();
    await expect(page).toHaveURL(`${site.url}${lang}/notebook/investment-case/`);
    await expect(page.locator('h1')).toBeVisible();
    await page.reload();
    await expect(page.locator('h1')).toBeVisible();
    expect(site.requests.filter((path) => !path.startsWith('/some/sub/path/'))).toEqual([]);
  });
}
