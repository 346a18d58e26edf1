import { blockTrials, groupTrials, scoreRow } from '../layout';
import type { Views } from './views';

/** 1.5·2^52: what is added to it is rounded to a whole number. */
const magic = 6755399441055744;

/** 2^k for k from −1022 to 1023, at k + 1022. */
const powers = new Float64Array(2046);
for (let k = 0, power = 2.2250738585072014e-308; k < powers.length; k++, power *= 2) powers[k] = power;

/** e^x within 3·10^−8 for |x| < 700; see assembly/shocks.as. */
function shortExp(x: number): number {
  const k = x * 1.4426950408889634 + magic - magic;
  const r = x - k * 0.6931471805599453;
  const r2 = r * r;
  const middle = 0.4999998326175337 + r * 0.16666602565366148;
  const high = 0.04167390515440789 + r * 0.008358954014843652 + r2 * 0.001332866980877675;
  return (1 + r + r2 * (middle + r2 * high)) * powers[k + 1022]!;
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
    const sigma = f64[volatility / 8 + trial]!;
    const halfSquare = sigma * sigma * 0.5;
    let to = out / 4 + Math.floor(trial / groupTrials) * months * groupTrials + (trial % groupTrials);
    let shock = 0;
    for (let month = 0; month < months; month++, to += groupTrials) {
      shock = 0.6 * shock + sigma * f64[(scores + month * scoreRow) / 8 + trial]!;
      f32[to] = shortExp(shock - halfSquare * f64[variances / 8 + month]!);
    }
  }
}
