import type { Locator, Page } from '@playwright/test';
import { driverKeys, driverTable } from '$lib/scenario/drivers';
import { inTurn, languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const skip = { fi: 'Siirry sisältöön', en: 'Skip to the content' } as const;

/** What the caret stands on: where it belongs, and a sign of its own. */
const whereFocusIs = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const driver = one.closest('[data-driver]')?.getAttribute('data-driver') ?? '';
    return { tag: one.tagName, type: one.getAttribute('type') ?? '', driver, text: one.textContent?.trim() ?? '' };
  });

/** Whether a control looks different with the focus on it. */
async function showsFocus(control: Locator): Promise<boolean> {
  const page = control.page();
  await control.scrollIntoViewIfNeeded();
  await control.focus();
  const box = (await control.boundingBox())!;
  const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  const focused = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  await control.blur();
  return !focused.equals(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
}

for (const language of languages) {
  const mine = inTurn(language);
  if (mine())
    test(`the page is walked through by Tab alone, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await page.keyboard.press('Tab');
      const link = page.getByRole('link', { name: skip[language] });
      await expect(link).toBeFocused();
      await expect(link).toBeInViewport();

      const seen: NonNullable<Awaited<ReturnType<typeof whereFocusIs>>>[] = [];
      for (let stop = 0; stop < 200; stop++) {
        await page.keyboard.press('Tab');
        const at = await whereFocusIs(page);
        if (!at) break;
        seen.push(at);
      }
      // It ends at the end of the page: nothing holds it.
      expect(await whereFocusIs(page)).toBeNull();
      for (const key of driverKeys.filter((key) => !driverTable[key].advanced)) {
        const types = seen
          .filter(({ driver }) => driver === key)
          .map(({ tag, type }) => (tag === 'INPUT' ? type : tag));
        expect(types.slice(0, 3), key).toEqual(['BUTTON', 'range', 'text']);
      }
      for (const label of await notebook.cell('scenario').locator('dl dt button').allTextContents())
        expect(seen.map(({ text }) => text)).toContain(label);
    });

  if (mine())
    test(`a number in the text is stepped by a key that is held, looked at or not, in ${language}`, async ({
      page,
    }) => {
      const notebook = await openNotebook(page, language);
      const number = notebook.cell('text').getByRole('slider').first();
      const valueNow = async () => Number(await number.getAttribute('aria-valuenow'));
      await number.press('ArrowRight');
      const start = await valueNow();
      await number.press('ArrowRight');
      const step = (await valueNow()) - start;
      expect(step).toBeGreaterThan(0);

      await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
      await expect(number).not.toBeInViewport();
      for (let press = 0; press < 3; press++) await page.keyboard.down('ArrowRight');
      expect(await valueNow()).toBeCloseTo(start + 4 * step, 9);
      await page.keyboard.up('ArrowRight');
      expect(await valueNow()).toBeCloseTo(start + 4 * step, 9);
    });

  if (mine())
    test(`the skip link leads past the bar, in ${language}`, async ({ page }) => {
      await openNotebook(page, language);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });

  if (mine())
    test(`focus is seen on every kind of control, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.settled();
      // A picture is drawn, and its threshold with it, when it is near.
      await notebook.cell('distribution').scrollIntoViewIfNeeded();
      await expect(notebook.cell('distribution').getByRole('slider')).toBeVisible();
      // By keyboard, so that the browser shows focus at all.
      await page.keyboard.press('Tab');
      const scenario = notebook.cell('scenario');
      const kinds: Readonly<Record<string, Locator>> = {
        'language link': page.getByRole('navigation').getByRole('link').first(),
        title: page.getByRole('textbox').first(),
        client: notebook.client,
        currency: page.getByRole('combobox'),
        'number in the text': notebook.narrative.getByRole('slider'),
        'name of a driver': notebook.row('annualChurn').getByRole('button').first(),
        slider: notebook.slider('annualChurn'),
        field: notebook.field('annualChurn'),
        'folded group': scenario.locator('summary').first(),
        'name of a figure': scenario.locator('dl dt button').first(),
        'choice of a chart': scenario.locator('.choice button').first(),
        'tool of a chart': scenario.locator('figure .tools button').first(),
        threshold: notebook.cell('distribution').getByRole('slider'),
        theme: page.locator('.themes button').first(),
      };
      const unseen: string[] = [];
      for (const [name, control] of Object.entries(kinds)) if (!(await showsFocus(control))) unseen.push(name);
      expect(unseen).toEqual([]);
    });

  if (mine())
    test(`a range is edited by keyboard alone, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const trigger = notebook.row('annualChurn').getByRole('button').last();
      await trigger.focus();
      await trigger.press('Enter');
      const dialog = notebook.row('annualChurn').getByRole('dialog');
      await expect(dialog).toBeVisible();
      await expect(dialog.getByRole('textbox').first()).toBeFocused();
      await page.keyboard.type('5');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(trigger).toBeFocused();
      await expect(trigger).toContainText(notebook.formats.valueSpan('ratio', 0.05, 0.123));
      await trigger.press('Enter');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(trigger).toBeFocused();
    });
}
