// The kernel in WASM SIMD: passes over blocks of 256 trials in one memory that the caller lays out. AssemblyScript.
// kernel/twin/ holds the same passes in plain TypeScript, operation for operation: change both together.
export { sfc32Bits, sobolBits } from './bits';
export { scores, floatScores, uniforms } from './scores';
export { clampedLane, exponentialLane, tableLane, uniformLane, triangularLane, belowLane, powerLane } from './lanes';
export { shocks } from './shocks';
export { cashPath } from './cashPath';
export { lifetimes } from './lifetimes';
export { blocks } from './blocks';
export { widen } from './summaries';
export { sortStep } from './sortValues';

/** Where the caller's memory begins. */
export const heapBase: usize = __heap_base;
