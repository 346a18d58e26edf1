import type { Page } from '@playwright/test';
import { putStored, readStored } from './keptNotebooks';
import { inTurn, languages, NotebookPage, openNotebook, type Language } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    title: 'Otsikko',
    currency: 'Valuutta',
    other: 'In English',
    reset: 'Palauta pohja',
    undo: 'Kumoa',
    pristine: 'Julkaistu esimerkki sellaisenaan.',
    saved: /^Tallessa tässä selaimessa klo\s\d/,
    notKept: { blocked: 'Selain ei säilytä tätä.', absent: 'Selain ei säilytä tätä.', full: /muisti on täynnä/ },
    saveFile: 'Tallenna tiedostoksi',
    unreadable: /ei auennut, joten tässä on pohja/,
    newer: /tehty uudemmalla Arviolla/,
  },
  en: {
    title: 'Title',
    currency: 'Currency',
    other: 'Suomeksi',
    reset: 'Back to the template',
    undo: 'Undo',
    pristine: 'The published example as it is.',
    saved: /^Saved in this browser at\s\d/,
    notKept: {
      blocked: 'This browser will not keep this.',
      absent: 'This browser will not keep this.',
      full: /storage is full/,
    },
    saveFile: 'Save as a file',
    unreadable: /did not open, so this is the template/,
    newer: /made with a newer Arvio/,
  },
} as const;
const otherOf = { fi: 'en', en: 'fi' } as const satisfies Record<Language, Language>;

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

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`what was typed survives a reload and another language, from ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await makeItTheirs(notebook);
      await expect(notebook.status).toHaveText(say.saved);
      await page.reload();
      await expectTheirs(page, language);
      await page.getByRole('link', { name: say.other }).click();
      await expectTheirs(page, otherOf[language]);
      await page.reload();
      await expectTheirs(page, otherOf[language]);
      expect(await readStored(page)).toHaveLength(1);
    });

  if (mine())
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

  if (mine())
    test(`what is typed when one goes to another page of the site is there at once, in ${language}`, async ({
      page,
    }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      await page.getByRole('link', { name: 'Arvio', exact: true }).click();
      await expect(page.locator('[data-driver="investment"]').getByRole('slider')).toHaveValue('75000');
    });

  if (mine())
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

      await notebook.banner.getByRole('button', { name: say.undo, exact: true }).click();
      await expectTheirs(page, language);
      await page.getByRole('button', { name: say.reset }).click();
      await page.reload();
      await notebook.ready();
      await expect(notebook.banner).toContainText(say.pristine);
      expect(await notebook.readDrivers()).toEqual(template);
      expect(await readStored(page)).toEqual([]);
    });

  for (const trouble of ['blocked', 'absent', 'full'] as const) {
    test(`with storage ${trouble} the page works, says so and offers a file, in ${language}`, async ({ page }) => {
      await page.addInitScript((trouble) => {
        const refuse = () => {
          throw new DOMException('refused', trouble === 'full' ? 'QuotaExceededError' : 'SecurityError');
        };
        if (trouble === 'full') IDBObjectStore.prototype.put = refuse;
        else if (trouble === 'blocked') Object.defineProperty(window, 'indexedDB', { get: refuse });
        else Object.defineProperty(window, 'indexedDB', { value: undefined });
        if (trouble !== 'full') Object.defineProperty(window, 'localStorage', { get: refuse });
      }, trouble);
      const notebook = await openNotebook(page, language);
      // Known from the beginning where nothing is kept at all; a full disk shows only when something is to be kept.
      await expect(notebook.status).toHaveText(trouble === 'full' ? '' : say.notKept[trouble]);
      await notebook.type('investment', '75000');
      await notebook.expectHeadlinesToFollow();
      await expect(notebook.status).toHaveText(say.notKept[trouble]);

      const saving = page.waitForEvent('download');
      await page.getByRole('banner').getByRole('button', { name: say.saveFile }).click();
      const file = await saving;
      expect(file.suggestedFilename()).toMatch(/\.arvio\.json$/);
      const { document } = JSON.parse((await (await file.createReadStream()).toArray()).join('')) as {
        document: { cells: unknown };
      };
      expect(JSON.stringify(document.cells)).toContain('75000');
    });
  }

  if (mine())
    test(`what cannot be read gives the template and a sentence, and is not lost, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const template = await notebook.readDrivers();
      await notebook.type('investment', '75000');
      await expect(notebook.status).toHaveText(say.saved);
      const [good] = await readStored(page);
      const damaged = [
        good!.text.slice(0, good!.text.length / 2),
        good!.text.replace('75000', '-75000'),
        good!.text.replace('75000', '"75000"'),
        good!.text.replace('"scenario"', '"robot"'),
        good!.text.replace('"version":2', '"version":99'),
        'null',
        '[]',
      ];
      for (const text of damaged) {
        await putStored(page, [{ ...good!, text }]);
        await page.reload();
        await notebook.ready();
        await expect(notebook.status).toHaveText(text.includes('99') ? say.newer : say.unreadable);
        expect(await notebook.readDrivers()).toEqual(template);
        expect(await readStored(page)).toEqual([{ ...good!, text }]);
      }
      // The first change moves it aside, as it is.
      await notebook.type('investment', '80000');
      await expect(notebook.status).toHaveText(say.saved);
      const rows = await readStored(page);
      expect(rows.map(({ text }) => text).sort()).toContain('[]');
      expect(rows).toHaveLength(2);

      await putStored(page, [good!]);
      await page.reload();
      await notebook.ready();
      expect((await notebook.expectHeadlinesToFollow()).investment).toBe(75_000);
    });

  if (mine())
    test(`a draft of an earlier release is taken up once, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      await expect(notebook.status).toHaveText(say.saved);
      const [{ text } = { text: '' }] = await readStored(page);
      // The copy beside the database comes a moment after it.
      await expect(() =>
        page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('arvio', { recursive: true })),
      ).toPass();
      await page.evaluate(
        ([text]) => {
          indexedDB.deleteDatabase('arvio');
          localStorage.setItem('arvio.draft.investment-case', text.replace('"version":2', '"version":1'));
        },
        [text] as const,
      );
      await page.reload();
      await notebook.ready();
      expect((await notebook.expectHeadlinesToFollow()).investment).toBe(75_000);
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('arvio.draft'))),
      ).toEqual([]);
    });
}
