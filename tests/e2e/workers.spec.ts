import type { Page, Worker } from '@playwright/test';
import { serveStaticSite } from '../staticSite.js';
import { inTurn, languages, NotebookPage, openNotebook } from './notebookPage';
import { expect, test } from './test';

/** The workers the product itself has started, once they answer. */
async function simulationWorkers(page: Page): Promise<Worker[]> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  return page.workers();
}

test('a simulation worker keeps the policy of its page', async ({ page }) => {
  await openNotebook(page, 'fi');
  const [worker] = await simulationWorkers(page);
  const other = await serveStaticSite({ extra: { 'x.js': 'export {}' } });
  try {
    const outcome = await worker!.evaluate(async (elsewhere) => {
      // In a task of its own: what the debugger runs itself is let past the policy.
      await new Promise((resolve) => setTimeout(resolve));
      const tell = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'done',
          () => 'refused',
        );
      return {
        fetch: await tell(fetch(elsewhere, { mode: 'no-cors' })),
        evaluation: await tell((async () => new Function('return 1')())()),
        script: await tell(import(elsewhere)),
      };
    }, `${other.url}x.js`);
    expect(outcome).toEqual({ fetch: 'refused', evaluation: 'refused', script: 'refused' });
    expect(other.requests).toEqual([]);
  } finally {
    await other.close();
  }
});

for (const language of languages) {
  const mine = inTurn(language);
  if (mine())
    test(`without workers the page computes the same ranges, in ${language}`, async ({ page, context }) => {
      const withWorkers = await openNotebook(page, language);
      await withWorkers.settled();
      const ranges = await withWorkers.intervals.allTextContents();
      const alone = await context.newPage();
      await alone.addInitScript(() => delete (globalThis as { Worker?: unknown }).Worker);
      const notebook = await openNotebook(alone, language);
      await notebook.settled();
      expect(alone.workers()).toEqual([]);
      expect(await notebook.intervals.allTextContents()).toEqual(ranges);
    });

  if (mine())
    test(`workers that die in the middle of it are replaced, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.settled();
      const before = await notebook.intervals.allTextContents();
      const workers = await simulationWorkers(page);
      await notebook.press('revenueUplift', 'PageUp', 'PageUp');
      await Promise.allSettled(workers.map((worker) => worker.evaluate(() => self.close())));
      await notebook.press('revenueUplift', 'PageUp');
      // A silent worker is given ten seconds before another takes its place, and a busy machine may need two.
      await expect(() => notebook.settled()).toPass({ timeout: 90_000 });
      expect(await notebook.intervals.allTextContents()).not.toEqual(before);

      const after = await notebook.intervals.allTextContents();
      await page.reload();
      await new NotebookPage(page, language).ready();
      await notebook.settled();
      expect(await notebook.intervals.allTextContents()).toEqual(after);
    });
}
