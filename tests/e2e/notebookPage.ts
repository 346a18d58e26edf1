import type { Locator, Page } from '@playwright/test';
import { driverWords } from '$lib/i18n/driverWords';
import { toFormats, type Formats } from '$lib/i18n/formats';
import { languages, type Language } from '$lib/i18n/language';
import { outputText } from '$lib/i18n/outputText';
import { driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { expect } from './test';

export { languages };
export type { Language };

/**
 * Deals the tests of a file that show the same in either language over both, so that each runs in one: the first in the
 * first language, the next in the next. What a test is not about need not be paid for twice.
 * @returns whether the test that is next is this language's.
 */
export function inTurn(language: Language): () => boolean {
  let next = 0;
  return () => languages[next++ % languages.length] === language;
}

/** A row as it stands on the page: what its slider carries and what it says. */
interface ShownDriver {
  readonly key: DriverKey;
  readonly value: number;
  readonly text: string;
}

/** The five headline figures as text without spaces; of a pair, what it was before stands beside. */
type Headlines = readonly { readonly value: string; readonly before: string }[];

const withoutSpaces = (text: string) => text.replace(/[\s\u00ad]/g, '');

/** The investment case as a reader meets it: rows, figures and cells, in one language. */
export class NotebookPage {
  readonly formats: Formats;
  /** The 90 % ranges under the headline figures. */
  readonly intervals: Locator;
  readonly heroes: Locator;
  readonly narrative: Locator;
  readonly banner: Locator;
  /** What the bar says of keeping. */
  readonly status: Locator;
  readonly client: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
    currency = 'EUR',
  ) {
    this.formats = toFormats(language, currency);
    this.heroes = page.locator('dl.heroes');
    this.intervals = page.locator('dl dd.interval');
    this.narrative = page.locator('[data-kind="text"] .narrative');
    this.banner = page.locator('aside.banner');
    this.status = page.getByRole('banner').getByRole('status');
    this.client = page.getByLabel(this.say({ fi: 'Asiakas', en: 'Client' }), { exact: true });
  }

  say<T>(words: Readonly<Record<Language, T>>): T {
    return words[this.language];
  }

  /** Opens it and waits until it lives: the first simulated ranges are in. */
  async open(): Promise<this> {
    await this.page.goto(`${this.language}/notebook/investment-case/`);
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.language);
    await expect(this.intervals.first()).toHaveText(/\S/);
    return this;
  }

  /** Waits until every picture stands on all its trials: then its note tells the seed. */
  async settled(): Promise<void> {
    await written(this.page);
    const notes = this.page.locator('figure .note');
    await expect(notes.first()).toBeVisible();
    for (const note of await notes.all()) {
      await expect(note).toContainText(this.say({ fi: 'siemenluku', en: 'seed' }));
    }
  }

  /** Waits until every picture belongs to the page's figures, be it a coarse one. */
  async answered(): Promise<void> {
    await written(this.page);
    await expect(this.page.locator('figure.late, [aria-busy=true]')).toHaveCount(0);
  }

  /** A cell by its kind. */
  cell(kind: 'text' | 'scenario' | 'distribution' | 'fan' | 'sensitivity' | 'table'): Locator {
    return this.page.locator(`[data-kind="${kind}"]`);
  }
  row(key: DriverKey): Locator {
    return this.page.locator(`[data-kind="scenario"] [data-driver="${key}"]`);
  }
  slider(key: DriverKey): Locator {
    return this.row(key).getByRole('slider');
  }
  field(key: DriverKey): Locator {
    return this.row(key).getByRole('textbox', { name: this.nameOf(key) });
  }
  nameOf(key: DriverKey): string {
    return driverWords[this.language][key].label;
  }

  /** Opens the three groups of advanced drivers. */
  async unfold(): Promise<void> {
    for (const folded of await this.page.locator('fieldset summary').all()) await folded.click();
    await expect(this.page.locator('[data-driver]:visible')).toHaveCount(driverKeys.length);
  }

  /** Types into a driver's field and presses Enter. */
  async type(key: DriverKey, text: string): Promise<void> {
    await this.field(key).fill(text);
    await this.field(key).press('Enter');
  }
  async press(key: DriverKey, ...strokes: string[]): Promise<void> {
    for (const stroke of strokes) await this.slider(key).press(stroke);
  }
  async valueOf(key: DriverKey): Promise<number> {
    return Number(await this.slider(key).inputValue());
  }

  /** The drivers in force: the figures the sliders carry, which must be what they and their fields say. */
  async readDrivers(): Promise<Drivers> {
    const shown = await this.page.locator('[data-kind="scenario"] [data-driver]').evaluateAll((rows) =>
      rows.map((row): ShownDriver => {
        const slider = row.querySelector<HTMLInputElement>('input[type=range]')!;
        return {
          key: row.getAttribute('data-driver') as DriverKey,
          value: Number(slider.value),
          text: slider.getAttribute('aria-valuetext') ?? '',
        };
      }),
    );
    expect(shown.map(({ key }) => key).sort()).toEqual([...driverKeys].sort());
    const asManyAsLeave = this.say({ fi: 'yhtä monta kuin lähtee', en: 'as many as leave' });
    const drivers = shown.map(({ key, value, text }): [DriverKey, number | null] => {
      if (text === asManyAsLeave) return [key, null];
      expect(text).toBe(this.formats.value(driverTable[key].unit, value, driverTable[key].whole));
      return [key, value];
    });
    return Object.fromEntries(drivers) as unknown as Drivers;
  }

  /** The headline figures on the page. */
  async readHeadlines(): Promise<Headlines> {
    const shown = await this.page.locator('[data-kind="scenario"] dl dd.value').evaluateAll((figures) =>
      figures.map((figure) => {
        const before = figure.querySelector('.before')?.textContent ?? '';
        return { value: (figure.textContent ?? '').trim().slice(before.length), before };
      }),
    );
    return shown.map(({ value, before }) => ({ value: withoutSpaces(value), before: withoutSpaces(before) }));
  }

  /** The headline figures that belong to drivers, printed in the page's language. */
  headlinesOf(drivers: Drivers): Headlines {
    const outputs = evaluateScenario(drivers);
    const text = (key: keyof typeof outputs) => outputText(key, outputs[key], drivers, this.formats);
    const figure = (key: keyof typeof outputs, before?: keyof typeof outputs) => ({
      value: withoutSpaces(text(key)),
      // A pair has one unit, after the later figure; and no pair when either is words.
      before:
        before && outputs[before] !== null && outputs[key] !== null
          ? withoutSpaces(text(before)).replace(/(?<=\d)\D+$/, '')
          : '',
    });
    return [
      figure('roi12'),
      figure('payback'),
      figure('npv'),
      figure('clvProgramme', 'clv'),
      figure('ltvToCacProgramme', 'ltvToCac'),
    ];
  }

  /** The page shows exactly what the mathematics gives for the drivers that stand on it. */
  async expectHeadlinesToFollow(): Promise<Drivers> {
    await expect(async () => {
      expect(await this.readHeadlines()).toEqual(this.headlinesOf(await this.readDrivers()));
    }).toPass();
    return this.readDrivers();
  }
}

/**
 * Waits until what a hand has just done is written everywhere: figures follow with the page's next frame, charts and answers on a busy
 * machine one frame after the other (`state/frames.ts`), and notes and sentences are written anew after 150 ms at the latest
 * (`unhurried`). Until then they may still tell of the figures before.
 */
export async function written(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // More than there are charts and scenarios on the page of any test.
    for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

/** Opens the notebook in a language. */
export function openNotebook(page: Page, language: Language): Promise<NotebookPage> {
  return new NotebookPage(page, language).open();
}
