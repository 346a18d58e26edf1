import { driverKeys } from '$lib/scenario/drivers';
import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: { sure: /90\s%:n väli\s+−3\d…7[789]\d\s%/, none: 'ei vaihteluvälejä', point: /^Piste/, range: 'Vaihteluväli: ' },
  en: { sure: /90% range\s+−3\d…7[789]\d%/, none: 'no ranges', point: /^A point/, range: 'Range: ' },
} as const;

for (const language of languages) {
  const say = words[language];

  test(`ranges of the drivers give ranges of the figures, and points give none, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    await notebook.settled();
    await expect(notebook.intervals.first()).toHaveText(say.sure);
    for (const interval of await notebook.intervals.all()) await expect(interval).toHaveText(/\d[–…\s]/);

    for (const key of driverKeys) {
      const trigger = notebook.row(key).getByRole('button', { name: say.range + notebook.nameOf(key) });
      if ((await trigger.count()) === 0) continue;
      await trigger.click();
      await notebook.row(key).getByRole('dialog').getByRole('button', { name: say.point }).click();
      await expect(trigger).toHaveCount(0);
    }
    for (const interval of await notebook.intervals.all()) await expect(interval).toHaveText(say.none);
    await notebook.expectHeadlinesToFollow();
  });

  test(`a range typed into a field becomes the driver's range and widens the answer, in ${language}`, async ({
    page,
  }) => {
    const notebook = await openNotebook(page, language);
    await notebook.settled();
    const before = await notebook.intervals.allTextContents();
    await notebook.type('discountRate', '5-10 %');
    const range = notebook
      .row('discountRate')
      .getByRole('button', { name: say.range + notebook.nameOf('discountRate') });
    await expect(range).toContainText(notebook.formats.valueSpan('ratio', 0.05, 0.1));
    const drivers = await notebook.expectHeadlinesToFollow();
    expect(drivers.discountRate).toBeGreaterThan(0.05);
    expect(drivers.discountRate).toBeLessThan(0.1);
    await notebook.settled();
    expect(await notebook.intervals.allTextContents()).not.toEqual(before);
  });

  test(`the same seed gives the same ranges, in ${language}`, async ({ page, context }) => {
    const notebook = await openNotebook(page, language);
    await notebook.settled();
    const first = await notebook.intervals.allTextContents();
    await page.reload();
    await notebook.ready();
    await notebook.settled();
    expect(await notebook.intervals.allTextContents()).toEqual(first);

    const elsewhere = await context.browser()!.newContext({ baseURL: page.url(), serviceWorkers: 'block' });
    const other = await elsewhere.newPage();
    await other.goto(page.url());
    await expect(other.locator('figure .note').first()).toContainText('20040218');
    expect(await other.locator('dl dd.interval').allTextContents()).toEqual(first);
    await elsewhere.close();
  });
}
