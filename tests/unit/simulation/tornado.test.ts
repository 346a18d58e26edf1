import { describe, expect, it } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';
import { tornado } from '$lib/simulation/tornado';
import type { Range } from '$lib/uncertainty/range';

const uniform = (low: number, high: number): Range => ({ shape: 'uniform', ends: 'minmax', low, high });

describe('tornado', () => {
  it('moves one driver at a time from its P10 to its P90', () => {
    const [row] = tornado(defaultDrivers, { revenueUplift: uniform(0, 0.1) }, 'npv');
    expect(row!.low.driverValue).toBeCloseTo(0.01, 12);
    expect(row!.high.driverValue).toBeCloseTo(0.09, 12);
    expect(row!.low.output).toBe(evaluateScenario({ ...defaultDrivers, revenueUplift: row!.low.driverValue }).npv);
    expect(row!.high.output).toBe(evaluateScenario({ ...defaultDrivers, revenueUplift: row!.high.driverValue }).npv);
    expect(row!.swing).toBe(row!.high.output! - row!.low.output!);
  });

  it('puts the largest swing first, and a swing into "never" before all', () => {
    const rows = tornado(
      { ...defaultDrivers, horizonMonths: 12 },
      { investment: uniform(60_000, 61_000), revenueUplift: uniform(-0.1, 0.1), rampMonths: uniform(1, 6) },
      'payback',
    );
    expect(rows.map((row) => row.driver)).toEqual(['revenueUplift', 'rampMonths', 'investment']);
    expect(rows[0]).toMatchObject({ low: { output: null }, swing: Infinity });
  });

  it('gives no swing to what an output does not depend on', () => {
    const [row] = tornado(defaultDrivers, { rampMonths: uniform(1, 6) }, 'clv');
    expect(row!.swing).toBe(0);
  });

  it('is empty when nothing is uncertain', () => {
    expect(tornado(defaultDrivers, {}, 'npv')).toEqual([]);
  });
});
