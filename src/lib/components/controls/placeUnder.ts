const gap = 4;
const margin = 8;

/**
 * Puts an open popover under the element it belongs to, or above it where there is no room below; where there is none
 * above either, over it: always inside the window. In page coordinates: it scrolls along with the element.
 */
export function placeUnder(anchor: HTMLElement, popover: HTMLElement, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.min(align === 'start' ? at.left : at.right - width, clientWidth - margin - width);
  const above = at.top - gap - height;
  const under = at.bottom + gap;
  const lowest = clientHeight - margin - height;
  const top = under <= lowest ? under : above >= margin ? above : Math.max(margin, lowest);
  popover.style.left = `${Math.max(margin, left) + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}
