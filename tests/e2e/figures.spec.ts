import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const published = {
  fi: {
    roi: /^369\s%$/,
    payback: /^3,7\skk$/,
    sentence: /maksaa itsensä takaisin 3,7\skuukaudessa.* 222\s824\s€ eli 369\s%\./s,
  },
  en: { roi: /^369%$/, payback: /^3\.7\smo$/, sentence: /pays for itself in 3\.7\smonths.* €222,824 net, or 369%\./s },
} as const;

/** Main drivers, each with a figure to type in either notation and what it means. */
const typed = [
  ['annualRevenue', { fi: '12,5 M€', en: '€12.5M' }, 12_500_000],
  ['grossMargin', { fi: '31,5 %', en: '31.5%' }, 0.315],
  ['annualChurn', { fi: '17', en: '17' }, 0.17],
  ['acquisitionCost', { fi: '12 500', en: '12,500' }, 12_500],
  ['investment', { fi: '95 500 €', en: '€95.5k' }, 95_500],
  ['revenueUplift', { fi: '5,25 %', en: '5.25%' }, 0.0525],
  ['rampMonths', { fi: '4,5', en: '4.5 months' }, 4.5],
  ['discountRate', { fi: '12', en: '12%' }, 0.12],
  ['horizonMonths', { fi: '48 kk', en: '48' }, 48],
  ['customers', { fi: '1 250', en: '1,250' }, 1250],
] as const satisfies readonly (readonly [DriverKey, { fi: string; en: string }, number])[];

for (const language of languages) {
  test(`the published case stands as it was published, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    const [roi, payback] = [notebook.heroes.locator('.value').nth(0), notebook.heroes.locator('.value').nth(1)];
    await expect(roi).toHaveText(published[language].roi);
    await expect(payback).toHaveText(published[language].payback);
    await expect(notebook.narrative).toHaveText(published[language].sentence);
  });

  test(`the two heroes keep to their columns however narrow these are, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    for (const uplift of ['1,3 %', '10,9 %', '0 %']) {
      await notebook.type('revenueUplift', language === 'fi' ? uplift : uplift.replace(',', '.'));
      for (const width of [320, 1089, 1100, 1180, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const past = await notebook.heroes.locator('dd').evaluateAll((parts) =>
          parts.map((part) => {
            const text = document.createRange();
            text.selectNodeContents(part);
            return text.getBoundingClientRect().right - part.parentElement!.getBoundingClientRect().right;
          }),
        );
        expect(Math.max(...past), `${uplift} at ${width}`).toBeLessThan(1);
      }
    }
  });

  test(`each main slider moves the figures to what the mathematics gives, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    for (const [key] of typed) {
      const before = await notebook.valueOf(key);
      const { step, whole } = driverTable[key];
      const fine = whole ? Math.max(1, step / 10) : step / 10;
      await notebook.press(key, 'ArrowRight', 'ArrowUp', 'Shift+ArrowLeft');
      expect(await notebook.valueOf(key)).toBeCloseTo(before + 2 * step - fine, 9);
      await notebook.expectHeadlinesToFollow();
      await notebook.press(key, 'PageDown');
      const drivers = await notebook.expectHeadlinesToFollow();
      expect(drivers[key], key).not.toBe(before);
    }
  });

  test(`each main figure typed moves the figures to what the mathematics gives, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    for (const [key, text, value] of typed) {
      await notebook.type(key, text[language]);
      const drivers = await notebook.expectHeadlinesToFollow();
      expect(drivers[key], key).toBe(value);
    }
  });
}
