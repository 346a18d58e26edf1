import { sobolDirections, sobolKeys, SOBOL_REPLICATES } from '$lib/uncertainty/sobol';
import { SOBOL_DIMENSIONS } from '$lib/uncertainty/sobolDimensions';
import type { Kernel, Passes } from './kernel';
import { scoreTable } from './scoreTable';

interface Exports extends Omit<Passes, 'scores' | 'floatScores'> {
  readonly memory: WebAssembly.Memory;
  readonly heapBase: WebAssembly.Global;
  scores(bits: number, out: number, rows: number, table: number): void;
  floatScores(bits: number, rows: number, table: number): void;
  sfc32Bits(seed: number, dimensions: number, count: number, block: number, out: number): void;
  sobolBits(directions: number, keys: number, dimensions: number, count: number, block: number, out: number): void;
}

const page = 65_536;
const mostDimensions = 128;

/** @returns `null` where the engine has no WebAssembly SIMD. */
export function createWasmKernel(bytes: BufferSource): Kernel | null {
  try {
    return toKernel(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Exports);
  } catch {
    return null;
  }
}

/** Loads the kernel from its address; `null` when that, or compiling it, fails. Any MIME type will do. */
export async function loadWasmKernel(address: string | URL): Promise<Kernel | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
    return toKernel(instance.exports as unknown as Exports);
  } catch {
    return null;
  }
}

function toKernel(exports: Exports): Kernel {
  const { memory, heapBase, scores, floatScores, sfc32Bits, sobolBits, ...passes } = exports;
  const table = Math.ceil(Number(heapBase.value) / 64) * 64;
  const floatTable = table + 2048 * 32;
  const dimensionList = floatTable + 2048 * 16;
  const directions = dimensionList + mostDimensions * 4;
  const keys = directions + (SOBOL_DIMENSIONS + 1) * 128;
  const start = keys + (SOBOL_DIMENSIONS + 1) * SOBOL_REPLICATES * 4;
  const grow = (bytes: number): void => {
    const missing = Math.ceil(bytes / page) - memory.buffer.byteLength / page;
    if (missing > 0) memory.grow(missing);
  };
  grow(start);
  const scored = scoreTable();
  new Float64Array(memory.buffer, table).set(scored);
  new Float32Array(memory.buffer, floatTable).set(scored);
  let keysOf: number | null = null;
  let ready = new Set<number>();
  let readyLists = new WeakSet<readonly number[]>();

  /** Direction numbers and keys of dimensions, in the places the kernel looks them up. Block after block asks with the same list. */
  function prepare(seed: number, dimensions: readonly number[]): void {
    if (keysOf !== seed) [ready, readyLists] = [new Set(), new WeakSet()];
    keysOf = seed;
    if (readyLists.has(dimensions)) return;
    readyLists.add(dimensions);
    for (const dimension of dimensions) {
      if (ready.has(dimension)) continue;
      ready.add(dimension);
      new Uint32Array(memory.buffer, directions + dimension * 128).set(sobolDirections(dimension));
      new Int32Array(memory.buffer, keys + dimension * SOBOL_REPLICATES * 4).set(sobolKeys(seed, dimension));
    }
  }

  return {
    ...passes,
    name: 'wasm',
    start,
    buffer: () => memory.buffer,
    grow,
    scores: (bits, out, rows) => scores(bits, out, rows, table),
    floatScores: (bits, rows) => floatScores(bits, rows, floatTable),
    drawBits(sampler, seed, dimensions, block, out) {
      new Int32Array(memory.buffer, dimensionList).set(dimensions);
      if (sampler === 'sfc32') return sfc32Bits(seed, dimensionList, dimensions.length, block, out);
      prepare(seed, dimensions);
      sobolBits(directions, keys, dimensionList, dimensions.length, block, out);
    },
  };
}
