import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NumberHost from './NumberHost.svelte';
import RowHost from './RowHost.svelte';

const investment = { driver: 'investment', value: 60_000, range: null } as const;
const uplift = { driver: 'revenueUplift', value: 0.074, range: null } as const;

function type(field: HTMLInputElement, text: string) {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
const fieldIn = (container: Element) => container.querySelector<HTMLInputElement>('input[type=text]')!;

// What reads entries is loaded once for a page, so there is one first time in this file.
test('what is typed before entries can be read is read as soon as they can, entered or left', async () => {
  const [entered, left, word] = [[], [], []] as unknown[][];
  const rows = [
    await render(RowHost, { props: { ...investment, happened: entered! } }),
    await render(RowHost, { props: { ...uplift, happened: left! } }),
  ] as const;
  const sentence = await render(NumberHost, { props: { ...uplift, happened: word! } });
  const handle = sentence.container.querySelector<HTMLElement>('[role=slider]')!;
  handle.focus();
  handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  while (!fieldIn(sentence.container)?.matches(':focus')) await tick();

  type(fieldIn(sentence.container), '8 %');
  type(fieldIn(rows[1].container), '9 %');
  type(fieldIn(rows[0].container), '65k');
  fieldIn(rows[0].container).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect([entered, left, word]).toEqual([[], [], []]);

  await expect.poll(() => entered).toEqual([['entry', { value: 65_000, range: null, follows: true }]]);
  await expect.poll(() => left).toEqual([['entry', { value: 0.09, range: null, follows: true }]]);
  await expect.poll(() => word).toEqual([['entry', { value: 0.08, range: null, follows: true }]]);
  // The word is a word again.
  await expect.poll(() => sentence.container.querySelector('input[type=text]')).toBeNull();
  // Who is still in the field goes on as if nothing had been loaded.
  await expect.poll(() => rows[0].container.querySelector('.words')?.textContent).toMatch(/^\s*Luettu: 65.000.€/);
  await userEvent.keyboard('66k');
  await expect.poll(() => rows[0].container.querySelector('.words')?.textContent).toMatch(/^\s*Luettu: 66.000.€/);
});
