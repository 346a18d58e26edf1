import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { fillUniforms } from '$lib/uncertainty/uniformBlock';
import type { SamplerName } from '$lib/simulation/result';
import { bitsRow, blockTrials, scoreRow } from '../layout';
import { scoreTable } from '../scoreTable';
import type { Views } from './views';

const row = new Float64Array(blockTrials);

/** The 32 bits behind each uniform, (x + ½)/2³². */
export function drawBits(
  { u32 }: Views,
  sampler: SamplerName,
  seed: number,
  dimensions: readonly number[],
  block: number,
  out: number,
): void {
  const fill = sampler === 'sobol' ? fillSobolUniforms : fillUniforms;
  dimensions.forEach((dimension, r) => {
    fill(seed, dimension, block, row);
    const at = (out + r * bitsRow) / 4;
    for (let i = 0; i < blockTrials; i++) u32[at + i] = row[i]! * 4294967296 - 0.5;
  });
}

let table: Float64Array | null = null;
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
/** Which of a double's words holds its exponent. */
const high = new Uint32Array(Float64Array.of(1).buffer)[1] === 0x3ff00000 ? 1 : 0;

export function scores({ i32, f64 }: Views, bits: number, out: number, rows: number): void {
  table ??= scoreTable();
  for (let r = 0; r < rows; r++) {
    const from = (bits + r * bitsRow) / 4;
    const to = (out + r * scoreRow) / 8;
    for (let i = 0; i < blockTrials; i++) {
      const x = i32[from + i]!;
      const upper = x >> 31;
      number[0] = (x ^ upper) + 0.5;
      const cell = ((words[high]! >>> 14) - 65408) * 4; // 1022·64: the exponent of ½, six bits further down
      words[high] = (words[high]! & 0x3fff) | 0x3ff00000;
      const f = number[0] - 1;
      const size = table[cell]! + f * table[cell + 1]! + f * f * (table[cell + 2]! + f * table[cell + 3]!);
      f64[to + i] = upper === 0 ? -size : size;
    }
  }
}

let floatTable: Float32Array | null = null;
const float = new Float32Array(1);
const floatWord = new Uint32Array(float.buffer);

export function floatScores({ i32, f32 }: Views, bits: number, rows: number): void {
  floatTable ??= Float32Array.from(scoreTable());
  const fround = Math.fround;
  for (let r = 0; r < rows; r++) {
    const at = (bits + r * bitsRow) / 4;
    for (let i = at; i < at + blockTrials; i++) {
      const x = i32[i]!;
      const upper = x >> 31;
      const p = fround(fround(x ^ upper) + 0.5);
      float[0] = 2147483520 < p ? 2147483520 : p;
      const cell = ((floatWord[0]! >>> 17) - 8064) * 4; // 126·64: the exponent of ½, six bits further down
      floatWord[0] = (floatWord[0]! & 0x1ffff) | 0x3f800000;
      const f = fround(float[0]! - 1);
      const left = fround(floatTable[cell]! + fround(f * floatTable[cell + 1]!));
      const bend = fround(floatTable[cell + 2]! + fround(f * floatTable[cell + 3]!));
      const size = fround(left + fround(fround(f * f) * bend));
      f32[i] = upper === 0 ? -size : size;
    }
  }
}

export function uniforms({ u32, f64 }: Views, bits: number, out: number): void {
  for (let i = 0; i < blockTrials; i++) f64[out / 8 + i] = (u32[bits / 4 + i]! + 0.5) * (1 / 4294967296);
}
