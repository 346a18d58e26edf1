import { expect, test } from './test';

test('the hidden page measures the machine it is opened on', async ({ page }) => {
  // A few seconds, unless the machine has other things to do.
  test.setTimeout(300_000);
  await page.goto('fi/bench/');
  await page.getByRole('button', { name: 'Mittaa' }).click();
  await expect(page.locator('[data-phase]')).toHaveAttribute('data-phase', 'done', { timeout: 250_000 });
  const figures = await page
    .locator('td[data-figure]')
    .evaluateAll((cells) =>
      cells.map((cell) => ({ ms: Number(cell.getAttribute('data-ms')), text: cell.textContent })),
    );
  expect(figures).toHaveLength(5);
  // How fast is for a person to judge: here it only has to be a time.
  for (const { ms, text } of figures) {
    expect(ms).toBeGreaterThan(0);
    expect(text).toMatch(/^[\d\s,\u00a0]+ ms$/);
  }
});

test('it speaks the language of its address', async ({ page }) => {
  await page.goto('en/bench/');
  await expect(page.getByRole('button', { name: 'Measure' })).toBeEnabled();
  await expect(page).toHaveTitle('Speed of the computation on this device – Arvio');
});

test('no page links to it', async ({ page }) => {
  for (const address of ['./', 'fi/', 'en/', 'en/notebook/investment-case/']) {
    await page.goto(address);
    await expect(page.locator('a[href*="bench"]')).toHaveCount(0);
  }
});
