import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enterDriver, isSceptical, moveDriver, restoreDriver, toggleSceptic } from '$lib/cells/scenario/editScenario';
import { defaultDrivers, driverKeys } from '$lib/scenario/drivers';
import { driverState, sameDriver, toDrivers, type Scenario } from '$lib/scenario/scenario';

const range = { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 } as const;
const home: Scenario = { revenueUplift: { value: 0.074, range: { ...range, at: 0.074 } } };
const same = (a: Scenario, b: Scenario) =>
  driverKeys.every((key) => sameDriver(driverState(a, key), driverState(b, key)));

describe('a driver that is moved', () => {
  test('is stored, and not at all when it is back at its default without a range', () => {
    const moved = moveDriver({}, 'customers', 500);
    expect(moved).toEqual({ customers: { value: 500 } });
    expect(moveDriver(moved, 'customers', 400)).toEqual({});
  });

  test('keeps the range that was stated, also at its default', () => {
    const moved = moveDriver(home, 'revenueUplift', 0.1);
    expect(moved.revenueUplift).toEqual({ value: 0.1, range: { ...range, at: 0.074 } });
    expect(moveDriver(moved, 'revenueUplift', 0.074)).toEqual(home);
  });

  test('leaves the others as they are', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...driverKeys), value, (key, value) => {
        expect(toDrivers(moveDriver(home, key, value))).toEqual({ ...defaultDrivers, [key]: value });
      }),
    );
  });
});

describe('a driver that is typed', () => {
  test('carries its range, stated at the value beside it', () => {
    const entered = enterDriver({}, 'grossMargin', { value: 0.243, range });
    expect(entered).toEqual({ grossMargin: { value: 0.243, range: { ...range, at: 0.243 } } });
  });

  test('as a point loses its range', () => {
    expect(enterDriver(home, 'revenueUplift', { value: 0.074, range: null })).toEqual({});
    expect(enterDriver(home, 'revenueUplift', { value: 0.08, range: null })).toEqual({
      revenueUplift: { value: 0.08 },
    });
  });

  test('may be as many new customers as leave', () => {
    const some = enterDriver({}, 'newCustomersPerYear', { value: 50, range: null });
    expect(enterDriver(some, 'newCustomersPerYear', { value: null, range: null })).toEqual({});
  });
});

test('a driver that is put back is what it is at home, range and all', () => {
  const away = enterDriver(home, 'revenueUplift', { value: 0.2, range: null });
  expect(restoreDriver(away, 'revenueUplift', home)).toEqual(home);
  expect(restoreDriver(moveDriver({}, 'customers', 5), 'customers', home)).toEqual({});
});

describe('the sceptic', () => {
  test('credits the programme with half, and all of it again', () => {
    const sceptical = toggleSceptic(home, home);
    expect(toDrivers(sceptical).attribution).toBe(0.5);
    expect([isSceptical(home, home), isSceptical(sceptical, home)]).toEqual([false, true]);
    expect(toggleSceptic(sceptical, home)).toEqual(home);
  });

  test('toggles back exactly from whatever else was changed, and whatever credit home gives', () => {
    const credit = fc.double({ min: 0, max: 1, noNaN: true });
    const ranged = { ...range, at: 0.8 };
    fc.assert(
      fc.property(credit, fc.boolean(), fc.integer({ min: 1, max: 999 }), (credit, uncertain, customers) => {
        const own: Scenario = {
          ...home,
          attribution: uncertain ? { value: credit, range: ranged } : { value: credit },
        };
        const changed = moveDriver(own, 'customers', customers);
        expect(toDrivers(toggleSceptic(changed, own)).attribution).toBe(credit / 2);
        expect(same(toggleSceptic(toggleSceptic(changed, own), own), changed)).toBe(true);
      }),
    );
  });
});
