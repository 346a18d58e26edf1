import { describe, expect, test } from 'vitest';
import { driverWords } from '$lib/i18n/driverWords';
import { languages } from '$lib/i18n/language';
import { defaultDrivers, driverKeys, driverTable, type DriverDefinition } from '$lib/scenario/drivers';

const rows = driverKeys.map((key) => [key, driverTable[key] as DriverDefinition] as const);

test('every driver draws from a dimension of its own, 1–64', () => {
  const dimensions = rows.map(([, { dimension }]) => dimension);
  expect(new Set(dimensions).size).toBe(dimensions.length);
  expect(dimensions.every((dimension) => Number.isInteger(dimension) && dimension >= 1 && dimension <= 64)).toBe(true);
});

test('a dimension is never changed: a seed sent in a link reproduces its figures for ever', () => {
  expect(Object.fromEntries(rows.map(([key, { dimension }]) => [key, dimension]))).toEqual({
    annualRevenue: 1,
    customers: 2,
    grossMargin: 3,
    annualChurn: 4,
    annualGrowth: 5,
    newCustomersPerYear: 6,
    acquisitionCost: 7,
    investment: 8,
    runningCost: 9,
    revenueUplift: 10,
    marginUplift: 11,
    churnReduction: 12,
    acquisitionUplift: 13,
    rampMonths: 14,
    delayMonths: 15,
    fadePerYear: 16,
    attribution: 17,
    successProbability: 18,
    discountRate: 19,
    horizonMonths: 20,
    monthlyVolatility: 21,
  });
});

test('the defaults are those of model.md 2', () => {
  expect(defaultDrivers).toEqual({
    annualRevenue: 18_000_000,
    customers: 400,
    grossMargin: 0.243,
    annualChurn: 0.1,
    annualGrowth: 0,
    newCustomersPerYear: null,
    acquisitionCost: 8000,
    investment: 60_392.5,
    runningCost: 0,
    revenueUplift: 0.074,
    marginUplift: 0,
    churnReduction: 0,
    acquisitionUplift: 0,
    rampMonths: 3,
    delayMonths: 0,
    fadePerYear: 0,
    attribution: 1,
    successProbability: 1,
    discountRate: 0.1,
    horizonMonths: 36,
    monthlyVolatility: 0,
  });
});

describe.each(rows)('%s', (key, { default: usual, limits, slider, step, whole, uncertain }) => {
  test('has a default inside its slider, and a slider inside its hard limits', () => {
    if (usual !== null) expect(usual).toBeGreaterThanOrEqual(slider[0]);
    if (usual !== null) expect(usual).toBeLessThanOrEqual(slider[1]);
    expect(slider[0]).toBeGreaterThanOrEqual(limits[0]);
    expect(slider[1]).toBeLessThanOrEqual(limits[1]);
    expect(slider[0]).toBeLessThan(slider[1]);
  });

  test('steps by something that its slider is many times of', () => {
    expect(step).toBeGreaterThan(0);
    expect((slider[1] - slider[0]) / step).toBeGreaterThanOrEqual(20);
    if (whole) expect([...limits, ...slider, step].every(Number.isInteger)).toBe(true);
  });

  test('has a name and an explanation in every language', () => {
    for (const language of languages) {
      const { label, short, explanation } = driverWords[language][key];
      expect([label, short, explanation].every((text) => text.trim() !== '')).toBe(true);
    }
  });

  test('takes no range where model.md 1 offers none', () => {
    expect(uncertain).toBe(!['horizonMonths', 'customers', 'successProbability'].includes(key));
  });
});
