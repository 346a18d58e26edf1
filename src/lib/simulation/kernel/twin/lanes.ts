import { exp, log } from '$lib/uncertainty/elementary';
import { blockTrials } from '../layout';
import type { Views } from './views';

/** Applies a function to each trial of a lane. */
function map({ f64 }: Views, from: number, out: number, f: (x: number) => number): void {
  for (let i = 0; i < blockTrials; i++) f64[out / 8 + i] = f(f64[from / 8 + i]!);
}
const between = (x: number, low: number, high: number): number => {
  const raised = x < low ? low : x;
  return high < raised ? high : raised;
};

export function clampedLane(
  views: Views,
  from: number,
  out: number,
  mean: number,
  deviation: number,
  low: number,
  high: number,
): void {
  map(views, from, out, (z) => between(mean + deviation * z, low, high));
}

export function exponentialLane(views: Views, from: number, out: number, mean: number, deviation: number): void {
  map(views, from, out, (z) => exp(between(mean + deviation * z, -700, 700)));
}

export function tableLane(views: Views, from: number, out: number, table: number): void {
  const nodes = views.f64.subarray(table / 8);
  map(views, from, out, (score) => {
    const place = (between(score, -6.39, 6.39) + 6.4) * 80;
    const node = Math.floor(place);
    const left = nodes[2 * node]!;
    const right = nodes[2 * node + 2]!;
    const t = place - node;
    const rest = 1 - t;
    const rise = right - left;
    const bend = rest * (nodes[2 * node + 1]! - rise) - t * (nodes[2 * node + 3]! - rise);
    return between(left + t * rise + t * rest * bend, left, right);
  });
}

export function uniformLane(views: Views, from: number, out: number, low: number, high: number): void {
  map(views, from, out, (u) => {
    const x = low + u * (high - low);
    return high < x ? high : x;
  });
}

export function triangularLane(views: Views, from: number, out: number, low: number, mode: number, high: number): void {
  const width = high - low;
  const left = width * (mode - low);
  const right = width * (high - mode);
  map(views, from, out, (u) =>
    u * width < mode - low ? low + Math.sqrt(u * left) : high - Math.sqrt((1 - u) * right),
  );
}

export function belowLane(views: Views, from: number, out: number, probability: number): void {
  map(views, from, out, (u) => (u < probability ? 1 : 0));
}

export function powerLane(views: Views, from: number, out: number, sign: number, exponent: number): void {
  map(views, from, out, (x) => {
    const base = 1 + sign * x;
    return base > 0 ? exp(log(base) * exponent) : 0;
  });
}
