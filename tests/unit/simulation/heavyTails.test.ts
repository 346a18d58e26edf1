import { describe, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import type { FanBands, SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import type { Range } from '$lib/uncertainty/range';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { kernels } from './runs';

const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;
const bands = Object.keys(shares) as (keyof typeof shares)[];

const lognormal = (low: number, high: number): Range => ({ shape: 'lognormal', ends: 'p5p95', low, high });
const request = (ranges: SimulationRequest['ranges']): SimulationRequest => ({
  drivers: { ...defaultDrivers, monthlyVolatility: 0 },
  ranges,
  seed: 3,
  trials: 16_384,
});

/** Month 0 of a series is one driver, whose percentiles are known. */
function expectMonth0(fan: FanBands, quantile: (share: number) => number): void {
  const spread = quantile(0.75) - quantile(0.25);
  for (const band of bands) {
    const exact = quantile(shares[band]);
    // Beside the bins there is what so many trials cannot know of a far tail.
    const sampling = 0.03 * Math.abs(exact);
    expect(Math.abs(fan[band][0]! - exact), band).toBeLessThan(spread / 25 + sampling);
  }
}

describe.each(kernels)('a far tail leaves the fan its shape, %s', (_, kernel) => {
  const revenue = (range: Range) => simulate(request({ annualRevenue: range }), 1, kernel()).fan.revenue;
  const cash = (range: Range) => simulate(request({ investment: range }), 1, kernel()).fan.cumulative;

  test.each([
    [2e6, 1.6e8],
    [1e6, 1e9],
  ])('revenue from %d to %d a year', (low, high) => {
    const range = lognormal(low, high);
    expectMonth0(revenue(range), (share) => toDistribution(range).quantile(share) / 12);
  });

  test.each([
    [1e3, 1e5],
    [1e3, 1e7],
  ])('an investment from %d to %d', (low, high) => {
    const range = lognormal(low, high);
    expectMonth0(cash(range), (share) => -toDistribution(range).quantile(1 - share));
  });

  test('over many powers of ten no line is where no future is, nor farther off than a picture shows', () => {
    const [drawn, spent] = [revenue(lognormal(1e3, 1e11)), cash(lognormal(1, 1e9))];
    for (const band of bands) {
      expect(drawn[band][0], band).toBeGreaterThan(0);
      expect(spent[band][0], band).toBeLessThan(0);
    }
    const exact = toDistribution(lognormal(1, 1e9)).quantile;
    for (const band of bands)
      expect(Math.abs(spent[band][0]! + exact(1 - shares[band])) / exact(0.95), band).toBeLessThan(0.05);
  });
});
