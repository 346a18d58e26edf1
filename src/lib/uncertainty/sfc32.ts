/**
 * The sfc32 generator of PractRand (Chris Doty-Humphrey): a small, fast, chaotic 32-bit stream with a 128-bit state
 * whose counter guarantees a period of at least 2^32. Of its rivals (PCG, xoshiro, Mulberry) it needs only 32-bit
 * additions, shifts and XORs, which every engine and WASM do alike.
 *
 * @param a first state word (uint32), as are `b` and `c`
 * @param counter usually 1
 * @param warmup outputs thrown away first: 15 in PractRand for a 96-bit seed, 12 for a 64-bit one
 * @returns a function that gives the next uint32 at each call
 *
 * Source: PractRand 0.95, sfc32; known answers of rust-random/rngs.
 * @example sfc32(0, 2, 1, 1, 15)() // 62393272
 */
export function sfc32(a: number, b: number, c: number, counter: number, warmup: number): () => number {
  a |= 0;
  b |= 0;
  c |= 0;
  counter |= 0;
  const next = (): number => {
    const output = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + output) | 0;
    return output >>> 0;
  };
  for (let i = 0; i < warmup; i++) next();
  return next;
}
