import { npv } from './npv';

/**
 * Modified internal rate of return: the growth rate from the outlays, financed at one rate, to the receipts, reinvested at another.
 *
 * Unlike `irr` it is unique and does not assume that receipts earn the return of the project itself.
 * Convention: `flows[k]` at the end of period k, spread over `flows.length − 1` periods (as spreadsheets' MIRR).
 *
 * @param flows money per period, outlays negative.
 * @param financeRate cost of the money tied up, ratio per period, above −1.
 * @param reinvestRate return on the money received, ratio per period, above −1.
 * @returns rate per period; `null` unless there is both an outlay and a receipt.
 * @see Lin (1976), The modified internal rate of return, The Engineering Economist 21(4).
 * @example mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12) // 0.12609413
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number | null {
  const periods = flows.length - 1;
  const outlays = npv(
    financeRate,
    flows.map((flow) => Math.max(0, -flow)),
  );
  const receipts = npv(
    reinvestRate,
    flows.map((flow) => Math.max(0, flow)),
  );
  if (!outlays || !receipts) return null;
  const rate = Math.pow(receipts / outlays, 1 / periods) * (1 + reinvestRate) - 1;
  return Number.isFinite(rate) ? rate : null;
}
