import type { plot } from '@observablehq/plot';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DrawnChart } from '$lib/components/chart/drawnChart';
import ThresholdHandle from '$lib/components/chart/ThresholdHandle.svelte';
import FrameHost from './FrameHost.svelte';

let happened: unknown[];
beforeEach(async () => {
  happened = [];
  await page.viewport(700, 700);
});

const show = (props: Omit<ComponentProps<typeof FrameHost>, 'happened'> = {}) =>
  render(FrameHost, { props: { ...props, happened } });
const drawings = () => happened.filter((event): event is DrawnChart => typeof event === 'object');
/** However busy the machine is. */
const until = <T>(condition: () => T) => vi.waitUntil(condition, { timeout: 20_000 });
const drawn = () => until(() => drawings().at(-1));
const frames = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
};

describe('the picture', () => {
  test('has its place before anything is drawn in it, and keeps it', async () => {
    await show();
    const box = document.querySelector('.box')!;
    expect(document.querySelector('svg')).toBeNull();
    expect(box.clientHeight).toBe(300);
    await drawn();
    expect(box.clientHeight).toBe(300);
    expect(document.querySelector('svg')!.getBoundingClientRect().height).toBe(300);
    expect(document.querySelector('svg')!.getBoundingClientRect().width).toBe(540);
  });

  test('is an image named by its sentence', async () => {
    await show();
    await expect.element(page.getByRole('img', { name: 'Puolessa tulevaisuuksista 1–6.' })).toBeInTheDocument();
  });

  test('is drawn once a frame however often its data changes, and the old one gives way in that frame', async () => {
    const { rerender } = await show();
    await drawn();
    const before = drawings().length;
    await Promise.all([7, 8, 9].map((value) => rerender({ value, happened })));
    await frames(2);
    expect(drawings().length - before).toBeLessThanOrEqual(2);
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    expect(document.querySelector('svg')).toBe(drawings().at(-1)!.svg);
  });

  test('is neither computed nor drawn out of sight; it is when it comes near, and before printing', async () => {
    const { rerender } = await show({ above: 4000 });
    await frames(5);
    expect(happened).toEqual([]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(drawings().at(-1)!.width).toBe(640);
    window.dispatchEvent(new Event('afterprint'));
    await frames(3);
    const count = happened.length;
    await rerender({ value: 9, above: 4000, happened });
    await frames(3);
    expect(happened).toHaveLength(count);
    document.querySelector('.box')!.scrollIntoView();
    await until(() => drawings().at(-1)!.width === 540);
  });

  test('tells where values stand, and back', async () => {
    await show();
    const { x, invertX, plotArea } = (await drawn())!;
    expect(plotArea).toEqual({ left: 40, right: 520, top: 20, bottom: 270 });
    expect(x(6)).toBeCloseTo(40 + 240, 6);
    expect(invertX(280)).toBeCloseTo(6, 6);
  });

  test('glides to a discrete change and ends exactly there', async () => {
    const { rerender } = await show({ ease: true });
    const before = await drawn();
    const middle = () =>
      Number(/L[\d.]+,([\d.]+)/.exec(document.querySelector('.sampled path')!.getAttribute('d')!)![1]);
    const from = middle();
    await rerender({ value: 5, ease: true, happened });
    await until(() => drawings().at(-1) !== before);
    const scale = (drawings().at(-1)!.svg as ReturnType<typeof plot> & SVGSVGElement).scale('y')!;
    const to = scale.apply(5) as number;
    expect(Math.abs(middle() - from)).toBeLessThan(Math.abs(middle() - to));
    await until(() => Math.abs(middle() - to) < 0.01);
  });

  const line = () => document.querySelector('.sampled path')!.getAttribute('d');

  test('jumps while something is dragged, moved where it stands, and is drawn anew at rest', async () => {
    const { rerender } = await show();
    const { svg } = (await drawn())!;
    const before = line();
    await rerender({ value: 5, happened });
    await frames(2);
    const moved = line();
    expect(moved).not.toBe(before);
    expect(document.querySelector('svg')).toBe(svg);
    expect(happened).toContain('held 0–40');
    await frames(5);
    expect(line()).toBe(moved);
    await rerender({ value: 5, ease: true, happened });
    await until(() => document.querySelector('svg') !== svg);
    expect(happened.filter((event) => typeof event === 'string').at(-1)).toBe('options');
    expect(line()).toBe(moved);
  });

  test('neither glides nor is drawn anew while its threshold is dragged', async () => {
    const { rerender } = await show({ ease: true });
    const { svg } = (await drawn())!;
    const handle = page.getByRole('slider', { name: 'Raja' }).element();
    handle.setPointerCapture = () => {};
    const fire = (type: string) =>
      handle.dispatchEvent(new PointerEvent(type, { pointerId: 1, bubbles: true, button: 0 }));
    fire('pointerdown');
    await rerender({ value: 5, ease: true, happened });
    await frames(2);
    expect(document.querySelector('svg')).toBe(svg);
    fire('pointerup');
    await rerender({ value: 8, ease: true, happened });
    await until(() => document.querySelector('svg') !== svg);
  });
});

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

describe('the threshold handle', () => {
  const slider = () => page.getByRole('slider', { name: 'Raja' });

  test('is a slider placed by the scale of the picture, at least 44 px wide', async () => {
    await show();
    await drawn();
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '6 kk');
    const { left, width } = slider().element().getBoundingClientRect();
    const box = document.querySelector('.box')!.getBoundingClientRect();
    expect(width).toBeGreaterThanOrEqual(44);
    expect(left + width / 2 - box.left).toBeCloseTo(280, 0);
  });

  test('stays in the picture where its value lies beyond an old scale, or the box has become narrower', async () => {
    const box = document.createElement('div');
    box.style.cssText = 'position: relative; width: 540px';
    document.body.append(box);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.style.fontSize = '13px';
    const drawnFor = (width: number, end: number): DrawnChart => ({
      svg,
      width,
      height: 300,
      x: (value) => (width * value) / end,
      invertX: (px) => (end * px) / width,
      plotArea: { left: 0, right: width, top: 20, bottom: 270 },
    });
    const about = { min: 0, max: 36, step: 0.5, label: 'Raja', valueText: '', onchange: () => {} };
    const { rerender, unmount } = await render(
      ThresholdHandle,
      { props: { drawn: drawnFor(540, 3), value: 6, ...about } },
      { baseElement: box },
    );
    const within = () => {
      const { left, right } = slider().element().getBoundingClientRect();
      const around = box.getBoundingClientRect();
      const middle = (left + right) / 2;
      expect(right).toBeLessThanOrEqual(around.right + 0.5);
      expect(middle).toBeGreaterThanOrEqual(around.left - 0.5);
      return middle - around.left;
    };
    within();
    await rerender({ drawn: drawnFor(1000, 36), value: 30 });
    within();
    await rerender({ drawn: drawnFor(540, 36), value: 6 });
    expect(within()).toBeCloseTo(90, 0);
    await unmount();
    box.remove();
  });

  test('moves by keys: a step, ten, and to its ends', async () => {
    await show();
    await drawn();
    (slider().element() as HTMLElement).focus();
    for (const [key, value] of [
      ['{ArrowRight}', 6.5],
      ['{ArrowDown}', 6],
      ['{PageDown}', 1],
      ['{PageUp}', 6],
      ['{End}', 12],
      ['{ArrowUp}', 12],
      ['{Home}', 1],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(slider()).toHaveAttribute('aria-valuenow', String(value));
    }
    expect(happened.filter((event) => typeof event === 'number')).toEqual([6.5, 6, 1, 6, 12, 12, 1]);
  });

  test('follows a finger, snaps to steps, and commits once', async () => {
    await show();
    await drawn();
    const handle = slider().element() as HTMLElement;
    const box = document.querySelector('.box')!.getBoundingClientRect();
    const fire = (type: string, x: number) =>
      handle.dispatchEvent(new PointerEvent(type, { clientX: box.left + x, clientY: box.top + 50, pointerId: 1, bubbles: true, button: 0 })); // prettier-ignore
    handle.setPointerCapture = () => {};
    // Taken 10 px right of the line: it must not jump there.
    fire('pointerdown', 290);
    fire('pointermove', 291);
    await frames(1);
    await expect.element(slider()).toHaveAttribute('aria-valuenow', '6');
    fire('pointermove', 290 + 82);
    await expect.element(slider()).toHaveAttribute('aria-valuenow', '8');
    fire('pointermove', 2000);
    await expect.element(slider()).toHaveAttribute('aria-valuenow', '12');
    fire('pointerup', 2000);
    fire('pointermove', 290);
    await frames(1);
    await expect.element(slider()).toHaveAttribute('aria-valuenow', '12');
    expect(happened.filter((event) => typeof event === 'number')).toEqual([12]);
  });
});
