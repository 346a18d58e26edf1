import type { Distribution } from '$lib/uncertainty/distribution';
import type { Limits } from './sliderScale';

const slices = 32;
const edge = 0.001;

/**
 * The hill of a distribution over a track: an SVG path in a box 100 wide (the track's limits) and 20 high (its highest point).
 * Each slice is as high as the chance that falls into it, so flat, sloping and cut-off shapes all come out as they are.
 * Parts outside the limits lie outside the box, for the frame to clip. Empty when there is nothing to draw.
 */
export function densityPath(distribution: Distribution, [min, max]: Limits): string {
  const from = distribution.quantile(edge);
  const width = (distribution.quantile(1 - edge) - from) / slices;
  if (!(width > 0) || !(max > min)) return '';
  const chances: number[] = [];
  let below = distribution.cdf(from);
  for (let i = 1; i <= slices; i++) {
    const here = distribution.cdf(from + i * width);
    chances.push(here - below);
    below = here;
  }
  const highest = Math.max(...chances);
  const across = (x: number) => ((100 * (x - min)) / (max - min)).toFixed(2);
  const up = (chance: number) => (20 - (20 * chance) / highest).toFixed(2);
  const points = chances.map((chance, i) => `${across(from + (i + 0.5) * width)} ${up(chance)}`);
  // A hill cut off at a bound stands there as a wall, and one that slopes down to its end has none.
  const side = (i: number, next: number) => up(Math.max(0, 1.5 * (chances[i] ?? 0) - 0.5 * (chances[next] ?? 0)));
  const [left, right] = [across(from), across(from + slices * width)];
  return `M${left} 20V${side(0, 1)}L${points.join('L')}L${right} ${side(slices - 1, slices - 2)}V20Z`;
}
