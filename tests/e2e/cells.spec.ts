import { readFile } from 'node:fs/promises';
import { inTurn, languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    sceptic: /^Epäilijä/,
    output: { payback: 'takaisinmaksu', roi12: 'ROI', npv: 'nettonykyarvo' },
    cumulative: 'kertymä',
    never: /ei\s*koskaan/,
    fan: { revenue: ['liikevaihto', /kuukauden liikevaihto on/], customers: ['asiakkaat', /asiakasmäärä on/] },
    decides: /^Liikevaihdon lisäys ratkaisee eniten/,
    cheaper: /^Kateprosentti ratkaisee eniten/,
    all: 'Näytä kaikki 36 kuukautta',
    year: 'Näytä vuosi',
    copy: 'Kopioi',
    copied: 'Kopioitu',
    csv: 'Lataa CSV',
    file: 'arvio-kuukaudet.csv',
    head: 'Kuukausi;Vaikutus;',
    saved: /^1;0,166666666667;400;400;1500000;1518500;4495,5;4495,5;-55897$/m,
    pasted: /^1\t0,166666666667\t400\t400\t1500000\t1518500\t4495,5\t4495,5\t-55897$/m,
    showTable: 'Näytä taulukkona',
    span: '36 kk',
  },
  en: {
    sceptic: /^Sceptic/,
    output: { payback: 'payback', roi12: 'ROI', npv: 'net present value' },
    cumulative: 'cumulative',
    never: /never/,
    fan: { revenue: ['revenue', /the monthly revenue is/], customers: ['customers', /the number of customers is/] },
    decides: /^Revenue uplift decides the most/,
    cheaper: /^Gross margin decides the most/,
    all: 'Show all 36 months',
    year: 'Show a year',
    copy: 'Copy',
    copied: 'Copied',
    csv: 'Download CSV',
    file: 'arvio-months.csv',
    head: 'Month,Effect,',
    saved: /^1,0\.166666666667,400,400,1500000,1518500,4495\.5,4495\.5,-55897$/m,
    pasted: /^1\t0\.166666666667\t400\t400\t1500000\t1518500\t4495\.5\t4495\.5\t-55897$/m,
    showTable: 'Show as a table',
    span: '36 mo',
  },
} as const;

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`the sceptic's switch halves the effect, and gives it back, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const [drivers, figures] = [await notebook.readDrivers(), await notebook.readHeadlines()];
      const sceptic = page.getByRole('button', { name: say.sceptic });
      await sceptic.click();
      await expect(sceptic).toHaveAttribute('aria-pressed', 'true');
      expect(await notebook.expectHeadlinesToFollow()).toEqual({ ...drivers, attribution: 0.5 });
      expect(await notebook.readHeadlines()).not.toEqual(figures);
      await sceptic.click();
      await expect(sceptic).toHaveAttribute('aria-pressed', 'false');
      expect(await notebook.expectHeadlinesToFollow()).toEqual(drivers);
      expect(await notebook.readHeadlines()).toEqual(figures);
    });

  if (mine())
    test(`the distribution answers for the threshold and the output asked, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const cell = notebook.cell('distribution');
      await cell.scrollIntoViewIfNeeded();
      await notebook.settled();
      const chance = cell.locator('.chance');
      const percent = async () => Number((await chance.textContent())!.replace(/\D/g, ''));
      await expect(cell.locator('svg')).toContainText(say.never);

      const threshold = cell.getByRole('slider');
      const atSix = await percent();
      await threshold.press('ArrowLeft');
      await threshold.press('ArrowLeft');
      await threshold.press('ArrowLeft');
      await expect(threshold).toHaveAttribute('aria-valuetext', notebook.formats.months(4.5));
      await expect.poll(percent).toBeLessThan(atSix);
      await threshold.press('PageUp');
      await expect.poll(percent).toBeGreaterThan(atSix);

      for (const output of ['roi12', 'npv', 'payback'] as const) {
        const choice = cell.getByRole('button', { name: say.output[output], exact: true });
        await choice.click();
        await expect(choice).toHaveAttribute('aria-pressed', 'true');
        await expect(chance).toHaveText(/^\s*\d+\s?%\s*$/);
        await cell.getByRole('button', { name: say.cumulative, exact: true }).click();
        await expect(cell.locator('svg').first()).toBeVisible();
      }
    });

  if (mine())
    test(`fan, cash chart and tornado say what they show, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const fan = notebook.cell('fan');
      for (const series of ['revenue', 'customers'] as const) {
        const [name, sentence] = say.fan[series];
        await fan.getByRole('button', { name, exact: true }).click();
        await expect(fan.locator('.summary')).toHaveText(sentence);
      }
      const scenario = notebook.cell('scenario');
      await scenario.getByRole('button', { name: say.span, exact: true }).click();
      await scenario.getByRole('button', { name: say.showTable }).click();
      await expect(scenario.locator('figure table tbody tr')).toHaveCount(37);

      const lede = notebook.cell('sensitivity').locator('.lede');
      await expect(lede).toHaveText(say.decides);
      await notebook.type('revenueUplift', '7-7,8 %'.replace(',', language === 'fi' ? ',' : '.'));
      await notebook.type('investment', '60000-61000');
      await notebook.type('rampMonths', '2.9 - 3.1'.replaceAll('.', language === 'fi' ? ',' : '.'));
      await expect(lede).toHaveText(say.cheaper);
    });

  if (mine())
    test(`the table shows every month, and is copied and saved as numbers, in ${language}`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const cell = (await openNotebook(page, language)).cell('table');
      const rows = cell.locator('tbody tr');
      await expect(rows).toHaveCount(13);
      await cell.getByRole('button', { name: say.all }).click();
      await expect(rows).toHaveCount(37);
      await cell.getByRole('button', { name: say.year }).click();
      await expect(rows).toHaveCount(13);

      await cell.getByRole('button', { name: say.copy, exact: true }).click();
      await expect(cell.getByRole('status')).toHaveText(say.copied);
      const pasted = await page.evaluate(() => navigator.clipboard.readText());
      expect(pasted.split('\n')).toHaveLength(38);
      expect(pasted).toMatch(say.pasted);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        cell.getByRole('button', { name: say.csv }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(say.file);
      const csv = await readFile(await download.path(), 'utf8');
      expect(csv.startsWith(`\ufeff${say.head}`)).toBe(true);
      expect(csv.trimEnd().split('\r\n')).toHaveLength(38);
      expect(csv.replaceAll('\r', '')).toMatch(say.saved);
    });
}
