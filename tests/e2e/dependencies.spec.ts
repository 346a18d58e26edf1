import { inTurn, languages, openNotebook, type NotebookPage } from './notebookPage';
import { expect, test } from './test';

const words = {
  fi: {
    none: 'Riippuvuudet: ei yhtään',
    onePair: 'Riippuvuudet: 1 pari',
    one: 'Oletus',
    other: 'Toinen oletus',
    strength: 'Riippuvuus',
    strong: 'vahva, sama suunta',
    opposite: 'vahva, vastakkainen suunta',
    add: 'Lisää riippuvuus',
    pair: 'Kateprosentti ja liikevaihdon lisäys',
    strengthOf: 'Riippuvuus: Kateprosentti ja liikevaihdon lisäys',
    remove: 'Poista riippuvuus: Kateprosentti ja liikevaihdon lisäys',
    idle: 'Ei vaikuta nyt: oletuksella kateprosentti ei ole vaihteluväliä.',
    banner: /Kateprosentti ja liikevaihdon lisäys ei riippuvuutta\s+vahva, sama suunta/,
    printed: 'Riippuvuudet: Kateprosentti ja liikevaihdon lisäys (vahva, sama suunta).',
    impossible: /^Nämä riippuvuudet eivät voi toteutua yhtä aikaa/,
    sampling: 'Otanta: Sobolin pisteet · siemenluku 20040218',
    random: 'Otanta: satunnaisluvut · siemenluku 20040218',
    sampler: 'Otanta',
    seed: 'Siemenluku',
    randomNote: /koetta satunnaisluvuin, siemenluku 20040218/,
    seedNote: /siemenluku 7\b/,
    notSeed: /^”x” ei ole kokonaisluku/,
    pristine: 'Julkaistu esimerkki sellaisenaan.',
    range: 'Vaihteluväli: ',
    point: 'Piste (ei vaihtelua)',
  },
  en: {
    none: 'Dependencies: none',
    onePair: 'Dependencies: 1 pair',
    one: 'Assumption',
    other: 'Other assumption',
    strength: 'Dependency',
    strong: 'strong, same direction',
    opposite: 'strong, opposite directions',
    add: 'Add a dependency',
    pair: 'Gross margin and revenue uplift',
    strengthOf: 'Dependency: Gross margin and revenue uplift',
    remove: 'Remove dependency: Gross margin and revenue uplift',
    idle: 'No effect now: gross margin has no range.',
    banner: /Gross margin and revenue uplift independent\s+strong, same direction/,
    printed: 'Dependencies: Gross margin and revenue uplift (strong, same direction).',
    impossible: /^These dependencies cannot all hold at once/,
    sampling: 'Sampling: Sobol’ points · seed 20040218',
    random: 'Sampling: random numbers · seed 20040218',
    sampler: 'Sampling',
    seed: 'Seed',
    randomNote: /trials by random numbers, seed 20040218/,
    seedNote: /seed 7\b/,
    notSeed: /^“x” is not a whole number/,
    pristine: 'The published example as it is.',
    range: 'Range: ',
    point: 'A point (no range)',
  },
} as const;

/** The 90 % ranges of the headlines and the notes that say what they stand on, once all trials are in. */
async function readRanges(notebook: NotebookPage): Promise<string[]> {
  await notebook.answered();
  await notebook.settled();
  return [
    ...(await notebook.intervals.allTextContents()),
    ...(await notebook.page.locator('figure .note').allTextContents()),
  ];
}

async function add(notebook: NotebookPage, one: string, other: string, strength: string): Promise<void> {
  const say = words[notebook.language];
  const form = notebook.cell('scenario').locator('form');
  await form.getByLabel(say.one, { exact: true }).selectOption(one);
  await form.getByLabel(say.other, { exact: true }).selectOption(other);
  await form.getByLabel(say.strength, { exact: true }).selectOption(strength);
  await form.getByRole('button', { name: say.add }).click();
}

