import { inFrame, leaveFrame } from '$lib/state/frames';

/** ms from one reading to the next: shorter than reading it takes. */
const pause = 150;

/**
 * For what is read and not watched, a sentence or a table: during a drag it need not be made, written and laid out in every frame.
 * It changes at once when it has stood for a moment, else with a frame, and always ends with the newest. Called while a component is being set up.
 *
 * @param hurried whether it has to follow at once for now
 */
export function unhurried<T>(newest: () => T, hurried: () => boolean = () => false): () => T {
  let last: T;
  let since = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = $state(0);
  /** What frames know it by. */
  const owner = {};
  const shown = $derived.by(() => {
    void due;
    if (hurried() || (timer === undefined && performance.now() - since >= pause)) {
      leave();
      last = newest();
      since = performance.now();
      // Once there is a turn for it, it waits for that, or a hand's would get longer.
    } else timer ??= setTimeout(() => inFrame(owner, look), since + pause - performance.now());
    return last;
  });
  function leave() {
    clearTimeout(timer);
    timer = undefined;
    leaveFrame(owner);
  }
  function look() {
    timer = undefined;
    since = -Infinity;
    due++;
  }
  $effect(() => leave);
  return () => shown;
}
