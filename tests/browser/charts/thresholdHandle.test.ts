import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DrawnChart } from '$lib/components/chart/drawnChart';
import ThresholdHandle from '$lib/components/chart/ThresholdHandle.svelte';
import { drawn, frames, happened, show, startFrame } from './frameHost';

beforeEach(startFrame);

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
