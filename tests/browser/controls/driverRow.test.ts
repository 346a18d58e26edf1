import type { ComponentProps } from 'svelte';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Figures } from '$lib/components/controls/driverControl';
import { loadEntryReader } from '$lib/components/controls/entryReader.svelte';
import type { Range } from '$lib/uncertainty/range';
import RowHost from './RowHost.svelte';

type Shown = Omit<ComponentProps<typeof RowHost>, 'happened'>;

const upliftRange: Range = { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 };
const investment = { driver: 'investment', value: 60_392.5, range: null } as const;
const uplift = { driver: 'revenueUplift', value: 0.074, range: upliftRange } as const;

let events: unknown[];
beforeAll(loadEntryReader);
beforeEach(async () => {
  events = [];
  await page.viewport(900, 800);
});

async function show(props: Shown) {
  await render(RowHost, { props: { ...props, happened: events } });
  const slider = page.getByRole('slider');
  const field = page.getByRole('textbox');
  return { slider, field };
}
const moves = () => events.filter((event): event is ['move', number] => Array.isArray(event) && event[0] === 'move');
const last = () => events.at(-1);
const words = () =>
  document
    .querySelector('.words')
    ?.textContent.replace(/[\n\t ]+/g, ' ')
    .trim() ?? '';

describe('the slider', () => {
  test('a drag moves in whole steps, frame by frame, and ends in one commit', async () => {
    const { slider } = await show(investment);
    const { width, height } = slider.element().getBoundingClientRect();
    const y = height / 2;
    await userEvent.dragAndDrop(slider, slider, {
      sourcePosition: { x: 9 + (60_392.5 / 150_000) * (width - 18), y },
      targetPosition: { x: 9 + 0.8 * (width - 18), y },
    });
    expect(moves().length).toBeGreaterThan(0);
    for (const [, value] of moves()) expect(value % 500).toBe(0);
    expect(moves().at(-1)?.[1]).toBeGreaterThan(118_000);
    expect(moves().at(-1)?.[1]).toBeLessThan(122_000);
    expect(events.filter((event) => event === 'commit')).toHaveLength(1);
    expect(last()).toBe('commit');
  });

  test('a key held down is one gesture', async () => {
    const { slider } = await show(uplift);
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight>3/}');
    expect(moves().map(([, value]) => value)).toEqual([0.075, 0.076, 0.077]);
    expect(events.filter((event) => event === 'commit')).toHaveLength(1);
  });

  test.each([
    ['{ArrowRight}', 60_892.5],
    ['{ArrowDown}', 59_892.5],
    ['{Shift>}{ArrowRight}{/Shift}', 60_442.5],
    ['{PageUp}', 65_392.5],
    ['{PageDown}', 55_392.5],
    ['{Home}', 0],
    ['{End}', 150_000],
  ])('%s goes to %d', async (keys, target) => {
    const { slider } = await show(investment);
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard(keys);
    expect(moves()).toEqual([['move', target]]);
    expect(last()).toBe('commit');
  });

  test('a figure off the steps keeps its place until it is moved', async () => {
    const { slider, field } = await show(investment);
    expect((slider.element() as HTMLInputElement).valueAsNumber).toBe(60_392.5);
    (field.element() as HTMLElement).focus();
    await expect.element(field).toHaveValue('60\u00a0392,50\u00a0€');
    expect(events).toEqual([]);
  });

  test('the scale widens to a bigger typed figure, holds while it is dragged back, and returns when it is put back', async () => {
    const { slider, field } = await show(investment);
    await userEvent.fill(field, '200 000');
    await userEvent.keyboard('{Enter}');
    await expect.element(slider).toHaveAttribute('max', '250000');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await expect.element(slider).toHaveAttribute('max', '250000');
    await userEvent.dblClick(slider);
    await expect.element(slider).toHaveAttribute('max', '150000');
    expect((slider.element() as HTMLInputElement).valueAsNumber).toBe(60_392.5);
  });

  test('a range that reaches past the scale widens it when typed, and not while it is dragged', async () => {
    const { slider, field } = await show(uplift);
    await expect.element(slider).toHaveAttribute('max', '0.2');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    await expect.element(slider).toHaveAttribute('max', '0.2');
    await userEvent.fill(field, '10–30');
    await userEvent.keyboard('{Enter}');
    await expect.element(slider).toHaveAttribute('max', '0.4');
  });

  test('a double click puts it back', async () => {
    const { slider } = await show({ ...investment, value: 90_000, home: { value: 60_392.5, range: null } });
    await userEvent.dblClick(slider);
    expect(events).toContain('reset');
    await expect.element(page.getByRole('textbox')).toHaveValue('60\u00a0393\u00a0€');
  });

  test('it is named, and says its value as it is written', async () => {
    const { slider } = await show(uplift);
    await expect.element(slider).toHaveAccessibleName('Liikevaihdon lisäys');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '7,4\u00a0%');
    await expect.element(slider).toHaveAttribute('max', '0.2');
  });

  test('locked by the trainer it cannot be moved or typed over, and says so', async () => {
    const { slider, field } = await show({ ...uplift, locked: true });
    await expect.element(slider).toBeDisabled();
    await expect.element(field).toHaveAttribute('readonly');
    await expect.element(page.getByRole('img', { name: 'lukittu' })).toBeInTheDocument();
  });
});

