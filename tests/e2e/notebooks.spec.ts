import type { Locator, Page } from '@playwright/test';
import { putStored, readStored } from './keptNotebooks';
import { inTurn, languages, NotebookPage, openNotebook, type Language } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    title: 'Otsikko',
    blank: 'Tyhjä muistikirja',
    own: 'Omat muistikirjat',
    rename: 'Nimeä uudelleen',
    name: 'Muistikirjan nimi',
    duplicate: 'Kopioi',
    copy: 'kopio',
    remove: 'Poista',
    removed: 'Poistettu',
    undo: 'Kumoa poisto',
    search: 'Hae nimellä tai asiakkaalla',
    noMatch: 'Mikään muistikirja ei vastaa hakua.',
    today: /tallennettu tänään klo \d/,
    unknown: 'Muistikirjaa ei löydy tästä selaimesta',
    none: 'Osoitteesta puuttuu muistikirja',
    unread: 'Muistikirja ei aukea',
    noStore: 'Selain ei anna lukea muistikirjoja',
    damaged: 'Ei aukea: tallenne on vioittunut.',
    newer: 'Ei aukea: tehty uudemmalla Arviolla.',
    saveFile: 'Tallenna tiedostoksi',
    home: 'Etusivulle',
    begin: 'Aloita uusi muistikirja',
    other: 'In English',
  },
  en: {
    title: 'Title',
    blank: 'Blank notebook',
    own: 'Your own notebooks',
    rename: 'Rename',
    name: 'Name of the notebook',
    duplicate: 'Duplicate',
    copy: 'copy',
    remove: 'Delete',
    removed: 'Deleted',
    undo: 'Undo deleting',
    search: 'Search by name or client',
    noMatch: 'No notebook matches.',
    today: /saved today at \d/,
    unknown: 'This notebook is not in this browser',
    none: 'The address names no notebook',
    unread: 'The notebook does not open',
    noStore: 'The browser does not let notebooks be read',
    damaged: 'Does not open: what was kept is damaged.',
    newer: 'Does not open: made with a newer Arvio.',
    saveFile: 'Save as a file',
    home: 'To the home page',
    begin: 'Begin a new notebook',
    other: 'Suomeksi',
  },
} as const;

/** The list on the home page. */
class OwnList {
  readonly section: Locator;
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.section = page.getByRole('region', { name: words[language].own });
  }
  async open(): Promise<this> {
    await this.page.goto(`${this.language}/`);
    await expect(this.page.locator('.mini dd.interval').first()).toHaveText(/\d/);
    return this;
  }
  titles(): Locator {
    return this.section.getByRole('heading', { level: 3 });
  }
  row(title: string): Locator {
    return this.section.getByRole('listitem').filter({ hasText: title });
  }
  button(word: string, title: string): Locator {
    return this.section.getByRole('button', { name: `${word}: ${title}`, exact: true });
  }
}

