import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { messages as receivedWords } from '$lib/cells/share/messages';
import { messages as cellWords } from '$lib/cells/messages';
import { messages as shareWords } from '$lib/components/share/messages';
import { problemText } from '$lib/components/share/problemText';
import { packText, unpackText } from '$lib/notebook/linkCodec';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';
import { inTurn, languages, NotebookPage, openNotebook, type Language } from './notebookPage';
import { expect, test, watch } from './test';

const otherOf = { fi: 'en', en: 'fi' } as const satisfies Record<Language, Language>;

/** Opens the share dialog and waits for the link. */
async function linkOf(page: Page, language: Language): Promise<string> {
  await page.getByRole('button', { name: cellWords[language].share, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: shareWords[language].share });
  const field = dialog.getByRole('textbox', { name: shareWords[language].link });
  await expect(field).toHaveValue(/#s=[\w-]+$/);
  return field.inputValue();
}

const closeDialog = (page: Page, language: Language) =>
  page.getByRole('button', { name: shareWords[language].close, exact: true }).click();

const strip = (page: Page, language: Language) =>
  page.getByRole('complementary', { name: receivedWords[language].received });

/** What stands on the page: drivers, headline figures and their simulated ranges. */
async function figuresOf(notebook: NotebookPage) {
  await notebook.settled();
  return {
    drivers: await notebook.readDrivers(),
    headlines: await notebook.readHeadlines(),
    intervals: await notebook.intervals.allTextContents(),
  };
}

/** Another profile, which nothing is known to, under the same watch. */
async function withProfile(
  browser: Browser,
  site: { url: string; origin: string },
  visit: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block' });
  const problems = await watch(context, site.origin);
  await visit(await context.newPage(), context);
  await context.close();
  expect(problems).toEqual([]);
}

async function opened(page: Page, language: Language): Promise<NotebookPage> {
  return new NotebookPage(page, language).ready();
}

async function alter(link: string, change: (shared: SharedNotebook) => unknown): Promise<string> {
  const [address, payload] = link.split('#s=') as [string, string];
  const text = await unpackText(payload);
  if (!text.ok) throw new Error(text.problem.tag);
  return `${address}#s=${await packText(JSON.stringify(change(JSON.parse(text.value) as SharedNotebook)))}`;
}

const withInvestment = (shared: SharedNotebook, value: number): SharedNotebook =>
  JSON.parse(JSON.stringify(shared).replace('"investment":{"value":60392.5', `"investment":{"value":${value}`));

for (const language of languages) {
  const mine = inTurn(language);
  const say = receivedWords[language];
  const banner = cellWords[language].fromSent;

  test(`a link opens in another profile with the same figures, and the other language changes none, in ${language}`, async ({
    page,
    browser,
    site,
  }) => {
    const notebook = await openNotebook(page, language);
    await notebook.type('investment', '75000');
    await notebook.client.fill('Esimerkki Oy');
    const sent = await figuresOf(notebook);
    const link = await linkOf(page, language);
    expect(link).toContain(`/${language}/notebook/#s=`);

    await withProfile(browser, site, async (page) => {
      await page.goto(link);
      const received = await opened(page, language);
      await expect(strip(page, language)).toContainText(say.same);
      expect(await figuresOf(received)).toEqual(sent);
      await expect(received.client).toHaveValue('Esimerkki Oy');
      await expect(received.banner).toContainText(banner.pristine);

      const other = otherOf[language];
      await page.getByRole('link', { name: { fi: 'In English', en: 'Suomeksi' }[language] }).click();
      const translated = await opened(page, other);
      await expect(strip(page, other)).toContainText(receivedWords[other].same);
      expect((await figuresOf(translated)).drivers).toEqual(sent.drivers);
      await page.reload();
      await opened(page, other);
      await expect(strip(page, other)).toContainText(receivedWords[other].same);
    });
  });

  test(`what is changed in a received notebook is told, goes back one by one, and is nowhere kept, in ${language}`, async ({
    page,
    browser,
    site,
  }) => {
    const link = await linkOf((await openNotebook(page, language)).page, language);
    await withProfile(browser, site, async (page) => {
      // A notebook of the reader's own, from before.
      const own = await openNotebook(page, language);
      await own.type('investment', '99000');
      await own.settled();
      await page.waitForTimeout(700);

      await page.goto(link);
      const received = await opened(page, language);
      await expect(strip(page, language)).toContainText(say.same);
      await received.type('investment', '80000');
      await received.type('annualChurn', '8');
      await expect(received.banner).toContainText(banner.changed);
      await expect(strip(page, language)).not.toContainText(say.same);
      await expect(strip(page, language)).toContainText(/ROI 369|ROI 369/);
      await received.banner.getByRole('button', { name: /Investointi|Investment/ }).click();
      await expect(received.banner).not.toContainText(/Investointi|Investment/);
      await received.banner.getByRole('button', { name: banner.reset }).click();
      await expect(strip(page, language)).toContainText(say.same);
      await received.type('investment', '81000');

      const kept = await openNotebook(page, language);
      expect((await kept.readDrivers()).investment).toBe(99_000);
      await page.goto(link);
      expect((await (await opened(page, language)).readDrivers()).investment).toBe(60_392.5);
    });
  });

  if (mine())
    test(`a received notebook is kept when asked for, in ${language}`, async ({ page, browser, site }) => {
      const link = await linkOf((await openNotebook(page, language)).page, language);
      await withProfile(browser, site, async (page) => {
        await page.goto(link);
        const received = await opened(page, language);
        await received.type('investment', '80000');
        await page.getByRole('button', { name: say.keep }).click();
        await expect(page).toHaveURL(/#n=/);
        await expect(strip(page, language)).toHaveCount(0);
        await received.type('annualChurn', '8');
        await page.waitForTimeout(700);
        await page.reload();
        const kept = await opened(page, language);
        expect(await kept.readDrivers()).toMatchObject({ investment: 80_000, annualChurn: 0.08 });
      });
    });

  if (mine())
    test(`a document that was altered, or came from other formulas, says which figures differ and why, in ${language}`, async ({
      page,
    }) => {
      const link = await linkOf((await openNotebook(page, language)).page, language);
      await closeDialog(page, language);
      await page.goto(await alter(link, (shared) => withInvestment(shared, 70_000)));
      await opened(page, language);
      await expect(strip(page, language)).toContainText(`${say.differs} ${say.cause.altered}`);
      await expect(strip(page, language).getByRole('listitem').first()).toContainText(/ROI.*369.*→.*305|ROI.*369.*305/);

      await page.goto(await alter(link, (shared) => ({ ...withInvestment(shared, 70_000), modelVersion: 99 })));
      await expect(strip(page, language)).toContainText(say.cause.model);
      await page.goto(await alter(link, (shared) => ({ ...shared, document: { ...shared.document, seed: 7 } })));
      await expect(strip(page, language)).toContainText(say.cause.draws);
      await page.goto(link);
      await expect(strip(page, language)).toContainText(say.same);
    });

  if (mine())
    test(`a broken link says what happened and what is as it was, in ${language}`, async ({ page, site }) => {
      const link = await linkOf((await openNotebook(page, language)).page, language);
      const payload = link.split('#s=')[1]!;
      const at = `${site.url}${language}/notebook/#s=`;
      const main = page.getByRole('main');
      await page.goto(at + payload.slice(0, payload.length - 40));
      await expect(main).toContainText(problemText({ tag: 'cutShort' }, 'link', language).what);
      await page.goto(`${at}ä`);
      await expect(main).toContainText(problemText({ tag: 'notBase64' }, 'link', language).what);
      await page.goto(await alter(link, (shared) => ({ ...shared, document: { ...shared.document, version: 99 } })));
      await expect(main).toContainText(problemText({ tag: 'newerVersion', version: 99 }, 'link', language).what);
      await page.goto(await alter(link, (shared) => ({ ...shared, format: 'other' })));
      await expect(main).toContainText(problemText({ tag: 'invalid', path: '' }, 'link', language).what);
      await page.goto(link);
      await opened(page, language);
      await expect(strip(page, language)).toContainText(say.same);
    });

  if (mine())
    test(`a file opens as the same notebook, chosen or dropped, in ${language}`, async ({ page, browser, site }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('investment', '75000');
      const sent = await figuresOf(notebook);
      await linkOf(page, language);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: shareWords[language].save }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(
        { fi: 'Investointilaskelma.arvio.json', en: 'Investment case.arvio.json' }[language],
      );
      const content = await readFile(await file.path(), 'utf8');

      await withProfile(browser, site, async (page) => {
        await openNotebook(page, language);
        await linkOf(page, language);
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: shareWords[language].open }).click();
        const offer = (name: string, text: string) => ({
          name,
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
        await (await chooser).setFiles(offer('case.arvio.json', content));
        await expect(page).toHaveURL(/#s=/);
        const chosen = await opened(page, language);
        await expect(strip(page, language)).toContainText(say.same);
        expect(await figuresOf(chosen)).toEqual(sent);
      });

      await withProfile(browser, site, async (page) => {
        await openNotebook(page, language);
        const drop = (text: string) =>
          page.evaluate((text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], 'case.arvio.json', { type: 'application/json' }));
            for (const type of ['dragenter', 'dragover', 'drop'])
              document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
          }, text);
        await drop(content.slice(0, 500));
        const refusal = page.getByRole('dialog', { name: shareWords[language].notOpened });
        await expect(refusal).toContainText(problemText({ tag: 'notJson' }, 'file', language).what);
        await page.keyboard.press('Escape');
        await expect(refusal).toHaveCount(0);
        await drop(content);
        const dropped = await opened(page, language);
        await expect(strip(page, language)).toContainText(say.same);
        expect(await figuresOf(dropped)).toEqual(sent);
      });
    });

  if (mine())
    test(`the link is copied, or selected where copying is refused, in ${language}`, async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await openNotebook(page, language);
      const words = shareWords[language];
      const link = await linkOf(page, language);
      const dialog = page.getByRole('dialog', { name: words.share });
      await expect(dialog).toContainText(words.whole);
      await expect(dialog).toContainText(words.fits);
      await expect(dialog.getByRole('img', { name: words.qr })).toBeVisible();
      await dialog.getByRole('button', { name: words.copy }).click();
      await expect(dialog.getByRole('status')).toHaveText(words.copied);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
      });
      await dialog.getByRole('button', { name: words.copy }).click();
      await expect(dialog.getByRole('status')).toHaveText(words.refused);
      const selected = await page.evaluate(() => {
        const field = document.activeElement as HTMLTextAreaElement;
        return field.value.slice(field.selectionStart, field.selectionEnd);
      });
      expect(selected).toBe(link);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: cellWords[language].share, exact: true })).toBeFocused();
    });
}
