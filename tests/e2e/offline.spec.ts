import type { Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './test';

test.use({ serviceWorkers: 'allow', keepable: false });

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

    for (const lang of basePath === '/' ? ['fi'] : ['en']) {
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

const preloads = (folder: string, page: string) =>
  [...readFileSync(join(folder, page, 'index.html'), 'utf8').matchAll(/_app\/immutable\/[\w./-]+\.js/g)].map(
    ([file]) => file,
  );

/** The next version of the site: another home page, and one file of the notebook's is gone. */
function nextVersion(folder: string): { next: string; gone: string } {
  const next = mkdtempSync(join(tmpdir(), 'arvio-next-'));
  cpSync(folder, next, { recursive: true });
  const home = preloads(folder, 'fi');
  const gone = preloads(folder, 'fi/notebook/investment-case').find((file) => !home.includes(file)) ?? '';
  rmSync(join(next, gone));
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(next, file), edit(readFileSync(join(next, file), 'utf8')));
  change('fi/index.html', (html) => html.replace('<html ', '<html data-version="next" '));
  change('service-worker.js', (script) =>
    script.replace(new RegExp(`,[^,]*${gone}[^,\\]]*`), '').replace(/`\d{13}`/, '`next`'),
  );
  return { next, gone };
}

test('a new version is seen at the next load, while a tab at work keeps its own files', async ({
  page,
  context,
  site,
}) => {
  test.setTimeout(360_000);
  await visitUntilStored(page, 'fi/');
  const { next, gone } = nextVersion(site.folder);
  try {
    site.folder = next;
    await page.reload();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    const tab = await context.newPage();
    await tab.goto('fi/');
    await expect(tab.locator('html')).toHaveAttribute('data-version', 'next');
    await expect(page.locator('html')).not.toHaveAttribute('data-version');
    expect(await page.evaluate(async (url) => (await fetch(url)).ok, site.url + gone)).toBe(true);

    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-version', 'next');
    await expect(page.locator('h1')).toBeVisible();

    // With the last tab that the old worker served, the old version goes.
    await page.close();
    await tab.close();
    await expect(async () => {
      // A page that comes too early is served by the old worker, and keeps it until it is closed.
      const later = await context.newPage();
      try {
        await later.goto('fi/');
        expect(await later.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/next$/)]);
      } finally {
        await later.close();
      }
      // A browser that is busy lets the old worker go only when it has been idle for half a minute: looking sooner wakes it again.
    }).toPass({ intervals: [1000, 35_000], timeout: 240_000 });
  } finally {
    rmSync(next, { recursive: true });
  }
});
