/** What moved recurring revenue in a period. Amounts are not negative. */
export interface RecurringRevenueChange {
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
}

/**
 * Quick ratio: recurring revenue won per unit lost.
 *
 * Convention: (new + expansion) / (contraction + churned), all of recurring revenue in the same period. Not the liquidity ratio.
 *
 * @returns ratio, below 1 when recurring revenue shrinks; `null` when nothing was lost.
 * @see model.md 9; Mamoon Hamid's SaaS quick ratio.
 * @example quickRatio({ new: 12000, expansion: 5000, contraction: 1000, churned: 2000 }) // 5.6667
 */
export function quickRatio({ new: won, expansion, contraction, churned }: RecurringRevenueChange): number | null {
  const lost = contraction + churned;
  return lost === 0 ? null : (won + expansion) / lost;
}

/**
 * Magic number: annualised recurring revenue added in a quarter per unit of marketing and sales spent in the quarter before.
 *
 * Convention: 4 · (revenue of the quarter − revenue of the previous one) / spend of the previous one.
 *
 * @param revenue recurring revenue of the quarter, money.
 * @param previousRevenue recurring revenue of the previous quarter, money.
 * @param previousSpend marketing and sales cost of the previous quarter, money.
 * @returns ratio, negative when revenue shrinks; `null` when nothing was spent.
 * @see model.md 9; Lars Leckie's SaaS magic number.
 * @example magicNumber(1100000, 1000000, 500000) // 0.8
 */
export function magicNumber(revenue: number, previousRevenue: number, previousSpend: number): number | null {
  return previousSpend === 0 ? null : (4 * (revenue - previousRevenue)) / previousSpend;
}

/**
 * The figure compared with 40 % in the rule of 40: growth plus profitability.
 *
 * Convention: the caller says which margin (operating, EBITDA, free cash flow), and prints it; rivals differ by tens of points.
 *
 * @param annualGrowth growth of revenue, ratio a year.
 * @param profitMargin profit over revenue, ratio, of the same year.
 * @returns ratio; 0.4 or more passes the rule.
 * @see model.md 9; Brad Feld (2015), The rule of 40 % for a healthy SaaS company.
 * @example ruleOf40(0.3, 0.15) // 0.45
 */
export function ruleOf40(annualGrowth: number, profitMargin: number): number {
  return annualGrowth + profitMargin;
}
