import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { launchOptions } from '../browserLaunch.js';
import { serveStaticSite } from '../staticSite.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A histogram and a fan chart, both in a page of their own, brought from figure to figure as a slider brings them: by moving
 * their marks, and by drawing them anew with Plot. ms per update of both.
 */
export const charts = {
  name: 'charts',
  gives: ['moved', 'movedLaidOut', 'rebuilt', 'rebuiltLaidOut'],
  /** @param {{ folder: string, browser: () => Promise<import('playwright').Browser> }} bench */
  async prepare(bench) {
    const folder = join(bench.folder, 'charts');
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      resolve: { alias: { $lib: join(root, 'src/lib') } },
      build: {
        outDir: folder,
        copyPublicDir: false,
        lib: { entry: 'tests/bench/charts.page.ts', formats: ['es'], fileName: 'charts' },
      },
    });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="charts.js"></script>');
    const site = await serveStaticSite({ folder });
    const browser = await bench.browser();
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.goto(site.url);
    await page.waitForFunction('window.turn');
    await site.close();
    /** @type {() => Promise<ReturnType<import('./charts.page').Turn>>} */
    const turn = () => page.evaluate('window.turn()');
    await turn();
    return turn;
  },
};

/** By itself: `node tests/bench/charts.js`. */
async function alone() {
  const folder = mkdtempSync(join(tmpdir(), 'arvio-bench-'));
  const browser = await chromium.launch(launchOptions());
  try {
    const turn = await charts.prepare({ folder, browser: async () => browser });
    const turns = [];
    for (let i = 0; i < 15; i++) turns.push(await turn());
    console.log(
      'histogram and fan chart together, ms per update: median of 15 turns (least–most), each the median of 80 updates',
    );
    for (const name of /** @type {const} */ (['moved', 'movedLaidOut', 'rebuilt', 'rebuiltLaidOut'])) {
      const times = turns.map((turn) => turn[name]).sort((a, b) => a - b);
      const [least, median, most] = [0, 7, 14].map((place) => times[place]?.toFixed(2));
      console.log(`  ${name.padEnd(16)} ${median} (${least}–${most})`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) await alone();
