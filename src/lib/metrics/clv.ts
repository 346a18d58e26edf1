/**
 * When a period's margin arrives, and whether the first one is certain:
 * - `immediate`: a new customer pays on day one, then at the start of every period it stays for;
 * - `endOfPeriod`: an existing customer has just paid, and pays again after every period it stays for;
 * - `arrears`: billed after the period, the first one certain;
 * - `midPeriod`: earned evenly over the period, the first one certain.
 */
export type ClvTiming = 'immediate' | 'endOfPeriod' | 'arrears' | 'midPeriod';

export interface ClvAssumptions {
  /** Money per customer and period, after the cost of serving. */
  readonly margin: number;
  /** Share of customers who stay from one period to the next, 0–1. */
  readonly retention: number;
  /** Ratio per period, above −1. */
  readonly discountRate: number;
  readonly timing?: ClvTiming;
  /** Growth of the margin per period, ratio. The first margin is `margin` itself. */
  readonly growth?: number;
  /** Whole number of margins counted; `null` or absent: as long as the customer lives. */
  readonly periods?: number | null;
}

/** Why a customer lifetime value has no finite sum. */
export type ClvDivergence =
  /** Money hardly loses value with time and customers hardly ever leave: it diverges without any growth. */
  | 'retention'
  /** The margin grows faster than churn and discounting shrink it. */
  | 'growth'
  /** A discount rate of −100 % or less has no meaning. */
  | 'discountRate';

/**
 * Customer lifetime value: the present value of the margins one customer is expected to bring.
 *
 * Rival conventions differ by a factor of up to (1 + d)/r, so `timing` chooses one by name and stands beside the figure. Over an
 * infinite horizon: `immediate` m(1+d)/D, `endOfPeriod` m·r/D, `arrears` m/D, `midPeriod` m·√(1+d)/D, where D = 1 + d − r(1+g):
 * growth is in the denominator only. With `periods`, the sum of that many margins.
 *
 * @returns money per customer, negative when the margin is; 0 over no periods, and for `endOfPeriod` at retention 0 (the other
 *   timings keep one margin). `null` when it diverges, r(1+g) ≥ 1+d: `clvDivergence` says why. A finite horizon never diverges.
 * @see Gupta & Lehmann (2005), Managing Customers as Investments, ch. 2; Farris et al., Marketing Metrics, ch. 5; Fader & Hardie,
 *   Reconciling and clarifying CLV formulas.
 * @example clv({ margin: 1, retention: 0.8, discountRate: 0.1, timing: 'endOfPeriod' }) // 2.67
 */
export function clv(assumptions: ClvAssumptions): number | null {
  const { margin, retention, discountRate, timing = 'midPeriod', periods = null } = assumptions;
  if (!(discountRate > -1)) return null;
  const multiple = periods === null ? infiniteSum(assumptions) : partialSum(assumptions, periods);
  if (multiple === null) return null;
  const value = margin * firstFactor(timing, retention, discountRate) * multiple;
  return Number.isFinite(value) ? value : null;
}

/**
 * Why the infinite-horizon `clv` is `null`, for putting into words; `null` when it is finite.
 *
 * @returns `discountRate` at −1 and below; `retention` when it would diverge without growth too (r ≥ 1+d); otherwise `growth`.
 * @see model.md 5.
 * @example clvDivergence({ margin: 100, retention: 0.98, discountRate: 0.01, growth: 0.05 }) // 'growth'
 */
export function clvDivergence({ retention, discountRate, growth = 0 }: ClvAssumptions): ClvDivergence | null {
  if (!(discountRate > -1)) return 'discountRate';
  if (shrinkage({ retention, discountRate, growth }) > 0) return null;
  return shrinkage({ retention, discountRate }) > 0 ? 'growth' : 'retention';
}

/**
 * The share of an infinite-horizon lifetime value that comes only **after** a number of periods: (r(1+g)/(1+d))^periods.
 *
 * It tells how much of the figure rests on the far future; the share earned by then is one minus it. The same for every timing and margin.
 *
 * @param periods how many are over; monthly assumptions and 60 give the share earned after year 5.
 * @returns ratio 0–1; 1 after no periods; `null` where the value diverges.
 * @see model.md 4.
 * @example clvShareAfter({ margin: 100, retention: 0.8, discountRate: 0.1 }, 5) // 0.20
 */
export function clvShareAfter(assumptions: ClvAssumptions, periods: number): number | null {
  if (clvDivergence(assumptions) !== null) return null;
  return Math.pow(Math.max(0, 1 - shrinkage(assumptions)), Math.max(0, periods));
}

type Decay = Pick<ClvAssumptions, 'retention' | 'discountRate' | 'growth'>;

/** How much smaller each expected, discounted margin is than the one before: 1 − r(1+g)/(1+d). Zero or less diverges. */
function shrinkage({ retention, discountRate, growth = 0 }: Decay): number {
  const shrunk = 1 - (retention * (1 + growth)) / (1 + discountRate);
  // 0.88 · 1.25 and 1.1 are equal to the reader; the rounding error between them must not become a value of 10¹⁵.
  return Math.abs(shrunk) <= 4 * Number.EPSILON ? 0 : shrunk;
}

function infiniteSum(decay: Decay): number | null {
  const shrunk = shrinkage(decay);
  return shrunk > 0 && shrunk < 2 ? 1 / shrunk : null;
}

function partialSum(decay: Decay, periods: number): number {
  if (periods <= 0) return 0;
  const shrunk = shrinkage(decay);
  if (shrunk === 0) return periods;
  // log1p and expm1 keep the digits that 1 − ratioᵖ loses near a ratio of one.
  const lost = shrunk < 1 ? -Math.expm1(periods * Math.log1p(-shrunk)) : 1 - Math.pow(1 - shrunk, periods);
  return lost / shrunk;
}

/** Present value, at the decision, of one unit of the first margin. */
function firstFactor(timing: ClvTiming, retention: number, discountRate: number): number {
  switch (timing) {
    case 'immediate':
      return 1;
    case 'endOfPeriod':
      return retention / (1 + discountRate);
    case 'arrears':
      return 1 / (1 + discountRate);
    case 'midPeriod':
      return 1 / Math.sqrt(1 + discountRate);
  }
}
