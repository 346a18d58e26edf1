import { easeCubicOut } from 'd3-ease';
import { interpolateString } from 'd3-interpolate';

const moving = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'transform'];
const numbers = /-?\d*\.?\d+(?:e[-+]?\d+)?/g;

/** Whether one can turn into the other number by number: the same drawing with other figures. */
function alike(from: string, to: string): boolean {
  return from.replace(numbers, '#') === to.replace(numbers, '#');
}

/**
 * Lets the marks of a new drawing start where the old one had them and glide to their places; words stand at once.
 * What has no counterpart of the same build is simply there.
 *
 * @returns a function that stops it where it is.
 */
export function glide(old: SVGSVGElement, drawn: SVGSVGElement, duration: number): () => void {
  const [before, after] = [old, drawn].map((svg) => [...svg.querySelectorAll('*')]) as [Element[], Element[]];
  if (!(duration > 0) || before.length !== after.length) return () => {};
  const moves: ((progress: number) => void)[] = [];
  after.forEach((element, i) => {
    const twin = before[i]!;
    if (twin.tagName !== element.tagName) return;
    for (const name of moving) {
      const [from, to] = [twin.getAttribute(name), element.getAttribute(name)];
      if (from === null || to === null || from === to || !alike(from, to)) continue;
      const between = interpolateString(from, to);
      moves.push((progress) => element.setAttribute(name, progress < 1 ? between(progress) : to));
    }
  });
  let frame = 0;
  let begin = -1;
  const step = (now: number) => {
    if (begin < 0) begin = now;
    const progress = Math.min(1, (now - begin) / duration);
    for (const move of moves) move(easeCubicOut(progress));
    if (progress < 1) frame = requestAnimationFrame(step);
  };
  for (const move of moves) move(0);
  if (moves.length > 0) frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
