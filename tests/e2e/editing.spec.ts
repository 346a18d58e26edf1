import { cell, cellIds, focused, openToEdit, words } from './editMode';
import { inTurn, languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];

  if (mine())
    test(`a notebook is built by keyboard alone, in ${language}`, async ({ page }) => {
      await openToEdit(page, language);
      // A text with live values, from the line before the first cell.
      await page.getByRole('button', { name: say.add }).first().focus();
      await page.keyboard.press('/');
      await expect(focused(page)).toHaveRole('combobox');
      await page.keyboard.press('Escape');
      await expect(focused(page)).toHaveText(new RegExp(say.add));
      await page.keyboard.press('Enter');
      await page.keyboard.type(say.text.slice(0, 3).toLowerCase());
      await page.keyboard.press('Enter');
      await expect(focused(page)).toHaveRole('textbox');
      await page.keyboard.type('**ROI** {roi12');
      await expect(page.locator('[role=option]').first()).toContainText('base.roi12');
      await page.keyboard.press('Enter');
      await page.keyboard.type(', {~base.annualCh');
      await page.keyboard.press('Tab');
      const text = cell(page, 'c1');
      await expect(text.locator('.markdown strong')).toHaveText('ROI');
      await expect(text.locator('.markdown')).toContainText(language === 'fi' ? '369 %' : '369%');
      await expect(text.locator('.markdown').getByRole('slider')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(focused(page)).toHaveText(say.write);

      // A scenario that extends the first, and another that extends it.
      for (const [id, parent] of [
        ['c2', 'base'],
        ['c3', 'base'],
      ] as const) {
        await page.getByRole('button', { name: say.add }).last().focus();
        await page.keyboard.press('Enter');
        await page.keyboard.type(language === 'fi' ? 'sken' : 'scen');
        await page.keyboard.press('Enter');
        await expect(cell(page, id)).toBeFocused();
        await expect(cell(page, id).getByLabel(say.parent)).toHaveValue(parent);
      }
      await cell(page, 'c3').getByLabel(say.parent).selectOption(say.secondName);
      await expect(cell(page, 'c3').getByLabel(say.name, { exact: true })).toHaveValue(
        say.secondName.replace('2', '3'),
      );

      // A number of one's own, a formula that reads it, and a text that moves it.
      await page.getByRole('button', { name: say.add }).last().focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(language === 'fi' ? 'oma' : 'own');
      await page.keyboard.press('Enter');
      const number = page.locator('[data-kind="input"]');
      await expect(number).toBeFocused();
      const name = number.getByLabel(say.name, { exact: true });
      await name.fill('hinta');
      await name.press('Enter');
      await page.getByRole('button', { name: say.add }).last().focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(language === 'fi' ? 'kaava' : 'form');
      await page.keyboard.press('Enter');
      const formula = page.locator('[data-kind="formula"]');
      await expect(formula).toBeFocused();
      const expression = formula.locator('.formula').getByRole('textbox');
      await expression.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2 * hin');
      await expect(page.locator('[role=option]').first()).toContainText('hinta');
      await page.keyboard.press('Tab');
      await expect(expression).toHaveValue(/2 [*·×] hinta/);
      await page.keyboard.press('Enter');
      await expect(formula.locator('.value')).toHaveText(/\d/);
      const twice = await formula.locator('.value').innerText();
      await cell(page, 'c1').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(' {~hin');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      const dragged = cell(page, 'c1').locator('.markdown').getByRole('slider').nth(1);
      await dragged.press('ArrowRight');
      await expect(formula.locator('.value')).not.toHaveText(twice);
      for (const one of [formula, number]) {
        await one.focus();
        await page.keyboard.press('Delete');
      }

      // A cell with the focus moves by keys, keeps the focus, and says where it is.
      await cell(page, 'c3').focus();
      for (let step = 0; step < 8; step++) await page.keyboard.press('Alt+ArrowUp');
      await expect(cell(page, 'c3')).toBeFocused();
      expect(await cellIds(page)).toEqual(['c3', 'c1', 'lead', 'base', 'certainty', 'fan', 'decides', 'months', 'c2']);
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowUp');
      await expect(page.locator('main > [aria-live]')).toContainText(say.moved);

      // An empty text becomes another cell.
      await page.keyboard.press('/');
      await page.keyboard.press('Enter');
      await page.keyboard.press('/');
      await expect(focused(page)).toHaveRole('combobox');
      // So it does where one has stopped writing.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(focused(page)).toHaveRole('button');
      await page.keyboard.press('/');
      await expect(focused(page)).toHaveRole('combobox');
      await page.keyboard.type(language === 'fi' ? 'viuh' : 'fan');
      await page.keyboard.press('Enter');
      expect((await cellIds(page)).length).toBe(10);
      await expect(focused(page)).toHaveAttribute('data-kind', 'fan');
    });

  if (mine())
    test(`a name is checked, and every reference follows it, in ${language}`, async ({ page }) => {
      const notebook = await openToEdit(page, language);
      await page.getByRole('button', { name: say.add }).last().click();
      await page.getByRole('option', { name: language === 'fi' ? /^Skenaario/ : /^Scenario/ }).click();
      const name = cell(page, 'base').getByLabel(say.name, { exact: true });
      for (const [bad, why] of [
        ['not a name', say.badName],
        ['2nd', say.badName],
        [say.secondName, say.takenName],
      ] as const) {
        await name.fill(bad);
        await name.press('Enter');
        await expect(cell(page, 'base').getByRole('alert')).toHaveText(why);
      }
      await name.press('Escape');
      await expect(name).toHaveValue('base');
      const before = await notebook.narrative.first().innerText();
      await name.fill('nyt');
      await name.press('Enter');
      await expect(cell(page, 'fan').getByLabel(say.source)).toHaveValue('nyt');
      await expect(cell(page, 'c1').getByLabel(say.parent)).toHaveValue('nyt');
      expect(await notebook.narrative.first().innerText()).toBe(before);
      const undo = page.getByRole('banner').getByRole('button', { name: say.undo });
      await expect(undo).toHaveAttribute('title', say.undoStep(say.nameStep));
      await undo.click();
      await expect(name).toHaveValue('base');
    });

  if (mine())
    test(`undo and redo tell what they take back and bring, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      await notebook.type('annualChurn', '8 %');
      const undo = page.getByRole('banner').getByRole('button', { name: say.undo });
      await expect(undo).toHaveAttribute('title', say.undoStep(say.churnStep));
      await notebook.press('revenueUplift', 'Home', 'PageUp');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      expect(await notebook.valueOf('annualChurn')).toBe(0.1);
      const redo = page.getByRole('banner').getByRole('button', { name: say.redoStep(say.churnStep) });
      await expect(redo).toBeVisible();
      await page.keyboard.press('Control+Shift+z');
      expect(await notebook.valueOf('annualChurn')).toBe(0.08);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+y');
      expect(await notebook.valueOf('annualChurn')).toBe(0.08);
      await notebook.expectHeadlinesToFollow();
    });

  if (mine())
    test(`what is deleted comes back from the note, whatever was done since, in ${language}`, async ({ page }) => {
      await openToEdit(page, language);
      await cell(page, 'fan').hover();
      await cell(page, 'fan').getByRole('button', { name: say.remove }).click();
      await expect(cell(page, 'decides')).toBeFocused();
      await cell(page, 'lead').hover();
      await cell(page, 'lead').getByRole('button', { name: say.duplicate }).click();
      await page.locator('.note[role=status]').getByRole('button', { name: say.undo }).click();
      await expect(cell(page, 'fan')).toBeFocused();
      expect(await cellIds(page)).toEqual(['lead', 'c1', 'base', 'certainty', 'fan', 'decides', 'months']);
      // By the key, where nothing has been done since.
      await page.keyboard.press('Delete');
      await expect(cell(page, 'fan')).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expect(cell(page, 'fan')).toBeVisible();
      await expect(page.locator('.note[role=status]')).toHaveCount(0);
    });

  if (mine())
    test(`a cell is dragged to where the line shows, and the page scrolls at its edge, in ${language}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1280, height: 3000 });
      await openToEdit(page, language);
      await cell(page, 'decides').scrollIntoViewIfNeeded();
      await cell(page, 'decides').hover({ position: { x: 5, y: 200 } });
      const handle = cell(page, 'decides').locator('.handle');
      const line = page.locator('[data-gap="3"]');
      const [from, to] = [(await handle.boundingBox())!, (await line.boundingBox())!];
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x, to.y + 5, { steps: 6 });
      await expect(line).toHaveClass(/is-drop/);
      await page.mouse.up();
      await expect.poll(async () => (await cellIds(page)).slice(2)).toEqual(['certainty', 'decides', 'fan', 'months']);
      await expect(handle).toBeFocused();

      await page.setViewportSize({ width: 1280, height: 800 });
      await cell(page, 'months').scrollIntoViewIfNeeded();
      await cell(page, 'months').hover({ position: { x: 5, y: 200 } });
      const last = (await cell(page, 'months').locator('.handle').boundingBox())!;
      const before = await page.evaluate(() => scrollY);
      await page.mouse.move(last.x + 8, last.y + 8);
      await page.mouse.down();
      await page.mouse.move(last.x, 70, { steps: 6 });
      await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before - 500);
      // Escape lets it be.
      await page.keyboard.press('Escape');
      await page.mouse.up();
      expect((await cellIds(page)).at(-1)).toBe('months');
    });

  if (mine())
    test(`hostile text is words, and its links lead nowhere, in ${language}`, async ({ page }) => {
      await openToEdit(page, language);
      await cell(page, 'lead').getByRole('button', { name: say.write }).click();
      await cell(page, 'lead')
        .getByRole('textbox', { name: say.text, exact: true })
        .fill(
          [
            '<script>window.hurt = 1</script> <img src=x onerror="window.hurt=1"> <b>bold</b>',
            '[a](javascript:window.hurt=1) [b](data:text/html,x) ![c](https://example.com/x.png) [d](https://example.com/)',
            '{base.npv: <i>…</i> | x} {nobody.home} {~base.npv}',
          ].join('\n\n'),
        );
      const text = cell(page, 'lead').locator('.markdown');
      await expect(text).toContainText('<script>window.hurt = 1</script>');
      await expect(text.locator('script, img, b, i')).toHaveCount(0);
      const links = await text
        .locator('a')
        .evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.getAttribute('rel')]));
      expect(links).toEqual([
        ['https://example.com/x.png', 'noreferrer noopener'],
        ['https://example.com/', 'noreferrer noopener'],
      ]);
      expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    });
}
