import { tick } from 'svelte';

/** The cell that crosses the middle of the window; the nearest one to it when none does. */
function cellAtHand(): Element | null {
  const middle = innerHeight / 2;
  const away = (place: Element) => {
    const { top, bottom } = place.getBoundingClientRect();
    return Math.max(top - middle, middle - bottom, 0);
  };
  const places = [...document.querySelectorAll('[data-cell]')];
  return places.length === 0 ? null : places.reduce((best, one) => (away(one) < away(best) ? one : best));
}

/** Makes a change to the page that moves cells about, and keeps the heading of the one the reader looks at where the eye is. */
export async function keepPlace(change: () => void | Promise<void>): Promise<void> {
  const place = cellAtHand();
  // What is wholly above the change stays as it is.
  const frame = scrollY > 0 ? place?.querySelector('section') : null;
  const before = frame?.getBoundingClientRect().top;
  await change();
  await tick();
  if (frame?.isConnected && before !== undefined)
    scrollBy({ top: frame.getBoundingClientRect().top - before, behavior: 'instant' });
}