describe.each([
  {
    language: 'fi',
    point: '8,5',
    exact: '8,5\u00a0%',
    read: 'Luettu: 8,5\u00a0%',
    sure: '90\u00a0% varmuus: 5–10\u00a0%',
  },
  { language: 'en', point: '8.5', exact: '8.5%', read: 'Read as 8.5%', sure: '90% sure: between 5% and 10%' },
] as const)('typing in $language', ({ language, point, exact, read, sure }) => {
  const plain = { driver: 'annualChurn', value: 0.1, range: null, language } as const;

  test('what is understood stands under the field while it is typed, and Enter puts it in force', async () => {
    const { field } = await show(plain);
    await userEvent.fill(field, point);
    await expect.poll(words).toContain(read);
    expect(events).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(last()).toEqual(['entry', { value: 0.085, range: null, follows: true }]);
    await expect.element(field).toHaveValue(exact);
    expect(document.activeElement).toBe(field.element());
    expect(words()).toContain(read);
  });

  test('leaving the field puts it in force, and the words go', async () => {
    const { field } = await show(plain);
    await userEvent.fill(field, point);
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    expect(events).toEqual([['entry', { value: 0.085, range: null, follows: true }]]);
    await expect.poll(words).toBe('');
  });

  test('a range typed alone takes the value to its median', async () => {
    const { field } = await show(plain);
    await userEvent.fill(field, '5–10 %');
    await expect.poll(words).toContain(sure);
    await userEvent.keyboard('{Enter}');
    const [, figures] = last() as ['entry', Figures];
    expect(figures.range).toEqual({ shape: 'normal', ends: 'p5p95', low: 0.05, high: 0.1 });
    expect(figures.value).toBeCloseTo(0.075, 4);
  });

  test('what is not understood keeps the old value and the text', async () => {
    const { field, slider } = await show(plain);
    await userEvent.fill(field, 'abc');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Enter}');
    const said =
      language === 'fi'
        ? /”abc” ei ole luku\. Arvo 10,0\s% on yhä voimassa\./
        : /“abc” is not a number\. 10\.0% still applies\./;
    expect(words()).toMatch(said);
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    expect(events).toEqual([]);
    // The text stays, marked; its words lie over no other row, and come back with the caret.
    await expect.element(field).toHaveValue('abc');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    expect(words()).toBe('');
    (field.element() as HTMLElement).focus();
    await expect.poll(words).toMatch(said);
    expect((slider.element() as HTMLInputElement).valueAsNumber).toBe(0.1);
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue(language === 'fi' ? '10\u00a0%' : '10%');
    await expect.element(field).toHaveAttribute('aria-invalid', 'false');
  });

  test('an ambiguous figure says how it was read and offers the other reading in one click', async () => {
    const { field } = await show({ ...investment, language });
    await userEvent.fill(field, '1,735');
    await expect.poll(words).toContain(language === 'fi' ? '1,735' : '1,735');
    const offer = page.getByRole('button', { name: language === 'fi' ? /Tarkoititko 1\s735/ : /Did you mean €1\.735/ });
    await userEvent.click(offer);
    expect(last()).toEqual(['entry', { value: language === 'fi' ? 1735 : 1.735, range: null, follows: true }]);
    expect(events).toHaveLength(1);
    expect(document.activeElement).toBe(field.element());
  });

  test('Escape leaves everything as it was', async () => {
    const { field } = await show(plain);
    await userEvent.fill(field, '44');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    expect(events).toEqual([]);
  });
});

