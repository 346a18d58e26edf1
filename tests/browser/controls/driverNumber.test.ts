import type { ComponentProps } from 'svelte';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadEntryReader } from '$lib/components/controls/entryReader.svelte';
import NumberHost from './NumberHost.svelte';

let events: unknown[];
beforeAll(loadEntryReader);
beforeEach(async () => {
  events = [];
  await page.viewport(700, 600);
});

const uplift = { driver: 'revenueUplift', value: 0.074, range: null } as const;

async function show(props: Omit<ComponentProps<typeof NumberHost>, 'happened'> = uplift) {
  await render(NumberHost, { props: { ...props, happened: events } });
  return page.getByRole('slider');
}
const commits = () => events.filter((event) => event === 'commit').length;

/** The lines of the sentence: where each of its words begins. */
function lines() {
  const text = document.querySelector('.narrative')!;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const tops: number[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement !== text) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    tops.push(...[...range.getClientRects()].map(({ x, y }) => Math.round(1000 * x + y)));
  }
  return tops;
}

describe.each([
  { language: 'fi', name: 'Liikevaihdon lisäys', said: '7,4\u00a0%', typed: '8,5', after: '8,5\u00a0%' },
  { language: 'en', name: 'Revenue uplift', said: '7.4%', typed: '8.5', after: '8.5%' },
] as const)('a number in a sentence, in $language', ({ language, name, said, typed, after }) => {
  test('is a slider with a name, and says its value as it is written', async () => {
    const number = await show({ ...uplift, language });
    await expect.element(number).toHaveAccessibleName(name);
    await expect.element(number).toHaveAttribute('aria-valuetext', said);
    await expect.poll(() => number.element().textContent).toBe(said);
  });

  test('Enter opens it for typing; Enter again puts the figure in force and gives the focus back', async () => {
    const number = await show({ ...uplift, language });
    (number.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const field = page.getByRole('textbox', { name });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard(typed);
    await expect.poll(() => document.querySelector('.words')?.textContent).toContain(after);
    await userEvent.keyboard('{Enter}');
    expect(events).toEqual([['entry', { value: 0.085, range: null, follows: true }]]);
    await expect.poll(() => number.element().textContent).toBe(after);
    await expect.element(number).toHaveFocus();
  });
});

test('a pull to the right raises it in steps, frame by frame, and ends in one commit', async () => {
  const number = await show();
  await userEvent.dragAndDrop(number, page.getByRole('button', { name: 'elsewhere' }));
  const moves = events.slice(0, -1) as ['move', number][];
  expect(moves.length).toBeGreaterThan(0);
  for (const [kind, value] of moves) {
    expect(kind).toBe('move');
    expect(Math.abs(value * 1000 - Math.round(value * 1000))).toBeLessThan(1e-9);
  }
  expect(events.at(-1)).toBe('commit');
  expect(commits()).toBe(1);
});

test.each([
  ['{ArrowRight}', 0.075],
  ['{ArrowLeft}', 0.073],
  ['{Shift>}{ArrowUp}{/Shift}', 0.0741],
  ['{PageUp}', 0.084],
  ['{Home}', 0],
  ['{End}', 0.2],
])('%s goes to %d and commits once', async (keys, target) => {
  const number = await show();
  (number.element() as HTMLElement).focus();
  await userEvent.keyboard(keys);
  expect(events).toEqual([['move', target], 'commit']);
});

test('a click alone moves nothing; a double click opens it for typing', async () => {
  const number = await show();
  await userEvent.click(number);
  expect(events).toEqual([]);
  await userEvent.dblClick(number);
  await expect.element(page.getByRole('textbox')).toHaveFocus();
  expect(events).toEqual([]);
});

test('Escape leaves the figure as it was and gives the focus back', async () => {
  const number = await show();
  (number.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}99{Escape}');
  expect(events).toEqual([]);
  await expect.element(number).toHaveFocus();
  await expect.poll(() => number.element().textContent).toBe('7,4\u00a0%');
});

test('text that is not understood stays to be corrected', async () => {
  const number = await show();
  (number.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}abc{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
  await expect.element(page.getByRole('textbox')).toHaveValue('abc');
  expect(events).toEqual([]);
});

test('the sentence keeps its lines from one end of the scale to the other, and while it is typed', async () => {
  await page.viewport(360, 700);
  const number = await show();
  (number.element() as HTMLElement).focus();
  const before = lines();
  for (const keys of ['{Home}', '{End}', '{Enter}']) {
    await userEvent.keyboard(keys);
    expect(lines()).toEqual(before);
  }
  await userEvent.keyboard('1,735');
  expect(lines()).toEqual(before);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('it is a target of at least 24 by 24 pixels', async () => {
  const { width, height } = (await show()).element().getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});

test('switched off it takes no focus, pull or key', async () => {
  const number = await show({ ...uplift, disabled: true });
  await expect.element(number).toHaveAttribute('aria-disabled', 'true');
  await expect.element(number).not.toHaveAttribute('tabindex');
  await userEvent.dragAndDrop(number, page.getByRole('button', { name: 'elsewhere' }));
  expect(events).toEqual([]);
});
