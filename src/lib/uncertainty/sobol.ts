import { SOBOL_DIRECTION_NUMBERS } from './sobolDirectionNumbers';

/** Independent scrambles the trials are dealt to; the spread of their estimates is the error bar. */
export const SOBOL_REPLICATES = 16;

const directions: Uint32Array[] = [];

/** The 32 direction numbers of a dimension, as bits of the fraction from the top. */
export function sobolDirections(dimension: number): Uint32Array {
  const known = directions[dimension];
  if (known) return known;
  const made = new Uint32Array(32);
  if (dimension === 1) made.forEach((_, i) => (made[i] = 1 << (31 - i)));
  else {
    const line = SOBOL_DIRECTION_NUMBERS.split('\n')[dimension - 2];
    if (line === undefined) throw new Error(`unknown Sobol' dimension: ${dimension}`);
    const [polynomial = 0, ...initial] = line.split(' ').map(Number);
    const degree = initial.length;
    for (let i = 0; i < 32; i++) {
      if (i < degree) made[i] = initial[i]! << (31 - i);
      else {
        let bits = made[i - degree]! ^ (made[i - degree]! >>> degree);
        for (let k = 1; k < degree; k++) if ((polynomial >> (degree - 1 - k)) & 1) bits ^= made[i - k]!;
        made[i] = bits;
      }
    }
  }
  directions[dimension] = made;
  return made;
}

/**
 * One coordinate of one point of the plain Sobol' sequence, as 32 bits of its fraction (divide by 2³²), addressed by its
 * index in Gray-code order, the order of Joe & Kuo's own program and of scipy. Point 0 is the origin and is kept:
 * the first 2^m points form a net only with it.
 *
 * @param dimension 1 to 320
 * @param index uint32, from 0
 * @returns uint32
 *
 * Source: Bratley & Fox (1988), ACM TOMS algorithm 659; Joe & Kuo (2008).
 * @example sobolPoint(2, 2) / 2 ** 32 // 0.25
 */
export function sobolPoint(dimension: number, index: number): number {
  const numbers = sobolDirections(dimension);
  let bits = 0;
  for (let gray = index ^ (index >>> 1), i = 0; gray !== 0; gray >>>= 1, i++) if (gray & 1) bits ^= numbers[i]!;
  return bits >>> 0;
}

/**
 * The same coordinate after Owen's nested uniform scrambling, done by hashing the reversed bits (Burley 2020). Each bit
 * is flipped or not by a coin that depends on all the bits above it: every elementary interval keeps exactly its share
 * of points, while each point becomes uniform. The hash is Vegdahl's, whose coins are fairer than those of Burley's.
 *
 * @param dimension 1 to 320
 * @param index uint32, from 0, in Gray-code order
 * @param seed uint32 of the run
 * @param replicate which independent scramble, 0 to 15
 * @returns uint32
 *
 * Source: Burley (2020), JCGT 9(4):1–20; Vegdahl (2021), "Building a better LK hash", psychopath.io.
 * @example scrambledSobol(1, 0, 1, 0) !== scrambledSobol(1, 0, 1, 1) // replicates differ
 */
export function scrambledSobol(dimension: number, index: number, seed: number, replicate: number): number {
  return reverseBits(scrambleReversed(reverseBits(sobolPoint(dimension, index)), keyOf(seed, dimension, replicate)));
}

/**
 * Fills `out` with scrambled Sobol' uniforms, strictly inside (0, 1), of one driver for one block of 256 trials:
 * trial i is point ⌊i/16⌋ of replicate i mod 16, so that more trials extend every replicate and move no earlier point.
 * Use 16·2^m trials: other counts are unbalanced.
 *
 * @param seed uint32
 * @param dimension the driver's fixed dimension, 1 to 320
 * @param block ⌊trial/256⌋
 * @param out overwritten; as long as the block (a shorter one gets the first trials)
 *
 * @example
 * const out = new Float64Array(256);
 * fillSobolUniforms(1, 2, 0, out); // out[16·p + r] is point p of replicate r
 */
export function fillSobolUniforms(seed: number, dimension: number, block: number, out: Float64Array): void {
  for (let replicate = 0; replicate < SOBOL_REPLICATES; replicate++) {
    keys[replicate] = keyOf(seed, dimension, replicate);
  }
  const first = block * 16;
  for (let start = 0; start < out.length; start += SOBOL_REPLICATES) {
    const reversed = reverseBits(sobolPoint(dimension, first + start / SOBOL_REPLICATES));
    const end = Math.min(SOBOL_REPLICATES, out.length - start);
    for (let replicate = 0; replicate < end; replicate++) {
      const bits = reverseBits(scrambleReversed(reversed, keys[replicate]!));
      out[start + replicate] = (bits + 0.5) / 4294967296;
    }
  }
}

const keys = new Int32Array(SOBOL_REPLICATES);

/** The scrambling keys of a dimension, one per replicate: what a twin of `fillSobolUniforms` needs besides the directions. */
export function sobolKeys(seed: number, dimension: number): Int32Array {
  return Int32Array.from({ length: SOBOL_REPLICATES }, (_, replicate) => keyOf(seed, dimension, replicate));
}

/** A key per seed, dimension and replicate: each goes through a full mix, so that neighbours have nothing in common. */
function keyOf(seed: number, dimension: number, replicate: number): number {
  return mix(mix(mix(seed) ^ dimension) ^ replicate);
}

/** murmur3's finalizer, moved off its fixed point 0. */
function mix(x: number): number {
  x = (x + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** Only carries upwards: a bit of the result depends on the same and lower bits of x, that is on higher digits. */
function scrambleReversed(x: number, key: number): number {
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + key) | 0;
  x = Math.imul(x, (key >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

function reverseBits(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}
