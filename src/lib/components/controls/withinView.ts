import type { Attachment } from 'svelte/attachments';

const margin = 8;

/**
 * Keeps a small overlay inside the window: slides it sideways, by a transform, so that nothing around it moves.
 * A press on it does not take the caret out of the field it belongs to.
 */
export const withinView: Attachment<HTMLElement> = (overlay) => {
  const slide = () => {
    overlay.style.translate = '';
    const { left, right } = overlay.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const by = left < margin ? margin - left : Math.min(0, width - margin - right);
    if (by) overlay.style.translate = `${by}px`;
  };
  const observer = new ResizeObserver(slide);
  observer.observe(overlay);
  const keepCaret = (event: MouseEvent) => event.preventDefault();
  overlay.addEventListener('mousedown', keepCaret);
  return () => {
    observer.disconnect();
    overlay.removeEventListener('mousedown', keepCaret);
  };
};
