import type { Attachment } from 'svelte/attachments';
import type { Editing } from './editing.svelte';

/** How near the edge of the window a dragged cell makes the page scroll, and by how much a frame at most. */
const edge = 96;
const fastest = 22;

/** A handle by which a cell is dragged: a line shows where it would come, and nothing moves before it is let go. */
export function dragCell(editing: Editing, id: string): Attachment<HTMLElement> {
  return (handle) => {
    let y = 0;
    let frame = 0;

    /** The add line nearest to the hand is where the cell would be dropped. */
    const aim = () => {
      const gaps = [...document.querySelectorAll<HTMLElement>('[data-gap]')].map((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return { gap: Number(line.dataset.gap), away: Math.abs((top + bottom) / 2 - y) };
      });
      const nearest = gaps.reduce((best, one) => (one.away < best.away ? one : best));
      if (editing.dragged?.gap !== nearest.gap) editing.dragged = { id, gap: nearest.gap };
    };
    const follow = () => {
      const [above, below] = [edge + 57 - y, y - (innerHeight - edge)];
      const speed = above > 0 ? -Math.min(1, above / edge) : below > 0 ? Math.min(1, below / edge) : 0;
      if (speed !== 0) scrollBy({ top: speed * fastest, behavior: 'instant' });
      aim();
      frame = requestAnimationFrame(follow);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      editing.dragged = null;
      removeEventListener('keydown', cancel, true);
    };
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    const grab = (event: PointerEvent) => {
      if (event.button !== 0) return;
      handle.setPointerCapture(event.pointerId);
      y = event.clientY;
    };
    const pull = (event: PointerEvent) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      // A tap trembles; it is not a drag.
      if (frame === 0 && !editing.dragged) {
        if (Math.abs(event.clientY - y) < 4) return;
        addEventListener('keydown', cancel, true);
        frame = requestAnimationFrame(follow);
      }
      y = event.clientY;
    };
    const drop = async () => {
      const { dragged } = editing;
      stop();
      if (!dragged) return;
      const from = editing.cells.findIndex((cell) => cell.id === id);
      // Its own place is not between the others.
      const to = dragged.gap > from ? dragged.gap - 1 : dragged.gap;
      if (to === from) return;
      await editing.move(id, to);
      handle.focus({ preventScroll: true });
      editing.placeOf(id)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    handle.addEventListener('pointerdown', grab, { signal });
    handle.addEventListener('pointermove', pull, { signal });
    handle.addEventListener('pointerup', () => void drop(), { signal });
    handle.addEventListener('pointercancel', stop, { signal });
    return () => {
      stop();
      listeners.abort();
    };
  };
}
