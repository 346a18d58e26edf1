import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    formula: '= 1,5 * 40000',
    unknown: '= prise * 2',
    noName: /Nimeä ”prise” ei ole\. Aiempi arvo on yhä voimassa\./,
    itself: /base tarvitsee itseään/,
    understood: /Nyt 60\s000\s€\. Seuraa kaavaa\./,
    letGo: /^Irrota kaavasta/,
  },
  en: {
    formula: '= 1.5 * 40000',
    unknown: '= prise * 2',
    noName: /There is no “prise”\. The value before it still applies\./,
    itself: /base needs itself/,
    understood: /Now €60,000\. Follows the formula\./,
    letGo: /^Detach/,
  },
} as const;

for (const language of languages) {
  const say = words[language];

  test(`a driver takes its value from a formula, and lets it go, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    const field = notebook.field('investment');
    const row = page.locator('[data-driver="investment"]');
    await field.fill(say.unknown);
    await expect(row).toContainText(say.noName);
    await field.fill('= base.npv');
    await expect(row).toContainText(say.itself);

    await field.fill(say.formula);
    await expect(row).toContainText(say.understood);
    await field.press('Enter');
    await field.blur();
    await expect(row).toContainText(say.formula);
    expect((await notebook.readDrivers()).investment).toBe(60_000);

    // Edited where it stands, in the notation it was written in.
    await field.focus();
    await expect(field).toHaveValue(say.formula);
    await field.press('Escape');

    await row.getByRole('button', { name: say.letGo }).click();
    await expect(field).toBeFocused();
    await expect(row).not.toContainText(say.formula);
    expect((await notebook.readDrivers()).investment).toBe(60_000);
  });
}
