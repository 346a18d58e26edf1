import type { BrowserContext, Page } from '@playwright/test';
import { languages, NotebookPage, openNotebook, type Language } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    title: 'Otsikko',
    currency: 'Valuutta',
    other: 'In English',
    reset: 'Palauta pohja',
    undo: 'Kumoa',
    pristine: 'Julkaistu esimerkki sellaisenaan.',
    notKept: /^Selain ei säilytä tätä\./,
    unreadable: /luonnos oli vioittunut/,
  },
  en: {
    title: 'Title',
    currency: 'Currency',
    other: 'Suomeksi',
    reset: 'Back to the template',
    undo: 'Undo',
    pristine: 'The published example as it is.',
    notKept: /^This browser will not keep this\./,
    unreadable: /draft was damaged/,
  },
} as const;
const otherOf = { fi: 'en', en: 'fi' } as const satisfies Record<Language, Language>;
const key = 'arvio.draft.investment-case';

/** Everything a reader may type, and what the page then holds. */
async function makeItTheirs(notebook: NotebookPage): Promise<void> {
  const { page, language } = notebook;
  await notebook.type('investment', '75000');
  await notebook.press('grossMargin', 'ArrowRight');
  await notebook.client.fill('Esimerkki Oy');
  await page.getByLabel(words[language].title, { exact: true }).fill('Kevään tarjous');
  await page.getByLabel(words[language].currency).selectOption('SEK');
}
async function expectTheirs(page: Page, language: Language): Promise<void> {
  const notebook = await new NotebookPage(page, language, 'SEK').ready();
  await expect(notebook.client).toHaveValue('Esimerkki Oy');
  await expect(page.getByLabel(words[language].title, { exact: true })).toHaveValue('Kevään tarjous');
  const drivers = await notebook.expectHeadlinesToFollow();
  expect(drivers).toMatchObject({ investment: 75_000, grossMargin: 0.244 });
}

/** Opens the notebook in a tab of its own, with a text in the place of the draft. */
async function openWithStored(context: BrowserContext, language: Language, text: string): Promise<NotebookPage> {
  const page = await context.newPage();
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [key, text] as const);
  return openNotebook(page, language);
}

for (const language of languages) {
  const say = words[language];

  test(`what was typed survives a reload and another language, from ${language}`, async ({ page }) => {
    await makeItTheirs(await openNotebook(page, language));
    await page.reload();
    await expectTheirs(page, language);
    await page.getByRole('link', { name: say.other }).click();
    await expectTheirs(page, otherOf[language]);
    await page.reload();
    await expectTheirs(page, otherOf[language]);
  });

  test(`what is being typed when the page is left is kept, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    await notebook.client.pressSequentially('Esimerkki Oy');
    await page.reload();
    await expect(notebook.client).toHaveValue('Esimerkki Oy');
    const title = page.getByLabel(say.title, { exact: true });
    await notebook.ready();
    await title.fill('');
    await title.pressSequentially('Kevään tarjous');
    await page.reload();
    await expect(title).toHaveValue('Kevään tarjous');
    await notebook.ready();
    await title.fill('Toinen');
    await title.press('Escape');
    await expect(title).toHaveValue('Kevään tarjous');
  });

  test(`back to the template undoes it all, and undo brings it back, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    const template = await notebook.readDrivers();
    const title = await page.getByLabel(say.title, { exact: true }).inputValue();
    await makeItTheirs(notebook);
    await page.getByRole('button', { name: say.reset }).click();
    expect(await notebook.readDrivers()).toEqual(template);
    await expect(notebook.client).toHaveValue('');
    await expect(page.getByLabel(say.title, { exact: true })).toHaveValue(title);
    await expect(page.getByLabel(say.currency)).toHaveValue('EUR');

    await page.getByRole('button', { name: say.undo, exact: true }).click();
    await expectTheirs(page, language);
    await page.getByRole('button', { name: say.reset }).click();
    await page.reload();
    await notebook.ready();
    await expect(notebook.banner).toContainText(say.pristine);
    expect(await notebook.readDrivers()).toEqual(template);
  });

  for (const trouble of ['blocked', 'full'] as const) {
    test(`with ${trouble} storage the page works and says that nothing is kept, in ${language}`, async ({ page }) => {
      await page.addInitScript((trouble) => {
        const refuse = () => {
          throw new DOMException('refused', trouble === 'full' ? 'QuotaExceededError' : 'SecurityError');
        };
        if (trouble === 'full') Storage.prototype.setItem = refuse;
        else Object.defineProperty(window, 'localStorage', { get: refuse });
      }, trouble);
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      await notebook.expectHeadlinesToFollow();
      await expect(page.getByRole('banner').getByRole('status')).toHaveText(say.notKept);
    });
  }

  test(`a damaged draft gives the template and a sentence, and is not lost, in ${language}`, async ({
    page,
    context,
  }) => {
    const notebook = await openNotebook(page, language);
    const template = await notebook.readDrivers();
    await notebook.type('investment', '75000');
    const stored = (key: string) => page.evaluate((key) => localStorage.getItem(key), key);
    await expect.poll(() => stored(key)).toContain('75000');
    const good = (await stored(key))!;
    const damaged = [
      good.slice(0, good.length / 2),
      good.replace('75000', '-75000'),
      good.replace('75000', '"75000"'),
      good.replace('"scenario"', '"robot"'),
      good.replace('"version":2', '"version":99'),
      'null',
      '[]',
    ];
    for (const text of damaged) {
      const opened = await openWithStored(context, language, text);
      await expect(opened.page.getByRole('banner').getByRole('status')).toHaveText(say.unreadable);
      expect(await opened.readDrivers()).toEqual(template);
      expect(await stored(`${key}.unreadable`)).toBe(text);
      await opened.page.close();
    }
    const opened = await openWithStored(context, language, good);
    expect((await opened.expectHeadlinesToFollow()).investment).toBe(75_000);
  });
}
