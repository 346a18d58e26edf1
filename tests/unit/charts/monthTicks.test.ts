import { expect, test } from 'vitest';
import { monthTicks } from '$lib/charts/monthTicks';

test('a year in a wide chart is named every other month, on a phone every third', () => {
  expect(monthTicks(12, 410, 13, '12 kk')).toEqual([0, 2, 4, 6, 8, 10, 12]);
  expect(monthTicks(12, 170, 13, '12 kk')).toEqual([0, 3, 6, 9, 12]);
});

test('the last month is always named, and the one before it gives way when they would touch', () => {
  expect(monthTicks(37, 410, 13, '37 kk')).toEqual([0, 12, 24, 37]);
  expect(monthTicks(1, 200, 13, '1 kk')).toEqual([0, 1]);
  expect(monthTicks(120, 410, 13, '120 kk')).toEqual([0, 24, 48, 72, 96, 120]);
});

test('every horizon gives ascending ticks from 0 to itself, never more than seven', () => {
  for (let months = 1; months <= 120; months++) {
    const ticks = monthTicks(months, 180, 13, `${months} kk`);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(months);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
  }
});
