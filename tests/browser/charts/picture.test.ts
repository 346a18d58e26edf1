import type { plot } from '@observablehq/plot';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { drawings, drawn, frames, happened, show, startFrame, until } from './frameHost';

beforeEach(startFrame);

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
