/** Where nobody tells when a page is idle (Safari): long enough for it to be drawn and to hear the first hand. */
const shortWaitMs = 200;

/**
 * Calls `work` once, when the page has nothing else to do.
 *
 * @returns what leaves it undone, if it is not done yet
 */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, shortWaitMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work);
  return () => cancelIdleCallback(handle);
}
