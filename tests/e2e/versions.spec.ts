import { readStored } from './keptNotebooks';
import { inTurn, languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    more: 'Lisää toimintoja',
    versions: 'Versiot…',
    title: 'Versiot',
    name: 'Version nimi',
    save: 'Tallenna versio',
    none: 'Versioita ei vielä ole.',
    same: 'Sama kuin nyt.',
    since: 'Sen jälkeen muuttunut 2 kohtaa',
    investment: /Investointi\s+75\s000\s€\s+90\s000\s€/,
    restore: 'Palauta versio: Lähetetty',
    remove: 'Poista versio: Lähetetty',
    undoRemove: 'Kumoa poisto: Lähetetty',
    sent: 'Lähetetty',
    close: 'Sulje',
    notKept: 'Selain ei säilytä versioita.',
    copy: 'Tee tästä oma kopio',
    heading: 'Otsikko',
    copied: 'Investointilaskelma – kopio',
  },
  en: {
    more: 'More actions',
    versions: 'Versions…',
    title: 'Versions',
    name: 'Name of the version',
    save: 'Save version',
    none: 'There are no versions yet.',
    same: 'The same as now.',
    since: '2 things changed since',
    investment: /Investment\s+€75,000\s+€90,000/,
    restore: 'Restore version: Lähetetty',
    remove: 'Delete version: Lähetetty',
    undoRemove: 'Undo deleting: Lähetetty',
    sent: 'Lähetetty',
    close: 'Close',
    notKept: 'The browser keeps no versions.',
    copy: 'Make a copy of your own',
    heading: 'Title',
    copied: 'Investment case – copy',
  },
} as const;

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`a named version shows what has changed since and is restored in one step, in ${language}`, async ({
      page,
    }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      const menu = page.getByRole('button', { name: say.more });
      const open = async () => {
        await menu.click();
        await page.getByRole('button', { name: say.versions }).click();
        await expect(dialog).toBeVisible();
      };
      const dialog = page.getByRole('dialog', { name: say.title, exact: true });
      await open();
      await expect(dialog).toContainText(say.none);
      await dialog.getByLabel(say.name).fill(say.sent);
      await dialog.getByLabel(say.name).press('Enter');
      await expect(dialog.getByRole('listitem')).toContainText([say.sent]);
      await expect(dialog).toContainText(say.same);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(menu).toBeFocused();

      await notebook.type('investment', '90000');
      await notebook.client.fill('Kone Oy');
      await page.reload();
      await notebook.ready();
      await open();
      await dialog.getByText(say.since).click();
      await expect(dialog.getByRole('listitem').filter({ hasText: say.investment }).last()).toBeVisible();
      await dialog.getByRole('button', { name: say.remove }).click();
      await expect(dialog.getByRole('button', { name: say.undoRemove })).toBeFocused();
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: say.restore }).click();
      await expect(dialog).toHaveCount(0);
      expect((await notebook.expectHeadlinesToFollow()).investment).toBe(75_000);
      await expect(notebook.client).toHaveValue('');
      await page.keyboard.press('ControlOrMeta+z');
      expect((await notebook.expectHeadlinesToFollow()).investment).toBe(90_000);
      await expect(notebook.client).toHaveValue('Kone Oy');
    });

  if (mine())
    test(`a version follows the page’s language when it is restored, from ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      await page.getByRole('button', { name: say.more }).click();
      await page.getByRole('button', { name: say.versions }).click();
      await page.getByRole('dialog').getByRole('button', { name: say.save }).click();
      await page.getByRole('dialog').getByRole('button', { name: say.close }).click();
      const other = language === 'fi' ? 'en' : 'fi';
      const there = await openNotebook(page, other);
      const title = page.getByLabel(words[other].heading, { exact: true });
      const before = await title.inputValue();
      await there.type('investment', '90000');
      await page.getByRole('button', { name: words[other].more }).click();
      await page.getByRole('button', { name: words[other].versions }).click();
      await page.getByRole('dialog').locator('[data-id] button').first().click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect((await there.expectHeadlinesToFollow()).investment).toBe(75_000);
      await expect(title).toHaveValue(before);
    });

  if (mine())
    test(`without storage versions say that they are not kept, in ${language}`, async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
      await openNotebook(page, language);
      await page.getByRole('button', { name: say.more }).click();
      await page.getByRole('button', { name: say.versions }).click();
      await expect(page.getByRole('dialog').getByRole('status')).toContainText(say.notKept);
    });

  if (mine())
    test(`a template becomes a notebook of one’s own, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      await page.getByRole('button', { name: say.more }).click();
      await page.getByRole('button', { name: say.copy }).click();
      await expect(page).toHaveURL(/#n=\w+$/);
      await expect(page.getByLabel(say.heading, { exact: true })).toHaveValue(say.copied);
      await notebook.ready();
      expect((await notebook.expectHeadlinesToFollow()).investment).toBe(75_000);
      await notebook.type('investment', '90000');
      await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
      const kept = (await readStored(page)).map(({ text }) => /"investment":\{"value":(\d+)/.exec(text)?.[1]);
      expect(kept.sort()).toEqual(['75000', '90000']);
    });
}
