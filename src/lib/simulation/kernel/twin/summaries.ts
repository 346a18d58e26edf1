import { replicates } from '$lib/simulation/result';
import { blockTrials, fanBins, groupTrials } from '../layout';
import type { Views } from './views';

/** The 16 sums from index `at`, in the order in which the kernel adds them two at a time. */
function total(f64: Float64Array, at: number): number {
  let even = 0;
  let odd = 0;
  for (let r = 0; r < replicates; r += 2) {
    even += f64[at + r]!;
    odd += f64[at + r + 1]!;
  }
  return even + odd;
}

export function summarise({ f64 }: Views, values: number, scratch: number, out: number): void {
  const from = values / 8;
  const to = out / 8;
  let count = 0;
  for (let r = 0; r < replicates; r++) {
    let sum = 0;
    for (let i = r; i < blockTrials; i += replicates) {
      const x = f64[from + i]!;
      if (x < Infinity) count++;
      sum += x < Infinity ? x : 0;
    }
    f64[to + r] = sum;
  }
  const mean = count > 0 ? total(f64, to) / count : 0;
  for (let r = 0; r < replicates; r++) {
    let sum = 0;
    for (let i = r; i < blockTrials; i += replicates) {
      const off = f64[from + i]! < Infinity ? f64[from + i]! - mean : 0;
      sum += off * off;
    }
    f64[scratch / 8 + r] = sum;
  }
  f64[to + replicates] = count;
  f64[to + replicates + 1] = mean;
  f64[to + replicates + 2] = total(f64, scratch / 8);
}

export function countReplicates(
  { f64, u32 }: Views,
  values: number,
  start: number,
  scale: number,
  bins: number,
  counts: number,
): void {
  for (let i = 0; i < blockTrials; i++) {
    const x = f64[values / 8 + i]!;
    const place = Math.floor((x - start) * scale);
    // What is no number (an infinite value in a bin of no width) counts as the least.
    const bin = x === Infinity ? bins : place > 0 ? Math.min(place, bins - 1) : 0;
    u32[counts / 4 + (i % replicates) * (bins + 1) + bin]!++;
  }
}

export function widen({ f32 }: Views, paths: number, months: number, reach: number): void {
  const [low, high] = [reach / 4, reach / 4 + 1];
  for (let i = 0; i < months * blockTrials; i++) {
    const month = Math.floor(i / groupTrials) % months;
    const value = f32[paths / 4 + i]!;
    // 0 is added so that of two zeros it is the positive one.
    if (value < f32[low + 2 * month]!) f32[low + 2 * month] = value + 0;
    if (value > f32[high + 2 * month]!) f32[high + 2 * month] = value + 0;
  }
}

export function countPaths({ f32, u32 }: Views, paths: number, months: number, grid: number, counts: number): void {
  const fround = Math.fround;
  for (let month = 0; month < months; month++) {
    const start = f32[grid / 4 + 2 * month]!;
    const scale = f32[grid / 4 + 2 * month + 1]!;
    const to = counts / 4 + month * fanBins;
    for (let group = 0; group < blockTrials / groupTrials; group++) {
      const at = paths / 4 + (group * months + month) * groupTrials;
      for (let i = 0; i < groupTrials; i++) {
        const place = fround(fround(fround(f32[at + i]! - start) * scale) - 0.5);
        const inside = place > 0 ? Math.min(place, fanBins - 1) : 0;
        // 2^23: what is added to it is rounded to a whole number.
        u32[to + (fround(inside + 8388608) - 8388608)]!++;
      }
    }
  }
}

/** In one step. */
export function sortStep({ buffer }: Views, values: number, count: number): number {
  new Float64Array(buffer, values, count).sort();
  return 0;
}
