import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { driverWords } from '$lib/i18n/driverWords';
import { driverKeys } from '$lib/scenario/drivers';
import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

for (const language of languages) {
  test(`every headline figure tells how it came about, with this case's numbers, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    await notebook.type('investment', '75000');
    const drivers = await notebook.expectHeadlinesToFollow();
    const outputs = evaluateScenario(drivers);
    const { percent, months, money, moneyExact, ratio } = notebook.formats;
    const numbers = [
      [percent(outputs.roi12!, 2), moneyExact(drivers.investment)],
      [months(outputs.payback!, 2)],
      [money(outputs.npv), money(outputs.netGain)],
      [money(outputs.clv!), money(outputs.clvProgramme!)],
      [ratio(outputs.ltvToCacProgramme!, 3), money(drivers.acquisitionCost)],
    ];
    const labels = notebook.cell('scenario').locator('dl dt button');
    await expect(labels).toHaveCount(numbers.length);
    for (const [index, expected] of numbers.entries()) {
      const label = labels.nth(index);
      await label.click();
      await expect(label).toHaveAttribute('aria-expanded', 'true');
      const answer = page.locator(`#${await label.getAttribute('aria-controls')}`);
      await expect(answer).toBeFocused();
      await expect(answer).toBeInViewport();
      await expect(answer.getByRole('heading')).toHaveText(/\?$/);
      for (const number of expected) await expect(answer).toContainText(number);
      await label.click();
      await expect(answer).toBeHidden();
    }
  });

  test(`every driver explains itself when its name is pressed, in ${language}`, async ({ page }) => {
    const notebook = await openNotebook(page, language);
    await notebook.unfold();
    for (const key of driverKeys) {
      const { label, explanation } = driverWords[language][key];
      await notebook.row(key).getByRole('button', { name: label, exact: true }).click();
      await expect(notebook.row(key).locator('[popover]:popover-open')).toHaveText(explanation);
      await page.keyboard.press('Escape');
    }
  });
}
