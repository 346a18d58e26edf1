import { flushSync } from 'svelte';

/** A slider, what follows from it, and its chart; whatever still asks then waits for the next frame, so that no page can hang here. */
const mostRounds = 4;
/** Milliseconds that a frame may take here, about half of one: the page has to be laid out and painted besides. */
const patience = 8;
const due = new Map<object, () => void>();
let frame = 0;
/** Whether the last frame took too long: then what is due goes one after the other, and what has no room waits for the next frame. */
let busy = false;

/**
 * Puts off a change of what is shown until the page is next drawn; of one `owner` only the newest counts. However often hands and
 * workers report, the page is brought up to date and laid out once a frame. At once where nothing is drawn: in Node and on a hidden page.
 */
export function inFrame(owner: object, work: () => void): void {
  if (typeof document === 'undefined' || document.hidden) {
    leaveFrame(owner);
    return work();
  }
  due.set(owner, work);
  frame ||= requestAnimationFrame(draw);
}

/** Shows an answer: while a hand moves with the next frame, together with what the hand does next; at rest at once. */
export function reveal(owner: object, moving: boolean, show: () => void): void {
  if (moving) return inFrame(owner, show);
  leaveFrame(owner);
  show();
}

/** Does now what the owner has put off. */
export function settleFrame(owner: object): void {
  const work = due.get(owner);
  due.delete(owner);
  work?.();
}

/** Lets go of what the owner has put off. */
export function leaveFrame(owner: object): void {
  due.delete(owner);
}

function draw(): void {
  const start = performance.now();
  const late = () => performance.now() - start > patience;
  try {
    // What effects put off while the page is brought up to date belongs to this frame: charts.
    for (let round = 0; due.size > 0 && round < mostRounds && !(busy && late()); round++) {
      // One at a time, so that what comes after one that fails waits for the next frame instead of being lost.
      for (const owner of [...due.keys()]) {
        settleFrame(owner);
        if (!busy) continue;
        flushSync();
        if (late()) break;
      }
      if (!busy) flushSync();
    }
  } finally {
    busy = late();
    frame = 0;
    if (due.size > 0) frame = requestAnimationFrame(draw);
  }
}
