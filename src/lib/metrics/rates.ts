/**
 * The monthly rate that compounds to an annual effective rate: (1 + annual)^(1/12) − 1.
 *
 * Effective, never annual/12 (a nominal rate): 12 % a year is 0.949 % a month.
 *
 * @param annualRate ratio a year, at least −1.
 * @returns ratio a month; −1 stays −1. Throws below −1, where no monthly rate exists.
 * @see Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2.
 * @example toMonthlyRate(0.12) // 0.00948879
 */
export function toMonthlyRate(annualRate: number): number {
  return Math.expm1(Math.log1p(atLeastMinusOne(annualRate)) / 12);
}

/**
 * The annual effective rate that a monthly rate compounds to: (1 + monthly)^12 − 1.
 *
 * Effective, never monthly · 12.
 *
 * @param monthlyRate ratio a month, at least −1.
 * @returns ratio a year; −1 stays −1. Throws below −1.
 * @see Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2.
 * @example toAnnualRate(0.01) // 0.12682503
 */
export function toAnnualRate(monthlyRate: number): number {
  return Math.expm1(12 * Math.log1p(atLeastMinusOne(monthlyRate)));
}

/**
 * The share of customers lost each month when `annualChurn` of them are lost in a year: 1 − (1 − annual)^(1/12).
 *
 * Compounded, never annual/12: 20 % a year is 1.84 % a month, not 1.67 %.
 *
 * @param annualChurn ratio a year, at most 1.
 * @returns ratio a month; 0 stays 0 and 1 stays 1. Throws above 1.
 * @see Farris et al., Marketing Metrics, ch. 5; model.md 1.
 * @example toMonthlyChurn(0.2) // 0.01842347
 */
export function toMonthlyChurn(annualChurn: number): number {
  return 0 - toMonthlyRate(-annualChurn);
}

/**
 * The share of customers lost in a year when `monthlyChurn` of those left are lost each month: 1 − (1 − monthly)^12.
 *
 * Compounded, never monthly · 12: 3 % a month is 30.6 % a year, not 36 %.
 *
 * @param monthlyChurn ratio a month, at most 1.
 * @returns ratio a year; 0 stays 0 and 1 stays 1. Throws above 1.
 * @see Farris et al., Marketing Metrics, ch. 5; model.md 1.
 * @example toAnnualChurn(0.03) // 0.30615764
 */
export function toAnnualChurn(monthlyChurn: number): number {
  return 0 - toAnnualRate(-monthlyChurn);
}

function atLeastMinusOne(rate: number): number {
  if (!(rate >= -1)) throw new RangeError(`rate below -1: ${rate}`);
  return rate;
}
