/**
 * The history formula: average purchase × purchases a year × expected years.
 *
 * The naive rival of `clv`, offered beside it and labelled so: revenue instead of margin, no churn beyond the assumed years and no
 * discounting, so it is a sum of sales and not a value.
 *
 * @param averagePurchase money per purchase.
 * @param purchasesPerYear count a year.
 * @param years expected length of the relationship.
 * @returns money, undiscounted revenue; 0 when any of them is.
 * @see model.md 5; Gupta & Lehmann, Managing Customers as Investments, ch. 2, on what it leaves out.
 * @example historyValue(250, 4, 5) // 5000
 */
export function historyValue(averagePurchase: number, purchasesPerYear: number, years: number): number {
  return averagePurchase * purchasesPerYear * years;
}
