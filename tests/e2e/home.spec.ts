import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { toDrivers } from '$lib/scenario/scenario';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { toFormats } from '$lib/i18n/formats';
import { investmentCase } from '$lib/templates/investmentCase';
import { inTurn, languages, NotebookPage, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: { open: 'Avaa koko laskelma', dark: 'tumma', light: 'vaalea', device: 'laitteen mukaan' },
  en: { open: 'Open the whole case', dark: 'dark', light: 'light', device: 'as the device' },
} as const;

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  test(`the home page answers its slider, and opens the notebook with the same values, in ${language}`, async ({
    page,
  }) => {
    await page.goto(`${language}/`);
    const uplift = page.locator('[data-driver="revenueUplift"]').getByRole('slider');
    const figures = page.locator('.mini dd.value');
    await expect(page.locator('.mini dd.interval').first()).toHaveText(/\d/);
    await uplift.press('PageUp');
    await expect(uplift).toHaveValue('0.084');

    const template = investmentCase(language).cells.find(({ id }) => id === 'base') as ScenarioCell;
    const outputs = evaluateScenario({ ...toDrivers(template.scenario), revenueUplift: 0.084 });
    const formats = toFormats(language, 'EUR');
    await expect(figures).toHaveText([formats.percent(outputs.roi12!), formats.months(outputs.payback!)]);

    await page.getByRole('link', { name: say.open }).click();
    const notebook = await new NotebookPage(page, language).ready();
    expect((await notebook.expectHeadlinesToFollow()).revenueUplift).toBe(0.084);
    await page.goBack();
    await expect(uplift).toHaveValue('0.084');
  });

  if (mine())
    test(`the home page draws a case of any horizon, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('horizonMonths', '2');
      await page.goto(`${language}/`);
      await expect(page.locator('.mini dd.interval').first()).toHaveText(/\d/);
      for (const curve of await page.locator('main svg path').all())
        await expect(curve).not.toHaveAttribute('d', /NaN|Infinity|undefined/);
    });

  if (mine())
    test(`the choice of theme stays, in ${language}`, async ({ page }) => {
      await page.goto(`${language}/`);
      const root = page.locator('html');
      await page.addInitScript(() => {
        // Before the first script of the page's own modules, and before anything is painted.
        new MutationObserver((_changes, observer) => {
          if (!document.body) return;
          observer.disconnect();
          Object.assign(window, { paintedFirst: document.documentElement.dataset.theme ?? 'system' });
        }).observe(document, { childList: true, subtree: true });
      });
      const paintedFirst = () => page.evaluate(() => (window as unknown as { paintedFirst: string }).paintedFirst);
      const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
      const light = await ink();
      await page.getByRole('button', { name: say.dark, exact: true }).click();
      await expect(root).toHaveAttribute('data-theme', 'dark');
      expect(await ink()).not.toBe(light);
      await page.goto(`${language}/notebook/investment-case/`);
      expect(await paintedFirst()).toBe('dark');
      await expect(root).toHaveAttribute('data-theme', 'dark');
      await expect(page.getByRole('button', { name: say.dark, exact: true })).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('button', { name: say.device, exact: true }).click();
      await page.reload();
      await expect(page.getByRole('button', { name: say.device, exact: true })).toHaveAttribute('aria-pressed', 'true');
      await expect(root).not.toHaveAttribute('data-theme');
      expect(await ink()).toBe(light);
    });
}

for (const [locale, language] of [
  ['fi-FI', 'fi'],
  ['en-US', 'en'],
  ['sv-SE', 'fi'],
] as const) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test(`is led to ${language}, and later to the language chosen`, async ({ page, site }) => {
      await page.goto('./');
      await expect(page).toHaveURL(`${site.url}${language}/`);
      const other = language === 'fi' ? 'en' : 'fi';
      await page.getByRole('link', { name: other === 'en' ? 'In English' : 'Suomeksi' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await page.goto('./');
      await expect(page).toHaveURL(`${site.url}${other}/`);
    });
  });
}
