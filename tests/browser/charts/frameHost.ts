import type { ComponentProps } from 'svelte';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { DrawnChart } from '$lib/components/chart/drawnChart';
import FrameHost from './FrameHost.svelte';

/** What the host has told since the test began: drawn charts, values chosen, and what was asked of it. */
export const happened: unknown[] = [];

/** Before each test. */
export async function startFrame(): Promise<void> {
  happened.length = 0;
  await page.viewport(700, 700);
}

export const show = (props: Omit<ComponentProps<typeof FrameHost>, 'happened'> = {}) =>
  render(FrameHost, { props: { ...props, happened } });
export const drawings = () => happened.filter((event): event is DrawnChart => typeof event === 'object');
/** However busy the machine is. */
export const until = <T>(condition: () => T) => vi.waitUntil(condition, { timeout: 20_000 });
export const drawn = () => until(() => drawings().at(-1));

export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}
