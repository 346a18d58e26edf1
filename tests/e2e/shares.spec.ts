import type { DriverKey } from '$lib/scenario/drivers';
import { inTurn, languages, openNotebook, type NotebookPage } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    shares: 'varianssin osuudet',
    swing: 'herkkyys',
    decides: /ratkaisee eniten/,
    roi: /^Liikevaihdon lisäys selittää yksin 9\d\s%\sROI:n vaihtelusta; seuraavaksi eniten selittää investointi/,
    payback: /^Liikevaihdon lisäys selittää yksin (9\d|yli 99)\s%\stakaisinmaksuajan vaihtelusta/,
    paybackChoice: 'takaisinmaksu',
    horizon: /ajaksi luetaan koko tarkastelujakso, 36\skuukautta\.$/,
    note: /^Saltelli 2010 ja Jansen 1999, 114\s688 koetta, siemenluku \d+$/,
    showTable: 'Näytä taulukkona',
    certain: /^Yhdelläkään oletuksella ei ole vaihteluväliä, joten jaettavaa vaihtelua ei ole/,
    margin: /^12 kuukauden ROI vaihtelee vain yhdestä syystä: kateprosentti\.$/,
    range: 'Vaihteluväli: ',
    point: 'Piste (ei vaihtelua)',
  },
  en: {
    shares: 'shares of variance',
    swing: 'tornado',
    decides: /decides the most/,
    roi: /^Revenue uplift alone explains 9\d% of the variation in ROI; next comes investment/,
    payback: /^Revenue uplift alone explains (9\d|over 99)% of the variation in the payback time/,
    paybackChoice: 'payback',
    horizon: /the time counts as the whole horizon, 36\smonths\.$/,
    note: /^Saltelli 2010 and Jansen 1999, 114,688 trials, seed \d+$/,
    showTable: 'Show as a table',
    certain: /^No assumption has a range, so there is no variation to divide/,
    margin: /^12-month ROI varies for one reason only: gross margin\.$/,
    range: 'Range: ',
    point: 'A point (no range)',
  },
} as const;

/** Takes a driver's range away. */
async function settle(notebook: NotebookPage, key: DriverKey): Promise<void> {
  const say = words[notebook.language];
  const row = notebook.row(key);
  await row.getByRole('button', { name: say.range + notebook.nameOf(key) }).click();
  await row.getByRole('dialog').getByRole('button', { name: say.point, exact: true }).click();
}

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];
  const width = language === 'fi' ? 360 : 1280;

  if (mine())
    test(`shares of variance answer beside the tornado, ${width} px wide, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const cell = (await openNotebook(page, language)).cell('sensitivity');
      const lede = cell.locator('.lede');
      await expect(lede).toHaveText(say.decides);
      await cell.getByRole('button', { name: say.shares, exact: true }).click();
      await expect(lede).toHaveText(say.roi);
      await expect(cell.locator('.note')).toHaveText(say.note);
      await expect(cell.locator('svg .bar rect')).toHaveCount(10);
      await cell.getByRole('button', { name: say.showTable }).click();
      await expect(cell.locator('tbody tr')).toHaveCount(5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

      await cell.getByRole('button', { name: say.paybackChoice, exact: true }).click();
      await expect(lede).toHaveText(say.payback);
      await expect(cell.locator('.summary')).toHaveText(say.horizon);

      await cell.getByRole('button', { name: say.swing, exact: true }).click();
      await expect(lede).toHaveText(say.decides);
    });

  if (mine())
    test(`shares of variance follow at rest, and say so where nothing varies, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const cell = notebook.cell('sensitivity');
      const lede = cell.locator('.lede');
      await cell.getByRole('button', { name: say.shares, exact: true }).click();
      await expect(lede).toHaveText(say.roi);

      const thumb = notebook.slider('revenueUplift');
      await thumb.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await thumb.boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      const told = await lede.textContent();
      await page.mouse.down();
      for (let step = 0; step < 25; step++) {
        await page.mouse.move(x + width / 2 + 3 * step, y + height / 2);
        await page.waitForTimeout(20);
      }
      // The old sentence stays, marked as old, for as long as the hand moves.
      await expect(cell.locator('figure.late')).toHaveCount(1);
      expect(await lede.textContent()).toBe(told);
      await page.mouse.up();
      await expect(cell.locator('figure.late')).toHaveCount(0);

      for (const key of ['annualChurn', 'investment', 'revenueUplift', 'rampMonths'] as const)
        await settle(notebook, key);
      await expect(lede).toHaveText(say.margin);
      await settle(notebook, 'grossMargin');
      await expect(lede).toHaveText(say.certain);
    });
}
