import type { Attachment } from 'svelte/attachments';

/** Whether somebody may be looking at an element: it is in view, or as little as a quarter of a screen away. */
export class Sight {
  near = $state(false);

  readonly watch: Attachment<Element> = (node) => {
    const observer = new IntersectionObserver((entries) => (this.near = entries.at(-1)!.isIntersecting), {
      rootMargin: '25% 0px',
    });
    observer.observe(node);
    return () => observer.disconnect();
  };
}
