/**
 * Customer acquisition cost: marketing and sales cost per new customer.
 *
 * Convention: all cost of winning customers in a period over the customers won in it, none of the cost of keeping them.
 *
 * @param acquisitionSpend money spent on marketing and sales in the period.
 * @param newCustomers customers won in the same period.
 * @returns money per new customer; `null` when nobody was won.
 * @see Farris et al., Marketing Metrics, ch. 5.
 * @example cac(120000, 15) // 8000
 */
export function cac(acquisitionSpend: number, newCustomers: number): number | null {
  return newCustomers > 0 ? acquisitionSpend / newCustomers : null;
}

/**
 * CAC payback: how long one customer's margin takes to cover what winning it cost.
 *
 * Convention: on **margin**, not revenue; undiscounted and without churn.
 *
 * @param acquisitionCost money per new customer (CAC).
 * @param revenue money per customer and period.
 * @param grossMargin ratio of revenue.
 * @returns periods, months when the revenue is monthly; `null` where the margin is 0 or negative: it never pays back.
 * @see model.md 4 and 9.
 * @example cacPayback(1200, 100, 0.8) // 15
 */
export function cacPayback(acquisitionCost: number, revenue: number, grossMargin: number): number | null {
  const margin = revenue * grossMargin;
  return margin > 0 ? acquisitionCost / margin : null;
}

/**
 * LTV to CAC: customer lifetime value per unit of money spent on winning the customer.
 *
 * Convention: a ratio of values, not of counts; the lifetime value is not reduced by the acquisition cost.
 *
 * @param lifetimeValue money per customer; `null` where it diverges.
 * @param acquisitionCost money per new customer (CAC).
 * @returns ratio (3 is "3 : 1"); `null` when winning costs nothing, and where the lifetime value is `null`.
 * @see model.md 4 and 9.
 * @example ltvToCac(24000, 8000) // 3
 */
export function ltvToCac(lifetimeValue: number | null, acquisitionCost: number): number | null {
  return lifetimeValue === null || acquisitionCost === 0 ? null : lifetimeValue / acquisitionCost;
}
