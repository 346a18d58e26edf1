import type { BrowserContext, Page } from '@playwright/test';
import { readStored } from './keptNotebooks';
import { languages, openNotebook, type Language } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    title: 'Otsikko',
    conflict: 'Muutettu kahdessa välilehdessä',
    mine: 'Säilytä omani kopiona',
    theirs: 'Ota toisen välilehden muistikirja',
    later: 'Päätä myöhemmin',
    choose: 'Valitse',
    undecided: 'Muutettu myös toisessa välilehdessä.',
    remove: 'Poista',
    undo: 'Kumoa poisto',
    gone: 'Muistikirja on poistettu toisessa välilehdessä.',
    bringBack: 'Palauta',
  },
  en: {
    title: 'Title',
    conflict: 'Changed in two tabs',
    mine: 'Keep mine as a copy',
    theirs: 'Take the other tab’s notebook',
    later: 'Decide later',
    choose: 'Choose',
    undecided: 'Changed in another tab too.',
    remove: 'Delete',
    undo: 'Undo deleting',
    gone: 'This notebook was deleted in another tab.',
    bringBack: 'Bring it back',
  },
} as const;

const saved = (page: Page) => expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');

/** A tab that hears nothing of others: as one that was frozen, or comes from before it could be told. */
async function openDeafTab(context: BrowserContext, language: Language) {
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(window, 'BroadcastChannel', { value: undefined }));
  return openNotebook(page, language);
}

for (const language of languages) {
  const say = words[language];

  test(`two tabs on one notebook follow one another, in ${language}`, async ({ page, context }) => {
    const one = await openNotebook(page, language);
    const other = await openNotebook(await context.newPage(), language);
    await one.type('investment', '75000');
    await expect(other.slider('investment')).toHaveValue('75000');
    await other.expectHeadlinesToFollow();
    await other.client.fill('Kone Oy');
    await expect(one.client).toHaveValue('Kone Oy');
    await one.type('investment', '80000');
    await expect(other.slider('investment')).toHaveValue('80000');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(other.page.getByRole('dialog')).toHaveCount(0);
    expect(await readStored(page)).toHaveLength(1);
  });

  test(`when both have changed it, the later one asks and can keep its own beside, in ${language}`, async ({
    page,
    context,
  }) => {
    const one = await openNotebook(page, language);
    const other = await openDeafTab(context, language);
    await one.client.fill('Ensin');
    await saved(page);
    await other.client.fill('Sitten');
    const dialog = other.page.getByRole('dialog', { name: say.conflict });
    await expect(dialog).toBeVisible();
    expect((await readStored(page)).map(({ client }) => client)).toEqual(['Ensin']);

    // Put off, and taken up again from the sentence that stays.
    await dialog.getByRole('button', { name: say.later }).click();
    await expect(dialog).toHaveCount(0);
    await expect(other.status).toHaveText(say.undecided);
    await other.page.getByRole('button', { name: say.choose }).click();
    await dialog.getByRole('button', { name: say.mine }).click();
    await expect(dialog).toHaveCount(0);
    await expect(other.page).toHaveURL(/#n=\w+$/);
    await expect(other.client).toHaveValue('Sitten');
    await other.client.fill('Sittemmin');
    await saved(other.page);
    expect((await readStored(page)).map(({ client }) => client).sort()).toEqual(['Ensin', 'Sittemmin']);
    await expect(one.client).toHaveValue('Ensin');
  });

  test(`or take the other’s, in ${language}`, async ({ page, context }) => {
    const one = await openNotebook(page, language);
    const other = await openDeafTab(context, language);
    await one.client.fill('Ensin');
    await saved(page);
    await other.client.fill('Sitten');
    await other.page.getByRole('dialog').getByRole('button', { name: say.theirs }).click();
    await expect(other.page.getByRole('dialog')).toHaveCount(0);
    await expect(other.client).toHaveValue('Ensin');
    await saved(other.page);
    expect((await readStored(page)).map(({ client }) => client)).toEqual(['Ensin']);
  });

  test(`a tab left without a choice loses nothing, in ${language}`, async ({ page, context }) => {
    const one = await openNotebook(page, language);
    const other = await openDeafTab(context, language);
    await one.client.fill('Ensin');
    await saved(page);
    await other.client.fill('Sitten');
    await expect(other.page.getByRole('dialog')).toBeVisible();
    await other.page.reload();
    await other.ready();
    await expect
      .poll(async () => (await readStored(page)).map(({ client }) => client).sort())
      .toEqual(['Ensin', 'Sitten']);
  });

  test(`a notebook deleted in another tab can be brought back where it is open, in ${language}`, async ({
    page,
    context,
  }) => {
    await page.goto(`${language}/notebook/#new`);
    await page.getByLabel(say.title, { exact: true }).fill('Tarjous');
    await saved(page);
    const home = await context.newPage();
    await home.goto(`${language}/`);
    const status = page.getByRole('banner').getByRole('status');
    await home.getByRole('button', { name: `${say.remove}: Tarjous` }).click();
    await expect(status).toHaveText(say.gone);
    await home.getByRole('button', { name: `${say.undo}: Tarjous` }).click();
    await expect(status).not.toHaveText(say.gone);
    await home.getByRole('button', { name: `${say.remove}: Tarjous` }).click();
    await expect(status).toHaveText(say.gone);
    await page.getByRole('button', { name: say.bringBack }).click();
    await expect(status).not.toHaveText(say.gone);
    await expect(home.getByRole('link', { name: 'Tarjous', exact: true })).toBeVisible();
  });
}