describe('typing', () => {
  test('a point typed over a range takes the range along, and says so', async () => {
    const { field } = await show(uplift);
    await userEvent.fill(field, '10');
    await expect.poll(words).toContain('Vaihteluväli siirtyy mukana');
    await userEvent.keyboard('{Enter}');
    const [, figures] = last() as ['entry', Figures];
    expect(figures.value).toBe(0.1);
    // Positive, so scaled: both ends keep their ratio to the value.
    expect(figures.range?.low).toBeCloseTo((0.011 * 0.1) / 0.074, 10);
    expect(figures.range?.high).toBeCloseTo((0.137 * 0.1) / 0.074, 10);
  });

  test('the field opens with everything selected, so that typing replaces it', async () => {
    const { field } = await show(uplift);
    await userEvent.click(field);
    await userEvent.keyboard('9');
    await expect.element(field).toHaveValue('9');
  });

  test('an empty field of new customers is as many as leave', async () => {
    const { field } = await show({ driver: 'newCustomersPerYear', value: 25, range: null, implied: 40 });
    await userEvent.fill(field, '');
    await expect.poll(words).toBe('Yhtä monta kuin lähtee');
    await userEvent.keyboard('{Enter}');
    expect(last()).toEqual(['entry', { value: null, range: null }]);
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    await expect.element(field).toHaveValue('40/v');
    await expect.element(page.getByRole('slider')).toHaveAttribute('aria-valuetext', 'yhtä monta kuin lähtee');
  });

  test('a field that is looked at and left changes nothing', async () => {
    const { field } = await show(investment);
    await userEvent.click(field);
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    expect(events).toEqual([]);
  });
});

describe('the way back', () => {
  const changed = { ...uplift, value: 0.09, home: { value: 0.074, range: upliftRange } } as const;

  test('stands in the row as the old value, and puts it back', async () => {
    await show(changed);
    await userEvent.click(page.getByRole('button', { name: /vanha arvo/ }));
    expect(events).toEqual(['reset']);
    await expect.poll(() => document.querySelector('.changed')).toBeNull();
  });

  test('is not there while nothing has changed', async () => {
    await show(uplift);
    expect(page.getByRole('button', { name: /vanha arvo/ }).query()).toBeNull();
  });

  test('a measured figure says its source in that place', async () => {
    await show({ ...changed, source: 'mitattu laskuista' });
    await expect.element(page.getByText('mitattu laskuista')).toBeVisible();
    expect(page.getByRole('button', { name: /vanha arvo/ }).query()).toBeNull();
  });
});

test('the name explains itself when it is pressed', async () => {
  await show(uplift);
  const explanation = page.getByText('tason muutos, ei kasvuvauhti').first();
  await userEvent.click(page.getByRole('button', { name: 'Liikevaihdon lisäys', exact: true }));
  await expect.element(explanation).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(document.querySelector('.explained:popover-open')).toBeNull();
});

describe.each([
  ['desktop', 900],
  ['phone', 360],
] as const)('nothing jumps on a %s', (_, width) => {
  test('row, track and field stay where they are through typing, words, ranges and moving', async () => {
    await page.viewport(width, 800);
    const { field, slider } = await show({ ...uplift, range: null });
    const boxes = () =>
      ['.driver', '.track', '.entry input'].map((part) => {
        const { x, y, width: w, height } = document.querySelector(part)!.getBoundingClientRect();
        return [x, y, w, height].map(Math.round);
      });
    const before = boxes();
    await userEvent.fill(field, '1,735');
    expect(boxes()).toEqual(before);
    await userEvent.fill(field, 'abc');
    expect(boxes()).toEqual(before);
    await userEvent.fill(field, '5–10');
    await userEvent.keyboard('{Enter}');
    expect(boxes()).toEqual(before);
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{PageUp}{End}');
    expect(boxes()).toEqual(before);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