for (const language of languages) {
  const mine = inTurn(language);
  const say = words[language];
  const width = language === 'fi' ? 360 : 1280;

  if (mine())
    test(`two drivers depend on one another, ${width} px wide, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const notebook = await openNotebook(page, language);
      const scenario = notebook.cell('scenario');
      const before = await readRanges(notebook);
      const figures = await notebook.readHeadlines();

      await scenario.getByText(say.none, { exact: true }).click();
      await add(notebook, 'grossMargin', 'revenueUplift', say.strong);
      await expect(scenario.locator('summary', { hasText: say.onePair })).toBeVisible();
      await expect(notebook.banner).toHaveText(say.banner);
      // Wider, around the same figures: what is good comes together.
      await expect(notebook.intervals.first()).not.toHaveText(before[0]!);
      const tied = await readRanges(notebook);
      expect(await notebook.readHeadlines()).toEqual(figures);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

      // The pair is there, so it is not offered again.
      const form = scenario.locator('form');
      await form.getByLabel(say.one, { exact: true }).selectOption('grossMargin');
      await expect(form.getByLabel(say.other, { exact: true }).locator('option[value=revenueUplift]')).toHaveCount(0);

      await page.reload();
      await notebook.ready();
      await expect(scenario.getByLabel(say.strengthOf, { exact: true })).toHaveValue('strong');
      expect(await readRanges(notebook)).toEqual(tied);
      await page.emulateMedia({ media: 'print' });
      await expect(scenario.locator('.printed')).toHaveText(say.printed);
      await expect(scenario.getByLabel(say.strengthOf, { exact: true })).toBeHidden();
      await page.emulateMedia({ media: 'screen' });

      await scenario.getByLabel(say.strengthOf, { exact: true }).selectOption(say.opposite);
      await expect(notebook.intervals.first()).not.toHaveText(tied[0]!);
      await scenario.getByRole('button', { name: say.remove }).click();
      await expect(notebook.banner).toHaveText(say.pristine);
      await expect(form.getByLabel(say.one, { exact: true })).toBeFocused();
      expect(await readRanges(notebook)).toEqual(before);
    });

  if (mine())
    test(`a pair without effect and pairs that cannot all hold are said to be so, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const scenario = notebook.cell('scenario');
      await scenario.getByText(say.none, { exact: true }).click();
      await add(notebook, 'grossMargin', 'revenueUplift', say.strong);
      await add(notebook, 'grossMargin', 'annualChurn', say.strong);
      await add(notebook, 'revenueUplift', 'annualChurn', say.opposite);
      await expect(scenario.locator('.moved')).toHaveText(say.impossible);

      const row = notebook.row('grossMargin');
      await row.getByRole('button', { name: say.range + notebook.nameOf('grossMargin') }).click();
      await row.getByRole('dialog').getByRole('button', { name: say.point, exact: true }).click();
      await expect(scenario.locator('li', { hasText: say.pair }).locator('.idle')).toHaveText(say.idle);
      await expect(scenario.locator('.moved')).toHaveText('');
      await expect(scenario.locator('form option[value=grossMargin]')).toHaveCount(0);
      await notebook.answered();
    });

  if (mine())
    test(`an analyst compares plain random numbers, and another seed, in ${language}`, async ({ page }) => {
      const notebook = await openNotebook(page, language);
      const scenario = notebook.cell('scenario');
      const note = page.locator('figure .note').first();
      const before = await readRanges(notebook);
      await scenario.getByText(say.sampling, { exact: true }).click();
      const sampler = scenario.getByLabel(say.sampler, { exact: true });
      await sampler.selectOption('sfc32');
      await expect(note).toHaveText(say.randomNote);
      await expect(scenario.getByText(say.random, { exact: true })).toBeVisible();
      const random = await readRanges(notebook);
      expect(random).not.toEqual(before);
      await page.reload();
      await notebook.ready();
      expect(await readRanges(notebook)).toEqual(random);
      await sampler.selectOption('sobol');
      await expect(notebook.banner).toHaveText(say.pristine);
      await expect(note).not.toHaveText(say.randomNote);
      expect(await readRanges(notebook)).toEqual(before);

      const seed = scenario.getByLabel(say.seed, { exact: true });
      await seed.fill('x');
      await expect(scenario.locator('.sampling .words')).toHaveText(say.notSeed);
      await seed.fill('7');
      await seed.press('Enter');
      await expect(note).toHaveText(say.seedNote);
      await seed.fill('20 040 218');
      await seed.press('Enter');
      await expect(notebook.banner).toHaveText(say.pristine);
      expect(await readRanges(notebook)).toEqual(before);
    });
}
