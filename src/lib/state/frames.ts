import { flushSync } from 'svelte';

/** A slider, what follows from it, and its chart; whatever still asks then waits for the next frame, so that no page can hang here. */
const mostRounds = 4;
/** Milliseconds that a frame may take here, about half of one: the page has to be laid out and painted besides. More is a slow machine's. */
const patience = 8;
/** It stays one until so many frames on end had no owner whose work alone took so long. */
const heavy = 4;
const calmFrames = 12;
/** There a frame takes the first, and more as long as it fits into so many milliseconds; so many at most. */
const enough = 6;
const mostInTurn = 16;
const due = new Map<object, () => void>();
let frame = 0;
/** For how many more frames the machine is taken for slow: what is due goes one after the other, and what has no room waits. */
let slowFrames = 0;
/** How many milliseconds an owner's work took the last time it went in turn. */
const took = new WeakMap<object, number>();

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
  const spent = () => performance.now() - start;
  try {
    if (slowFrames > 0) slowFrames = drawInTurn(spent) > heavy ? calmFrames : slowFrames - 1;
    else {
      drawTogether();
      if (spent() > patience) slowFrames = calmFrames;
    }
  } finally {
    frame = 0;
    if (due.size > 0) frame = requestAnimationFrame(draw);
  }
}

function drawTogether(): void {
  // What effects put off while the page is brought up to date belongs to this frame: charts.
  for (let round = 0; due.size > 0 && round < mostRounds; round++) {
    // One at a time, so that what comes after one that fails waits for the next frame instead of being lost.
    for (const owner of [...due.keys()]) settleFrame(owner);
    flushSync();
  }
}

/** @returns how long the longest took */
function drawInTurn(spent: () => number): number {
  let longest = 0;
  // Whoever puts something off again and again comes after those who wait.
  for (let taken = 0; due.size > 0 && taken < mostInTurn; taken++) {
    const owner = due.keys().next().value!;
    const before = spent();
    if (taken > 0 && before + (took.get(owner) ?? 0) > enough) break;
    settleFrame(owner);
    flushSync();
    const own = spent() - before;
    took.set(owner, own);
    longest = Math.max(longest, own);
  }
  return longest;
}
