import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { drawings, drawn, frames, happened, show, startFrame, until } from './frameHost';

beforeEach(startFrame);

describe('the frame', () => {
  test('chooses a view with pressed buttons', async () => {
    await show();
    const group = page.getByRole('group', { name: 'Jakso' });
    await expect.element(group.getByRole('button', { name: '12 kk' })).toHaveAttribute('aria-pressed', 'true');
    await group.getByRole('button', { name: '36 kk' }).click();
    await expect.element(group.getByRole('button', { name: '36 kk' })).toHaveAttribute('aria-pressed', 'true');
    await until(() => drawings().at(-1)?.invertX(520) === 36);
  });

  test.each([
    ['fi', 'Näytä taulukkona', 'Piilota taulukko'],
    ['en', 'Show as a table', 'Hide the table'],
  ] as const)('shows and hides the table behind it (%s)', async (language, open, close) => {
    await show({ language });
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    await page.getByRole('button', { name: open }).click();
    await expect.element(page.getByRole('table', { name: 'Kertymä' })).toBeInTheDocument();
    await expect.element(page.getByRole('rowheader', { name: '1 kk' })).toBeInTheDocument();
    await expect.element(page.getByRole('cell', { name: '1.5 kk' })).toBeInTheDocument();
    await page.getByRole('button', { name: close }).click();
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  });

  test('copies the table for a spreadsheet of the language, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show();
    await page.getByRole('button', { name: 'Kopioi' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Kopioitu');
    expect(write).toHaveBeenCalledWith('Kuukausi\tArvo\n1\t1,5');
    write.mockRestore();
  });

  test('opens the table and says what to do when copying is refused', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await show({ language: 'en' });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Select the table and copy it yourself.');
    await expect.element(page.getByRole('table')).toBeInTheDocument();
    write.mockRestore();
  });

  test('saves an image that needs nothing from the page', async () => {
    await show();
    await drawn();
    let blob: Blob | undefined;
    const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((saved) => {
      blob = saved as Blob;
      return 'blob:none';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await page.getByRole('button', { name: 'Kuva' }).click();
    await until(() => blob);
    const text = await blob!.text();
    expect(text).not.toMatch(/var\(|<style|class=|oklab|url\(/);
    expect(text).toContain('>Kertymä<');
    expect(text).toContain('>4 096 koetta<');
    expect(text).toMatch(/font-family="[^"]*Hanken Grotesk/);
    expect(new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')).toBeNull();
    expect(drawings().at(-1)!.svg.querySelector('[fill="var(--paper)"]')).toBeNull();
    url.mockRestore();
    click.mockRestore();
  });

  test('dims what is stale only when the answer takes long', async () => {
    const { rerender } = await show();
    await drawn();
    const opacity = () => getComputedStyle(document.querySelector('svg .sampled, svg.sampled, .sampled')!).opacity;
    await rerender({ stale: true, happened });
    await frames(3);
    expect(opacity()).toBe('1');
    await until(() => opacity() === '0.45');
    expect(document.body.textContent).toContain('lasketaan…');
    await rerender({ stale: false, happened });
    await until(() => opacity() === '1');
    expect(document.body.textContent).not.toContain('lasketaan…');
  });
});

test.each([320, 503, 834])(
  'a note that gains words moves neither the links nor itself in a frame of %i px',
  async (wide) => {
    await page.viewport(1440, 900);
    const moving = { wide, note: '131 072 koetta, tarkentuu', happened };
    const resting = { ...moving, note: '131 072 koetta, siemenluku 20040218, mediaanien otantavirhe ROI ±0,34 %-yks.' };
    const { rerender } = await show(moving);
    const written = (note: string) => until(() => document.querySelector('.note')!.textContent === note);
    const places = () =>
      [...document.querySelectorAll('.tools .link, .tools .note')].map((part) => {
        const { left, top } = part.getBoundingClientRect();
        return [left, top];
      });
    await written(moving.note);
    const before = places();
    for (const props of [resting, moving]) {
      await rerender(props);
      await written(props.note);
      await frames(2);
      expect(places()).toEqual(before);
    }
  },
);

test('a sentence that has been longer keeps its height, until the width changes', async () => {
  const { rerender } = await show({ value: 6 });
  const sentence = document.querySelector<HTMLElement>('.summary')!;
  const once = sentence.clientHeight;
  await rerender({ value: Number('9'.repeat(15)), said: 'kymmenen sanaa '.repeat(20), happened });
  await until(() => sentence.textContent.includes('sanaa'));
  await frames(2);
  const longer = sentence.clientHeight;
  expect(longer).toBeGreaterThan(once);
  await rerender({ value: 6, said: '', happened });
  await until(() => !sentence.textContent.includes('sanaa'));
  await frames(2);
  expect(sentence.clientHeight).toBe(longer);
});

test('a sentence changes at once, rests while figures go on changing, and ends with the newest', async () => {
  const { rerender } = await show({ value: 6 });
  await until(() => document.querySelector('.summary')!.textContent.includes('1–6'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const said: string[] = [];
  const note = () => said.push(document.querySelector('.summary')!.textContent);
  for (let value = 7; value < 20; value++) {
    await rerender({ value, happened });
    note();
  }
  expect(said[0]).toContain('1–7');
  expect(new Set(said).size).toBeLessThan(said.length);
  await until(() => document.querySelector('.summary')!.textContent.includes('1–19'));
});
