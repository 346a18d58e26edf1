/** What happened in a period to the recurring revenue of the customers there were at its start. Amounts are not negative. */
export interface RevenueMovement {
  /** Recurring revenue of the opening customers at the start. */
  readonly opening: number;
  /** What those who stayed buy more. */
  readonly expansion: number;
  /** What those who stayed buy less. */
  readonly contraction: number;
  /** What those who left had bought. */
  readonly churned: number;
}

/**
 * Net revenue retention: how much of the opening customers' recurring revenue is there at the end, growth among them included.
 *
 * Convention: the opening cohort only; new customers never count.
 *
 * @returns ratio, above 1 when expansion outweighs the losses; `null` when there was no opening revenue.
 * @see model.md 9.
 * @example netRevenueRetention({ opening: 100000, expansion: 5000, contraction: 1000, churned: 2000 }) // 1.02
 */
export function netRevenueRetention({ opening, expansion, contraction, churned }: RevenueMovement): number | null {
  return opening === 0 ? null : (opening + expansion - contraction - churned) / opening;
}

/**
 * Gross revenue retention: how much of the opening customers' recurring revenue is kept, expansion left out.
 *
 * Convention: the opening cohort only, and never above 1: growth of some cannot hide the loss of others.
 *
 * @returns ratio, at most 1; `null` when there was no opening revenue.
 * @see model.md 9.
 * @example grossRevenueRetention({ opening: 100000, expansion: 5000, contraction: 1000, churned: 2000 }) // 0.97
 */
export function grossRevenueRetention({ opening, contraction, churned }: RevenueMovement): number | null {
  return opening === 0 ? null : Math.min(1, (opening - contraction - churned) / opening);
}
