import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    range: ['1,5-2,5 M€', /^90\s% varmuus: 1,5–2,5 miljoonaa euroa/],
    about: ['n. 20', /^90\s% varmuus: 18–22\s%/],
    ambiguous: ['1,735', 1.735],
    offer: /^Tarkoititko 1\s735\s€\?$/,
    gibberish: 'kissa',
  },
  en: {
    range: ['1.5 to 2.5M', /^90% sure: between 1\.5 and 2\.5 million euros/],
    about: ['about 20', /^90% sure: between 18% and 22%/],
    ambiguous: ['1.735', 1.735],
    offer: /^Did you mean €1,735\?$/,
    gibberish: 'cat',
  },
} as const;

for (const language of languages) {
  const say = words[language];

  test(`a field says in words what it understood, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    const [range, inWords] = say.range;
    await notebook.field('annualRevenue').fill(range);
    await expect(notebook.row('annualRevenue').locator('.words')).toHaveText(inWords);
    await notebook.field('annualRevenue').press('Enter');
    const drivers = await notebook.expectHeadlinesToFollow();
    expect(drivers.annualRevenue).toBeGreaterThan(1.5e6);
    expect(drivers.annualRevenue).toBeLessThan(2.5e6);

    const [about, aboutInWords] = say.about;
    await notebook.field('discountRate').fill(about);
    await expect(notebook.row('discountRate').locator('.words')).toHaveText(aboutInWords);
    await notebook.field('discountRate').press('Enter');
    expect((await notebook.expectHeadlinesToFollow()).discountRate).toBe(0.2);
  });

  test(`what can be read in two ways is said, and the other way is one click away, in ${language}`, async ({
    page,
  }) => {
    const notebook = await openNotebook(page, language);
    const [text, value] = say.ambiguous;
    await notebook.type('acquisitionCost', text);
    expect(await notebook.valueOf('acquisitionCost')).toBe(value);
    await notebook.field('acquisitionCost').fill(text);
    await notebook.row('acquisitionCost').getByRole('button', { name: say.offer }).click();
    expect(await notebook.valueOf('acquisitionCost')).toBe(1735);
    await notebook.expectHeadlinesToFollow();
  });

  test(`what cannot be read is said, and the old figure stands, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    const field = notebook.field('investment');
    const [before, shown] = [await notebook.readHeadlines(), await field.inputValue()];
    await notebook.type('investment', say.gibberish);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(notebook.row('investment').locator('.words')).toHaveText(/\p{L}.*\./su);
    await page.keyboard.press('Tab');
    expect(await notebook.readHeadlines()).toEqual(before);
    expect((await notebook.readDrivers()).investment).toBe(60_392.5);

    await field.focus();
    await field.press('Escape');
    await field.blur();
    await expect(field).toHaveValue(shown);
    await expect(field).toHaveAttribute('aria-invalid', 'false');
  });
}
