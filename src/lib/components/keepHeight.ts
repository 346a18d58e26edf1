import type { Attachment } from 'svelte/attachments';

/** A paragraph that gains a line while its figures change keeps it, so that nothing below jumps; a new width starts afresh. */
export const keepHeight: Attachment<HTMLElement> = (node) => {
  let width = 0;
  let tallest = 0;
  const observer = new ResizeObserver((entries) => {
    // Not rounded: a height that differs by a fraction from what was observed would be a new size to observe.
    const [{ inlineSize, blockSize }] = entries.at(-1)!.borderBoxSize as [ResizeObserverSize];
    if (inlineSize !== width) {
      width = inlineSize;
      node.style.minHeight = '';
      tallest = node.getBoundingClientRect().height;
    } else {
      tallest = Math.max(tallest, blockSize);
    }
    node.style.minHeight = `${tallest}px`;
  });
  observer.observe(node);
  // Paper has a width of its own, and nothing on it moves.
  const release = () => (node.style.minHeight = '');
  addEventListener('beforeprint', release);
  return () => {
    observer.disconnect();
    removeEventListener('beforeprint', release);
  };
};
