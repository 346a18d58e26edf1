import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openNotebook, type Language } from './notebookPage';
import { expect } from './test';

export const words = {
  fi: {
    edit: 'Muokkaa',
    done: 'Valmis',
    add: 'Lisää solu',
    name: 'Nimi',
    heading: 'Solun otsikko',
    text: 'Teksti',
    write: 'Muokkaa tekstiä',
    source: 'Lähde',
    parent: 'Pohja',
    remove: 'Poista',
    undo: 'Kumoa',
    up: 'Ylös',
    duplicate: 'Monista',
    fold: 'Taita kokoon',
    hidden: 'Pois esityksestä',
    more: 'Solu',
    dependencies: 'Riippuvuudet',
    newScenario: 'Uusi skenaario',
    undoStep: (step: string) => `Kumoa: ${step}`,
    redoStep: (step: string) => `Tee uudelleen: ${step}`,
    churnStep: 'asiakaspoistuma vuodessa 10,0\u00a0% → 8,0\u00a0%',
    nameStep: 'nimi base → nyt',
    badName: 'Nimessä on vain kirjaimia, numeroita ja alaviivoja, ja se alkaa kirjaimella.',
    secondName: 'skenaario2',
    takenName: 'Nimi ”skenaario2” on jo toisella solulla.',
    moved: 'nyt 1. solu',
  },
  en: {
    edit: 'Edit',
    done: 'Done',
    add: 'Add a cell',
    name: 'Name',
    heading: 'Heading of the cell',
    text: 'Text',
    write: 'Edit text',
    source: 'Source',
    parent: 'Based on',
    remove: 'Delete',
    undo: 'Undo',
    up: 'Up',
    duplicate: 'Duplicate',
    fold: 'Fold',
    hidden: 'Not when presenting',
    more: 'Cell',
    dependencies: 'Dependencies',
    newScenario: 'New scenario',
    undoStep: (step: string) => `Undo: ${step}`,
    redoStep: (step: string) => `Redo: ${step}`,
    churnStep: 'annual churn 10.0% → 8.0%',
    nameStep: 'name base → nyt',
    badName: 'A name has only letters, digits and underscores, and begins with a letter.',
    secondName: 'scenario2',
    takenName: 'Another cell has the name “scenario2” already.',
    moved: 'now cell 1 of',
  },
};

export const cellIds = (page: Page) =>
  page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-cell')));
export const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
export const focused = (page: Page) => page.locator(':focus');

export async function openToEdit(page: Page, language: Language) {
  const notebook = await openNotebook(page, language);
  await page.getByRole('button', { name: words[language].edit, exact: true }).click();
  await expect(page.getByRole('button', { name: words[language].add }).first()).toBeVisible();
  return notebook;
}

/** What would keep somebody from using the page. */
export async function obstacles(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
}
