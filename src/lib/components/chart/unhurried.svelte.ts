/** ms from one reading to the next: shorter than reading it takes. */
const pause = 150;

/**
 * For what is read and not watched, a sentence or a table: during a drag it need not be written and laid out in every frame.
 * It changes at once when it has stood for a moment, and always ends with the newest. Called while a component is being set up.
 */
export function unhurried<T>(newest: () => T): () => T {
  let last: T;
  let since = -Infinity;
  let settled = $state(0);
  const shown = $derived.by(() => {
    void settled;
    const [value, now] = [newest(), performance.now()];
    if (now - since >= pause) [last, since] = [value, now];
    return last;
  });
  $effect(() => {
    const value = newest();
    const timer = setTimeout(() => {
      if (value === last) return;
      since = -Infinity;
      settled++;
    }, pause);
    return () => clearTimeout(timer);
  });
  return () => shown;
}