/** Begins a notebook from the gallery and gives it a title; waits until it is kept. */
async function beginNotebook(page: Page, language: Language, title: string): Promise<string> {
  await page.goto(`${language}/`);
  await page.getByRole('link', { name: words[language].blank }).click();
  await page.getByLabel(words[language].title, { exact: true }).fill(title);
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
  await expect(page).toHaveURL(/#n=\w+$/);
  return page.url();
}

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`a blank notebook becomes one’s own with its first change, in ${language}`, async ({ page }) => {
      await page.goto(`${language}/`);
      await expect(page.getByRole('region', { name: say.own })).toHaveCount(0);
      await page.getByRole('link', { name: say.blank }).click();
      const title = page.getByLabel(say.title, { exact: true });
      await expect(title).toHaveValue('');
      await expect(page).toHaveURL(/#new$/);
      expect(await readStored(page)).toEqual([]);
      await title.pressSequentially('Kevään tarjous');
      await expect(page).toHaveURL(/#n=\w+$/);
      await expect(page).toHaveTitle('Kevään tarjous – Arvio');
      const address = page.url();
      // In the middle of typing.
      await page.reload();
      await expect(title).toHaveValue('Kevään tarjous');
      await page.getByRole('link', { name: say.other }).click();
      await expect(page).toHaveURL(address.replace(`/${language}/`, language === 'fi' ? '/en/' : '/fi/'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveTitle('Kevään tarjous – Arvio');
      expect((await readStored(page)).map(({ title }) => title)).toEqual(['Kevään tarjous']);
    });

  if (mine())
    test(`several notebooks live side by side, in ${language}`, async ({ page }) => {
      const first = await beginNotebook(page, language, 'Ensimmäinen');
      const second = await beginNotebook(page, language, 'Toinen');
      expect(second).not.toBe(first);
      const template = await openNotebook(page, language);
      await template.client.fill('Kone Oy');
      await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');

      const list = await new OwnList(page, language).open();
      const investmentCase = language === 'fi' ? 'Investointilaskelma' : 'Investment case';
      await expect(list.titles()).toHaveText([investmentCase, 'Toinen', 'Ensimmäinen']);
      await expect(list.row(investmentCase)).toContainText('Kone Oy');
      await expect(list.row(investmentCase)).toContainText(say.today);
      await expect(list.row(investmentCase).locator('path.estimate')).toHaveAttribute('d', /^M[\d.,L-]+$/);

      // From one to the other by address alone.
      await page.goto(first);
      await expect(page.getByLabel(say.title, { exact: true })).toHaveValue('Ensimmäinen');
      await page.goto(second);
      await expect(page.getByLabel(say.title, { exact: true })).toHaveValue('Toinen');
      await page.goBack();
      await expect(page.getByLabel(say.title, { exact: true })).toHaveValue('Ensimmäinen');
      await list.open();
      await list.section.getByRole('link', { name: investmentCase }).click();
      await expect((await new NotebookPage(page, language).ready()).client).toHaveValue('Kone Oy');
    });

  if (mine())
    test(`a notebook is renamed, copied and deleted with undo from the list, in ${language}`, async ({ page }) => {
      const address = await beginNotebook(page, language, 'Tarjous');
      const list = await new OwnList(page, language).open();
      await list.button(say.rename, 'Tarjous').click();
      const name = list.section.getByLabel(say.name);
      await expect(name).toBeFocused();
      await name.fill('Sopimus');
      await name.press('Enter');
      await expect(list.titles()).toHaveText(['Sopimus']);
      await expect(list.button(say.rename, 'Sopimus')).toBeFocused();
      await list.button(say.rename, 'Sopimus').click();
      await name.fill('Muu');
      await name.press('Escape');
      await expect(list.titles()).toHaveText(['Sopimus']);

      await list.button(say.duplicate, 'Sopimus').click();
      const copy = `Sopimus – ${say.copy}`;
      await expect(list.titles()).toHaveText(['Sopimus', copy]);
      await expect(list.section.getByRole('link', { name: copy })).toBeFocused();

      await list.button(say.remove, 'Sopimus').click();
      await expect(list.row(`${say.removed}: Sopimus.`)).toBeVisible();
      await expect(list.button(say.undo, 'Sopimus')).toBeFocused();
      await expect(list.titles()).toHaveText([copy]);
      await page.keyboard.press('Enter');
      await expect(list.titles()).toHaveText(['Sopimus', copy]);
      await expect(list.section.getByRole('link', { name: 'Sopimus', exact: true })).toBeFocused();

      await list.button(say.remove, 'Sopimus').click();
      await expect(list.row(`${say.removed}: Sopimus.`)).toBeVisible();
      await list.open();
      await expect(list.titles()).toHaveText([copy]);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: say.unknown })).toBeVisible();
    });

  if (mine())
    test(`many notebooks can be searched by name and client, in ${language}`, async ({ page }) => {
      await beginNotebook(page, language, 'Viimeinen');
      const [row] = await readStored(page);
      const rows = Array.from({ length: 8 }, (_, index) => ({
        ...row!,
        id: `n${index}`,
        title: `Tarjous ${index}`,
        client: index === 3 ? 'Ähtärin Kone' : '',
        savedAt: index,
      }));
      await putStored(page, rows);
      const list = await new OwnList(page, language).open();
      await expect(list.titles()).toHaveCount(9);
      const search = list.section.getByRole('searchbox', { name: say.search });
      await search.fill('tarjous 5');
      await expect(list.titles()).toHaveText(['Tarjous 5']);
      await search.fill('ähtärin');
      await expect(list.titles()).toHaveText(['Tarjous 3']);
      await search.fill('olematon');
      await expect(list.section.getByRole('status')).toHaveText(say.noMatch);
      await search.fill('');
      await expect(list.titles()).toHaveCount(9);
    });

  if (mine())
    test(`an address that names nothing says so and leads on, in ${language}`, async ({ page }) => {
      for (const [fragment, heading] of [
        ['#n=nobody', say.unknown],
        ['#n=<img src=x onerror=alert(1)>', say.unknown],
        ['#n=', say.unknown],
        ['', say.none],
        ['#robot', say.none],
      ] as const) {
        await page.goto('about:blank');
        await page.goto(`${language}/notebook/${fragment}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expect(page).toHaveTitle(`${heading} – Arvio`);
      }
      await page.getByRole('link', { name: say.begin }).click();
      await expect(page.getByLabel(say.title, { exact: true })).toHaveValue('');
      await page.goBack();
      await page.getByRole('link', { name: say.home }).click();
      await expect(page.locator('.mini')).toBeVisible();
    });

  if (mine())
    test(`a damaged notebook is listed, opens with a sentence and stays as it is, in ${language}`, async ({ page }) => {
      const address = await beginNotebook(page, language, 'Tarjous');
      const [row] = await readStored(page);
      const damaged = { ...row!, text: row!.text.slice(0, 40) };
      const newer = { ...row!, id: 'newer', title: 'Uudempi', text: row!.text.replace('"version":2', '"version":99') };
      await putStored(page, [damaged, newer]);
      const list = await new OwnList(page, language).open();
      await expect(list.row('Tarjous')).toContainText(say.damaged);
      await expect(list.row('Uudempi')).toContainText(say.newer);
      await expect(list.button(say.rename, 'Tarjous')).toHaveCount(0);
      const saving = page.waitForEvent('download');
      await list.button(say.saveFile, 'Tarjous').click();
      expect((await (await (await saving).createReadStream()).toArray()).join('')).toBe(damaged.text);

      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.unread);
      const again = page.waitForEvent('download');
      await page.getByRole('button', { name: say.saveFile }).click();
      expect((await again).suggestedFilename()).toBe('Tarjous.arvio.json');
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.unread);
      expect((await readStored(page)).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        [damaged, newer].toSorted((a, b) => a.id.localeCompare(b.id)),
      );
    });

  if (mine())
    test(`without storage the home page has no list and a notebook’s address says why, in ${language}`, async ({
      page,
    }) => {
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
      await page.goto(`${language}/`);
      await expect(page.locator('.mini dd.interval').first()).toHaveText(/\d/);
      await expect(page.getByRole('region', { name: say.own })).toHaveCount(0);
      await page.goto(`${language}/notebook/#n=mine`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.noStore);
    });

  for (const width of [360, 768, 1440]) {
    if (mine())
      test(`the list moves nothing above it and stays within ${width} px, in ${language}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await beginNotebook(page, language, 'Asiakashankintakustannuslaskelma'.repeat(3));
        await page.goto(`${language}/`);
        const gallery = page.locator('.gallery');
        const before = await gallery.boundingBox();
        await expect(page.getByRole('region', { name: say.own })).toBeVisible();
        expect((await gallery.boundingBox())?.height).toBe(before?.height);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
  }
}
