import type { Page } from '@playwright/test';
import { expect, test } from './test';

test.use({ serviceWorkers: 'allow' });

/** The worker becomes active after everything is stored, and then takes the page. */
async function visitUntilStored(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

for (const basePath of ['/', '/some/sub/path/']) {
  test.describe(`served from ${basePath}`, () => {
    test.use({ basePath });

    for (const lang of ['fi', 'en']) {
      test(`after one visit the site works without a network, in ${lang}`, async ({ page, context }) => {
        await visitUntilStored(page, `${lang}/`);
        await context.setOffline(true);
        await page.reload();
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.locator('h1')).toBeVisible();

        await page.goto(`${lang}/notebook/investment-case/`);
        await expect(page.locator('h1')).toBeVisible();
        await page.reload();
        await expect(page.locator('h1')).toBeVisible();

        await page.goBack();
        await page.locator(`a[href*="notebook/investment-case"]`).first().click();
        await expect(page).toHaveURL(/\/notebook\/investment-case\/$/);
        await expect(page.locator('h1')).toBeVisible();
      });
    }
  });
}

test('other spellings of an address, and queries, lead to the stored page', async ({ page, context, site }) => {
  await visitUntilStored(page, 'fi/');
  await context.setOffline(true);
  for (const spelling of ['fi', 'fi/index.html', 'fi/?from=mail']) {
    await page.goto(`${spelling}#part`);
    expect(new URL(page.url()).pathname).toBe('/fi/');
    expect(page.url()).toContain('#part');
    await expect(page.locator('h1')).toBeVisible();
  }
  expect(page.url()).toBe(`${site.url}fi/?from=mail#part`);
});

test('nothing but the site itself is stored', async ({ page, site }) => {
  await visitUntilStored(page, 'fi/');
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter((url) => !url.startsWith(site.url))).toEqual([]);
});
