/**
 * The driver table: every number a scenario is made of, in one place (model.md 2).
 * Unit, limits, steps, default, group and the fixed dimension of its random draws stand here; words stand in `i18n`.
 */

/** What a driver's number means. Ratios are 0–1 everywhere; percent exists only where text is made. */
export type Unit =
  'money' | 'moneyPerYear' | 'moneyPerMonth' | 'count' | 'countPerYear' | 'ratio' | 'points' | 'months';

export type DriverGroup = 'today' | 'programme' | 'finance';

export interface DriverDefinition {
  readonly group: DriverGroup;
  readonly unit: Unit;
  /** The published case (model.md 4). `null` only for `newCustomersPerYear`: as many as leave. */
  readonly default: number | null;
  /** What the equations need; nothing outside is accepted. */
  readonly limits: readonly [min: number, max: number];
  /** Where the slider begins and ends before a typed figure stretches it. */
  readonly slider: readonly [min: number, max: number];
  /** One press of an arrow key; Shift takes a tenth of it, Page keys ten. */
  readonly step: number;
  /** Folded away until asked for, or until changed. */
  readonly advanced: boolean;
  /** Only whole numbers are meaningful. */
  readonly whole: boolean;
  /** May carry a range. */
  readonly uncertain: boolean;
  /** Fixed dimension of its draws, 1–64; never reused, whatever is added (model.md 6). */
  readonly dimension: number;
}

const money = Number.MAX_SAFE_INTEGER;

function driver(
  dimension: number,
  group: DriverGroup,
  unit: Unit,
  value: number | null,
  limits: readonly [number, number],
  slider: readonly [number, number],
  step: number,
  { advanced = false, whole = false, uncertain = true } = {},
): DriverDefinition {
  return { group, unit, default: value, limits, slider, step, advanced, whole, uncertain, dimension };
}

const advanced = true;

export const driverTable = {
  annualRevenue: driver(1, 'today', 'moneyPerYear', 18_000_000, [0, money], [0, 40_000_000], 100_000),
  customers: driver(2, 'today', 'count', 400, [1, money], [1, 1000], 10, { whole: true, uncertain: false }),
  grossMargin: driver(3, 'today', 'ratio', 0.243, [-1, 1], [0, 0.6], 0.001),
  annualChurn: driver(4, 'today', 'ratio', 0.1, [0, 1], [0, 0.4], 0.005),
  acquisitionCost: driver(7, 'today', 'money', 8000, [0, money], [0, 20_000], 100),
  annualGrowth: driver(5, 'today', 'ratio', 0, [-0.99, 10], [-0.1, 0.3], 0.005, { advanced }),
  newCustomersPerYear: driver(6, 'today', 'countPerYear', null, [0, money], [0, 200], 1, { advanced }),
  investment: driver(8, 'programme', 'money', 60_392.5, [0, money], [0, 150_000], 500),
  revenueUplift: driver(10, 'programme', 'ratio', 0.074, [-1, 10], [0, 0.2], 0.001),
  rampMonths: driver(14, 'programme', 'months', 3, [0, 120], [0, 12], 0.1),
  runningCost: driver(9, 'programme', 'moneyPerMonth', 0, [0, money], [0, 20_000], 100, { advanced }),
  marginUplift: driver(11, 'programme', 'points', 0, [-1, 1], [-0.05, 0.1], 0.001, { advanced }),
  churnReduction: driver(12, 'programme', 'ratio', 0, [-1, 1], [0, 0.5], 0.01, { advanced }),
  acquisitionUplift: driver(13, 'programme', 'ratio', 0, [-1, 10], [0, 0.5], 0.01, { advanced }),
  delayMonths: driver(15, 'programme', 'months', 0, [0, 120], [0, 12], 0.5, { advanced }),
  fadePerYear: driver(16, 'programme', 'ratio', 0, [0, 1], [0, 1], 0.01, { advanced }),
  attribution: driver(17, 'programme', 'ratio', 1, [0, 1], [0, 1], 0.01, { advanced }),
  successProbability: driver(18, 'programme', 'ratio', 1, [0, 1], [0, 1], 0.01, { advanced, uncertain: false }),
  discountRate: driver(19, 'finance', 'ratio', 0.1, [-0.99, 10], [0, 0.3], 0.005),
  horizonMonths: driver(20, 'finance', 'months', 36, [1, 120], [1, 120], 1, { whole: true, uncertain: false }),
  monthlyVolatility: driver(21, 'finance', 'ratio', 0, [0, 1], [0, 0.2], 0.005, { advanced }),
} as const satisfies Record<string, DriverDefinition>;

export type DriverKey = keyof typeof driverTable;

/** Every driver key, in the order they are shown. */
export const driverKeys = Object.keys(driverTable) as DriverKey[];

export function isDriverKey(key: string): key is DriverKey {
  return Object.hasOwn(driverTable, key);
}

/** The numbers of one scenario: money in the notebook's currency, ratios 0–1, months. */
export type Drivers = { readonly [Key in Exclude<DriverKey, 'newCustomersPerYear'>]: number } & {
  /** `null`: as many new customers as leave. */
  readonly newCustomersPerYear: number | null;
};

export const defaultDrivers = Object.fromEntries(driverKeys.map((key) => [key, driverTable[key].default])) as Drivers;
