import { untrack } from 'svelte';

/**
 * What hangs on much of the page and seldom changes: only a change of it is passed on. Whatever follows from a derived value is asked
 * whenever something before it moved; what follows from this is left in peace. For what is shown: until the page has been brought up
 * to date it is as it was, so handlers read the value itself. Called while a component is being set up.
 *
 * @param same whether two say the same; then the old one is kept
 */
export function onlyChanges<T>(newest: () => T, same: (a: T, b: T) => boolean = Object.is): () => T {
  let last = untrack(newest);
  let shown = $state.raw(last);
  $effect.pre(() => {
    const next = newest();
    if (same(last, next)) return;
    last = next;
    shown = next;
  });
  return () => shown;
}
