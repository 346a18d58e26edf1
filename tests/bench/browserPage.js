/** Milliseconds the hidden page tells, by the names we give them. */
const figures = { 'page.fresh': 'pageFresh', 'page.cached': 'pageCached', cancel: 'cancel' };

/**
 * Our engine in Chromium with two workers, as the hidden page measures it (src/routes/[lang=lang]/bench): from the question
 * to summaries and fan on the page.
 * @type {import('./contestants.js').Contestant}
 */
export const browserPage = {
  name: 'page',
  gives: Object.keys(figures),
  async prepare(bench) {
    const browser = await bench.browser();
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(`${await bench.site()}en/bench/?workers=2`, { waitUntil: 'networkidle' });
    const button = page.getByRole('button', { name: 'Measure' });
    return async () => {
      // Browsers give less of the machine to pages that nobody looks at.
      await page.bringToFront();
      await button.click();
      await page.locator('[data-phase=done], [data-phase=failed]').waitFor({ timeout: 300_000 });
      if (await page.locator('[data-phase=failed]').count()) throw new Error('the page broke off');
      /** @param {string} figure */
      const read = async (figure) => Number(await page.locator(`[data-figure=${figure}]`).getAttribute('data-ms'));
      const told = Object.entries(figures).map(async ([name, figure]) => [name, await read(figure)]);
      return Object.fromEntries(await Promise.all(told));
    };
  },
};
