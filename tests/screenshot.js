import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { launchArguments } from './browserLaunch.js';
import { findBrowser } from './findBrowser.js';
import { serveStaticSite } from './staticSite.js';

/**
 * Pictures of the built site (run `npm run build` first). Without arguments: the one in the README. With `--all DIR`: both
 * languages × light and dark × phone, tablet and desk, whole pages, for a review by eye.
 */
const readmePicture = fileURLToPath(new URL('../static/screenshot.png', import.meta.url));
const readmeBudget = 300_000;
const pages = { home: '', notebook: 'notebook/investment-case/' };

const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments });
const site = await serveStaticSite();

/**
 * @param {{ address: string, path: string, width: number, height: number, colorScheme: 'light' | 'dark', fullPage: boolean }} picture
 */
async function take({ address, path, width, height, colorScheme, fullPage }) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.goto(site.url + address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  // The finest simulation takes over from the coarse one shortly after the page has come to rest.
  await page.waitForTimeout(1500);
  await page.screenshot({ path, fullPage });
  await page.close();
  console.log(`${path} (${Math.round(statSync(path).size / 1000)} kB)`);
}

try {
  if (argv[2] === '--all') {
    const folder = argv[3] ?? 'test-results/screenshots';
    mkdirSync(folder, { recursive: true });
    for (const lang of ['fi', 'en'])
      for (const [name, route] of Object.entries(pages))
        for (const colorScheme of /** @type {const} */ (['light', 'dark']))
          for (const width of [360, 768, 1440]) {
            const path = join(folder, `${name}-${lang}-${colorScheme}-${width}.png`);
            await take({ address: `${lang}/${route}`, path, width, height: 900, colorScheme, fullPage: true });
          }
  } else {
    const address = `en/${pages.notebook}`;
    await take({ address, path: readmePicture, width: 1440, height: 1320, colorScheme: 'light', fullPage: false });
    const { size } = statSync(readmePicture);
    if (size > readmeBudget) throw new Error(`the README's picture is too heavy: ${size} bytes`);
  }
} finally {
  await browser.close();
  await site.close();
}
