const gap = 4;
const margin = 8;

/**
 * Puts an open popover under the element it belongs to (above it where there is no room below), inside the window.
 * In page coordinates: it scrolls along with the element.
 */
export function placeUnder(anchor: HTMLElement, popover: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(align === 'start' ? at.left : at.right - width, clientWidth - margin - width);
  const above = at.top - gap - height;
  const under = at.bottom + gap;
  const top = under + height > clientHeight - margin && above >= margin ? above : under;
  popover.style.left = `${Math.max(margin, left) + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}
