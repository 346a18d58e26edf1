import { bitsRow, blockTrials, groupTrials } from '../layout';
import type { Views } from './views';

const fround = Math.fround;

/** The constants of assembly/shocks.as, as floats. */
const [log2E, c1, c2, c3, c4, c5, memory] = Float32Array.of(
  ...[1.4426950408889634, 0.6931470036506653, 0.24022242426872253, 0.05550733581185341, 0.009671512991189957],
  ...[0.001326472731307149, 0.6],
) as unknown as readonly [number, number, number, number, number, number, number];

/** 1.5·2^23: what is added to it is rounded to a whole number. */
const magic = 12582912;

/** 2^k for k from −126 to 127, at k + 126. */
const powers = new Float32Array(254);
for (let k = 0, power = 1.1754943508222875e-38; k < powers.length; k++, power *= 2) powers[k] = power;

/** 2^x as a float, for |x| < 126; see assembly/shocks.as. */
function floatPower(x: number): number {
  const whole = fround(fround(x + magic) - magic);
  const r = fround(x - whole);
  const r2 = fround(r * r);
  const low = fround(1 + fround(r * c1));
  const middle = fround(c2 + fround(r * c3));
  const high = fround(c4 + fround(r * c5));
  const y = fround(low + fround(r2 * fround(middle + fround(r2 * high))));
  return fround(y * powers[whole + 126]!);
}

export function shocks(
  { f64, f32 }: Views,
  scores: number,
  months: number,
  volatility: number,
  variances: number,
  out: number,
): void {
  for (let trial = 0; trial < blockTrials; trial++) {
    const plain = fround(f64[volatility / 8 + trial]!);
    // With volatility in these units, powers of e are powers of 2.
    const sigma = fround(plain * log2E);
    const halfSquare = fround(fround(sigma * plain) * 0.5);
    let to = out / 4 + Math.floor(trial / groupTrials) * months * groupTrials + (trial % groupTrials);
    let shock = 0;
    for (let month = 0; month < months; month++, to += groupTrials) {
      const score = f32[(scores + month * bitsRow) / 4 + trial]!;
      shock = fround(fround(memory * shock) + fround(sigma * score));
      f32[to] = floatPower(fround(shock - fround(halfSquare * f32[variances / 4 + month]!)));
    }
  }
}
