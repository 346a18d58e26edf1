import fc from 'fast-check';
import { driverKeys, driverTable, type DriverKey, type Drivers } from '$lib/scenario/drivers';

const steps = 1e6;
/** Numbers as people state them: evenly spread with both ends, and none of the doubles next to nothing. */
const real = (min: number, max: number) =>
  fc.integer({ min: 0, max: steps }).map((step) => min + ((max - min) * step) / steps);

/** Cases a company could type: everything moves, nothing absurd. */
export const usualDrivers: fc.Arbitrary<Drivers> = fc.record({
  annualRevenue: real(1e5, 1e9),
  customers: fc.integer({ min: 1, max: 10_000 }),
  grossMargin: real(0, 0.9),
  annualChurn: real(0, 0.9),
  acquisitionCost: real(0, 1e5),
  annualGrowth: real(-0.3, 0.5),
  newCustomersPerYear: fc.option(real(0, 1000)),
  investment: real(0, 1e7),
  revenueUplift: real(-0.3, 1),
  rampMonths: real(0, 24),
  runningCost: real(0, 1e5),
  marginUplift: real(0, 0.1),
  churnReduction: real(0, 1),
  acquisitionUplift: real(0, 1),
  delayMonths: real(0, 24),
  fadePerYear: real(0, 1),
  attribution: real(0, 1),
  successProbability: real(0, 1),
  discountRate: real(0, 0.5),
  horizonMonths: fc.integer({ min: 1, max: 120 }),
  monthlyVolatility: real(0, 0.2),
});

function anyValue(key: DriverKey): fc.Arbitrary<number | null> {
  const { limits, slider, whole, default: usual } = driverTable[key];
  const [min, max] = limits;
  const edges = fc.constantFrom<number | null>(
    min,
    max,
    ...slider,
    usual,
    ...(min < 0 ? [-1e-9, 0] : [-0, min + 1e-9]),
  );
  const inside = fc.double({ min, max, noNaN: true });
  const sums = fc.integer({ min: 0, max: 15 }).map((power) => 10 ** power);
  const all = max > 1e9 ? fc.oneof(edges, inside, sums) : fc.oneof(edges, inside);
  return all.map((value) => (value !== null && whole ? Math.min(max, Math.max(min, Math.round(value))) : value));
}

/** Everything the hard limits let in: both ends of each driver, the smallest and the largest doubles between. */
export const allowedDrivers = fc.record(
  Object.fromEntries(driverKeys.map((key) => [key, anyValue(key)])),
) as unknown as fc.Arbitrary<Drivers>;
