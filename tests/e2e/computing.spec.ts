import type { Page } from '@playwright/test';
import { investmentCase } from '$lib/templates/investmentCase';
import { putStored, readStored } from './keptNotebooks';
import { inTurn, languages, openNotebook, written, type Language } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    difference: 'b.npv - base.npv - hinta * 1,5',
    stored: 'b.npv - base.npv - hinta * 1.5',
    wrong: 'bse.npv * 2',
    nearest: 'Nimeä ”bse” ei ole. Lähin on ”base”. Aiempi kaava on yhä voimassa.',
    canonical: 'max(1.5, 2)',
    mark: /desimaalimerkki on tässä pilkku: 1,5/,
    interval: /90 %:n väli/,
    money: /^−?\d{1,3}(\s\d{3})*\s€$/,
    beats: /b on parempi kuin base \d+\s%:ssa tulevaisuuksista; ero on 90 %:n varmuudella/,
    zero: /Ero on täsmälleen nolla/,
    chooseTwo: 'Valitse vähintään kaksi skenaariota.',
    mixed: 'Kaava laskee yhteen tai vertaa eri asioita: rahaa ja kuukausia.',
    edit: 'Muokkaa',
    settings: 'Muuta nimeä, yksikköä ja liukua',
    unit: 'Yksikkö',
    carried: /= hinta \* 3\s*Vaihtelee sen mukana, mitä kaava lukee\./,
    leftOut: /Luetaan arvio ilman vaihteluväliä:/,
    range: '30 000–120 000 €',
    percent: /^\d{1,2},\d\s%$|^\d{1,2}\s%$/,
  },
  en: {
    difference: 'b.npv - base.npv - hinta * 1.5',
    stored: 'b.npv - base.npv - hinta * 1.5',
    wrong: 'bse.npv * 2',
    nearest: 'There is no “bse”. The nearest is “base”. The formula before it still applies.',
    canonical: '1,5 * 2',
    mark: /The decimal mark of “1,5” is a point here: 1.5/,
    interval: /90% range/,
    money: /^−?€\d{1,3}(,\d{3})*$/,
    beats: /b beats base in \d+% of futures; with 90% certainty the difference is/,
    zero: /The difference is exactly zero/,
    chooseTwo: 'Choose at least two scenarios.',
    mixed: 'The formula adds or compares different things: money and months.',
    edit: 'Edit',
    settings: 'Change title, unit and slider',
    unit: 'Unit',
    carried: /= hinta \* 3\s*Varies with what the formula reads\./,
    leftOut: /The estimate is read, without its range:/,
    range: '€30,000–120,000',
    percent: /^\d{1,2}(\.\d)?%$/,
  },
} as const;

