import type { Locator, Page } from '@playwright/test';
import { messages as receivedWords } from '$lib/cells/share/messages';
import { messages as cellWords } from '$lib/cells/messages';
import { messages as shareWords } from '$lib/components/share/messages';
import { languages } from './notebookPage';
import { expect, test, watch } from './test';

const words = {
  fi: {
    blank: /^Tyhjä/,
    title: 'Otsikko',
    add: 'Lisää solu',
    write: 'Muokkaa tekstiä',
    second: 'skenaario2',
    menu: { input: 'oma', scenario: 'sken', formula: 'kaava', text: 'teks' },
    sentence: 'Ero on ',
  },
  en: {
    blank: /^Blank/,
    title: 'Title',
    add: 'Add a cell',
    write: 'Edit text',
    second: 'scenario2',
    menu: { input: 'own', scenario: 'scen', formula: 'form', text: 'text' },
    sentence: 'The difference is ',
  },
} as const;

/** Walks by Tab until the focus is there: what cannot be walked to cannot be used without a mouse. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 250; steps++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

for (const language of languages) {
  const say = words[language];

  test(`from blank to a link by keyboard alone, in ${language}`, async ({ page, browser, site }) => {
    const { keyboard } = page;
    const addLast = async (kind: keyof (typeof words)['fi']['menu']) => {
      const line = page.getByRole('button', { name: say.add }).last();
      // Below the cell that was just added, which has the focus.
      await tabTo(page, line);
      await keyboard.press('Enter');
      await keyboard.type(say.menu[kind]);
      await keyboard.press('Enter');
    };
    const kind = (name: string) => page.locator(`[data-kind="${name}"]`);

    await page.goto(`${language}/`);
    await tabTo(page, page.getByRole('link', { name: say.blank }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel(say.title, { exact: true }));
    await keyboard.type('Kevät');

    // A price of one's own, a scenario, and another that extends it and invests the price.
    await addLast('input');
    await expect(kind('input')).toBeFocused();
    const price = await kind('input').locator('input').first().inputValue();
    await addLast('scenario');
    await expect(kind('scenario')).toHaveCount(1);
    await addLast('scenario');
    await expect(kind('scenario')).toHaveCount(2);
    const investment = kind('scenario').nth(1).locator('[data-driver="investment"] input[type="text"]');
    await tabTo(page, investment);
    await keyboard.type(`= ${price} * 2`);
    await keyboard.press('Enter');
    await expect(kind('scenario').nth(1).locator('[data-driver="investment"]')).toContainText(`= ${price} * 2`);

    // What the second is worth more than the first, future by future.
    await addLast('formula');
    await expect(kind('formula')).toBeFocused();
    await tabTo(page, kind('formula').locator('.formula').getByRole('textbox'));
    await keyboard.press('Control+a');
    await keyboard.type(`${say.second}.npv - base.npv`);
    await keyboard.press('Enter');
    const difference = kind('formula').locator('.value');
    // An investment is paid at once and not discounted: 60 392.50 € − 2 × 20 000 €.
    await expect(difference).toHaveText(/20.?39[23]/);
    const result = await kind('formula').locator('input').first().inputValue();

    // The same in a sentence.
    await addLast('text');
    await expect(page.locator(':focus')).toHaveRole('textbox');
    await keyboard.type(`${say.sentence}{${result}}.`);
    await keyboard.press('Escape');
    const sentence = page.locator('[data-kind="text"]').last().locator('.narrative');
    const figure = (await difference.innerText()).replace(/\s/g, '');
    await expect.poll(async () => (await sentence.innerText()).replace(/\s/g, '')).toContain(figure);

    // Undone and done again, kept, and there after a reload.
    await tabTo(page, investment, 'Shift+Tab');
    await keyboard.type('30000');
    await keyboard.press('Enter');
    await expect.poll(async () => (await difference.innerText()).replace(/\s/g, '')).not.toBe(figure);
    await tabTo(page, page.getByRole('slider').first(), 'Shift+Tab');
    await keyboard.press('Control+z');
    await expect.poll(async () => (await difference.innerText()).replace(/\s/g, '')).toBe(figure);
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
    await page.reload();
    await expect.poll(async () => (await difference.innerText()).replace(/\s/g, '')).toBe(figure);
    await expect.poll(async () => (await sentence.innerText()).replace(/\s/g, '')).toContain(figure);

    // Sent, and opened by somebody else: the same figures, and it says so.
    await tabTo(page, page.getByRole('button', { name: cellWords[language].share, exact: true }));
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: shareWords[language].share });
    const link = dialog.getByRole('textbox', { name: shareWords[language].link });
    await expect(link).toHaveValue(/#s=[\w-]+$/);
    const other = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block' });
    const problems = await watch(other, site.origin);
    const reader = await other.newPage();
    await reader.goto(await link.inputValue());
    const received = reader.getByRole('complementary', { name: receivedWords[language].received });
    await expect(received).toContainText(receivedWords[language].same);
    await expect
      .poll(async () => (await reader.locator('[data-kind="formula"] .value').innerText()).replace(/\s/g, ''))
      .toBe(figure);
    await other.close();
    expect(problems).toEqual([]);
  });
}
