const bits = new BigInt64Array(1);
const float = new Float64Array(bits.buffer);

/** How many doubles apart two numbers are. Equal numbers (also ±0, NaN and NaN) are 0 apart. */
export function ulpsApart(a: number, b: number): number {
  if (a === b || (a !== a && b !== b)) return 0;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Doubles in order, numbered. */
function rank(x: number): bigint {
  float[0] = x;
  const word = bits[0]!;
  return word >= 0n ? word : -(word & 0x7fffffffffffffffn);
}
