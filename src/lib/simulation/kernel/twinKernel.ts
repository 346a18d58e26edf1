import type { Kernel } from './kernel';
import { blocks } from './twin/blocks';
import { cashPath } from './twin/cashPath';
import { drawBits, floatScores, scores, uniforms } from './twin/draws';
import * as lanes from './twin/lanes';
import { lifetimes } from './twin/lifetimes';
import { shocks } from './twin/shocks';
import { sortStep, widen } from './twin/summaries';
import { toViews, type Views } from './twin/views';

/** The kernel in plain TypeScript: for engines without WebAssembly SIMD, and what the faster one is held to, bit for bit. */
export function createTwinKernel(): Kernel {
  let views = toViews(new ArrayBuffer(65_536));
  const bound =
    <Args extends unknown[], Answer>(pass: (views: Views, ...args: Args) => Answer) =>
    (...args: Args): Answer =>
      pass(views, ...args);
  return {
    name: 'typescript',
    // Address 0 means "nowhere".
    start: 64,
    buffer: () => views.buffer,
    grow(bytes) {
      if (bytes <= views.buffer.byteLength) return;
      const grown = new ArrayBuffer(Math.ceil(bytes / 65_536) * 65_536);
      new Uint8Array(grown).set(new Uint8Array(views.buffer));
      views = toViews(grown);
    },
    drawBits: bound(drawBits),
    scores: bound(scores),
    floatScores: bound(floatScores),
    uniforms: bound(uniforms),
    clampedLane: bound(lanes.clampedLane),
    exponentialLane: bound(lanes.exponentialLane),
    tableLane: bound(lanes.tableLane),
    uniformLane: bound(lanes.uniformLane),
    triangularLane: bound(lanes.triangularLane),
    belowLane: bound(lanes.belowLane),
    powerLane: bound(lanes.powerLane),
    shocks: bound(shocks),
    cashPath: bound(cashPath),
    lifetimes: bound(lifetimes),
    blocks: bound(blocks),
    widen: bound(widen),
    sortStep: bound(sortStep),
  };
}
