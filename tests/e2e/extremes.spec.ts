import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import { inTurn, languages, openNotebook, type NotebookPage } from './notebookPage';
import { expect, test } from './test';

// Tall enough for every picture to be drawn.
test.use({ viewport: { width: 1280, height: 4800 } });

const never = {
  fi: /ei maksa itseään takaisin 36\skuukaudessa/,
  en: /does not pay (back|for itself) within 36\smonths/,
} as const;

/** What no reader should ever meet: numbers that are none, values that are not there, names of code. */
const raw = /NaN|Infinity|undefined|\bnull\b|\[object|∞|[{}]|\b[a-z]+[A-Z]\w*\b(?<!LTV)/;

/** Every text a reader may see or hear of the page: on screen, in fields, in pictures and in names. */
function textsOf(notebook: NotebookPage): Promise<string[]> {
  return notebook.page.evaluate(() => {
    const parts = [document.body.innerText, document.title];
    for (const { value } of document.querySelectorAll<HTMLInputElement>('input:not([type=radio]), textarea'))
      parts.push(value);
    for (const one of document.querySelectorAll('svg text, svg title')) parts.push(one.textContent ?? '');
    for (const one of document.querySelectorAll('[aria-valuetext], [aria-label], [title]'))
      for (const name of ['aria-valuetext', 'aria-valuenow', 'aria-label', 'title'])
        parts.push(one.getAttribute(name) ?? '');
    // A drawing that went wrong carries it in its geometry.
    for (const one of document.querySelectorAll('svg *, [style]'))
      for (const { name, value } of one.attributes)
        if (/^(d|x|y|x1|x2|y1|y2|cx|cy|width|height|points|transform|style)$/.test(name)) parts.push(value);
    return parts.flatMap((part) => part.split('\n')).filter((line) => line !== '');
  });
}

async function expectWords(notebook: NotebookPage, where: string): Promise<void> {
  const offending = (await textsOf(notebook)).filter((text) => raw.test(text.replaceAll(/var\(--[\w-]+\)/g, '')));
  expect(offending, where).toEqual([]);
}

/** Checks at once, and again when the simulation has answered. */
async function expectWordsThroughout(notebook: NotebookPage, where: string): Promise<void> {
  await expectWords(notebook, where);
  await notebook.expectHeadlinesToFollow();
  await notebook.answered();
  await expectWords(notebook, `${where}, simulated`);
}

const cases: readonly (readonly [string, Readonly<Partial<Record<DriverKey, string>>>])[] = [
  ['no investment', { investment: '0' }],
  ['no churn', { annualChurn: '0' }],
  ['everybody leaves', { annualChurn: '100' }],
  ['one month', { horizonMonths: '1' }],
  ['ten years', { horizonMonths: '120' }],
  ['no margin', { grossMargin: '0' }],
  ['no revenue', { annualRevenue: '0' }],
  ['one customer', { customers: '1' }],
  [
    'nothing at all',
    { annualRevenue: '0', investment: '0', annualChurn: '0', discountRate: '0', acquisitionCost: '0' },
  ],
  ['growth without end', { annualChurn: '0', discountRate: '0', annualGrowth: '1000' }],
  ['the largest figures', { annualRevenue: '9000000000000000', investment: '9000000000000000', customers: '1' }],
];

for (const language of languages) {
  const mine = inTurn(language);
  for (const [name, entries] of cases) {
    if (mine())
      test(`words stand where a number cannot: ${name}, in ${language}`, async ({ page }) => {
        const notebook = await openNotebook(page, language);
        await notebook.unfold();
        for (const [key, text] of Object.entries(entries)) await notebook.type(key as DriverKey, text);
        await expectWordsThroughout(notebook, name);
        for (const label of await notebook.cell('scenario').locator('dl dt button').all()) {
          await label.click();
          await expectWords(notebook, `${name}, ${await label.textContent()}`);
        }
        for (const choice of await page
          .locator('[data-kind=distribution], [data-kind=sensitivity], [data-kind=fan]')
          .locator('.choice button')
          .all()) {
          await choice.click();
          await notebook.answered();
          await expectWords(notebook, `${name}, ${await choice.textContent()}`);
        }
      });
  }

  test(`an effect of nothing never pays back, and says so in words, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    await notebook.type('revenueUplift', '0');
    await expectWordsThroughout(notebook, 'no uplift');
    await expect(notebook.cell('distribution').locator('.summary')).toHaveText(never[language]);
  });

  if (mine())
    test(`every slider goes to both its ends, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.unfold();
      for (const key of driverKeys) {
        for (const end of ['Home', 'End']) {
          await notebook.press(key, end);
          await expectWordsThroughout(notebook, `${key} ${end}`);
        }
        await notebook.slider(key).dblclick();
        await expect(notebook.row(key).locator('.reset')).toBeHidden();
      }
    });
}