/** The template with another scenario, a number of the author's own, formulas and comparisons below it. */
async function openComputing(page: Page, language: Language): Promise<void> {
  await openNotebook(page, language);
  const template = investmentCase(language);
  const range = { shape: 'lognormal', ends: 'p5p95', low: 10_000, high: 40_000, at: 20_000 };
  const slider = { min: 0, max: 100_000, step: 500, value: 20_000, range, dimension: 185 };
  const cells = [
    ...template.cells.filter(({ kind }) => kind === 'scenario'),
    { id: 'b', kind: 'scenario', name: 'b', title: 'B', extends: 'base', scenario: { investment: { value: 90_000 } }, span: 'year' }, // prettier-ignore
    { id: 'same', kind: 'scenario', name: 'same', title: 'S', extends: 'base', scenario: {}, span: 'year' },
    { id: 'price', kind: 'input', name: 'hinta', title: 'Hinta', unit: 'money', ...slider },
    { id: 'sum', kind: 'formula', name: 'ero', title: 'Ero', expression: 'b.npv - hinta' },
    { id: 'mixed', kind: 'formula', name: 'seka', title: 'Sekaisin', expression: 'base.npv + base.payback' },
    { id: 'chance', kind: 'distribution', name: 'riski', title: 'R', of: 'base', output: 'payback', thresholds: { payback: 6, roi12: 1, npv: 0 } }, // prettier-ignore
    { id: 'rest', kind: 'formula', name: 'loput', title: 'Loput', expression: '1 - riski' },
    { id: 'compare', kind: 'compare', title: 'Vertailu', of: ['base', 'b'], output: 'npv' },
    { id: 'self', kind: 'compare', title: 'Sama', of: ['base', 'same'], output: 'npv' },
  ];
  const text = JSON.stringify({ ...template, cells });
  const about = { title: 'T', client: '', template: template.template, savedAt: 1, revision: 1 };
  await putStored(page, [{ id: template.template, text, ...about }]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Vertailu' })).toBeVisible();
}

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`a formula over uncertain numbers follows what it reads, in ${language}`, async ({ page }) => {
      await openComputing(page, language);
      const cell = page.getByRole('region', { name: 'Ero', exact: true });
      const value = cell.locator('p.value');
      const field = cell.getByRole('textbox');
      await expect(value).toHaveText(say.money);
      await expect(cell.locator('p.interval')).toHaveText(say.interval);
      // Drawn when it comes in sight.
      await cell.locator('figure').scrollIntoViewIfNeeded();
      await expect(cell.locator('figure svg rect').first()).toBeVisible();

      // Moving the number moves the formula with it, at once.
      const before = await value.textContent();
      const slider = page.locator('[data-driver="hinta"]').getByRole('slider');
      await slider.press('ArrowRight');
      await expect(value).not.toHaveText(before!);

      // What cannot be computed is said while typing, and changes nothing.
      const kept = await value.textContent();
      await field.fill(say.wrong);
      await expect(cell).toContainText(say.nearest);
      await field.fill(say.canonical);
      await expect(cell).toContainText(say.mark);
      await expect(value).toHaveText(kept!);

      await field.fill(say.difference);
      await field.press('Escape');
      await field.fill(say.difference);
      await field.press('Enter');
      await expect(value).not.toHaveText(kept!);
      await expect(field).toHaveValue(say.difference);
      await expect.poll(async () => JSON.stringify(await readStored(page))).toContain(say.stored);
    });

  if (mine())
    test(`what a drag leaves, in sight or not, is what the page shows when it is opened anew, in ${language}`, async ({
      page,
    }) => {
      const settled = async () => {
        await written(page);
        await expect(page.locator('p.interval').first()).toHaveText(/\S/);
        for (const note of await page.locator('figure .note').all()) await expect(note).toContainText(/131.072/);
        await expect(page.locator('figure.late, [aria-busy=true]')).toHaveCount(0);
      };
      /** All words of the notebook but those in pictures, which are drawn when they come in sight. */
      const readWords = () =>
        page.locator('main').evaluate((main) => {
          const copy = main.cloneNode(true) as HTMLElement;
          for (const picture of copy.querySelectorAll('svg')) picture.remove();
          return copy.innerText.split(/\s+/).join(' ');
        });
      await openComputing(page, language);
      await settled();
      const before = await readWords();

      const slider = page.locator('[data-kind="scenario"] [data-driver="revenueUplift"]').first().getByRole('slider');
      await slider.scrollIntoViewIfNeeded();
      const box = (await slider.boundingBox())!;
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + 0.4 * box.width, y);
      await page.mouse.down();
      for (let step = 1; step <= 40; step++) await page.mouse.move(box.x + (0.4 + step / 100) * box.width, y);
      await page.mouse.up();
      await settled();
      const left = await readWords();
      expect(left).not.toBe(before);

      await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Vertailu' })).toBeVisible();
      await settled();
      await expect.poll(readWords).toBe(left);
    });

  test(`a driver varies with the uncertain number it reads, and a probability has a name, in ${language}`, async ({
    page,
  }) => {
    await openComputing(page, language);
    await expect(page.getByRole('region', { name: 'Loput', exact: true }).locator('p.value')).toHaveText(say.percent);

    const row = page.getByRole('region', { name: 'B', exact: true }).locator('[data-driver="investment"]');
    const field = row.getByRole('textbox');
    // Names are offered as they are written; Enter takes the name first, then the formula.
    await field.click();
    await field.pressSequentially('= hin');
    await expect(row.getByRole('option').first()).toHaveText(/^hinta/);
    await field.press('Enter');
    await expect(field).toHaveValue('= hinta');
    await field.pressSequentially(' * 3');
    await field.press('Enter');
    await expect(row).toContainText(say.carried);
    await expect(row).toContainText(say.range);
    // In every future it is three times the number: nothing is left of the difference.
    const formula = page.getByRole('region', { name: 'Ero', exact: true });
    await formula.getByRole('textbox').fill('b.investment - hinta * 3');
    await formula.getByRole('textbox').press('Enter');
    await expect(formula.locator('p.value')).toHaveText(/^€?0(,00|\.00)?\s?€?$/);
    await expect(formula.locator('p.interval')).toHaveText(/^90.*\s€?0\s?€?$/);

    await field.fill('= 100000 - hinta');
    await field.press('Enter');
    await expect(row).toContainText(say.leftOut);
  });

  if (mine())
    test(`units that do not go together are told, in ${language}`, async ({ page }) => {
      await openComputing(page, language);
      const cell = page.getByRole('region', { name: 'Sekaisin' });
      await expect(cell).toContainText(say.mixed);
      await expect(cell.locator('p.value')).toHaveText(say.money);
    });

  if (mine())
    test(`an input has the unit its author gives it, in ${language}`, async ({ page }) => {
      await openComputing(page, language);
      const cell = page.locator('[data-kind="input"]');
      await page.getByRole('button', { name: say.edit, exact: true }).click();
      await cell.getByRole('button', { name: say.settings }).click();
      await cell.getByLabel(say.unit).selectOption('ratio');
      await expect(cell.getByRole('slider')).toHaveAttribute('aria-valuetext', /10(,|\.)0\s?%/);
    });

  if (mine())
    test(`scenarios are held against one another in the same futures, in ${language}`, async ({ page }) => {
      await openComputing(page, language);
      const cell = page.getByRole('region', { name: 'Vertailu' });
      await expect(cell.getByRole('status').first()).toHaveText(say.beats);
      await expect(page.getByRole('region', { name: 'Sama', exact: true }).getByRole('status').first()).toHaveText(
        say.zero,
      );
      await cell.getByRole('button', { name: 'b', exact: true }).first().click();
      await expect(cell).toContainText(say.chooseTwo);
    });
}
