import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { evaluateScenario } from '$lib/scenario/evaluateScenario';

/** Months of benefit lost, from the two figures that were published: payback 3.7 and 369 % (model.md 4). */
const closedForm = (lost: number, roi: number) => lost + (12 - lost) / (1 + roi);

describe('the published example (domain.md, source 3)', () => {
  const outputs = evaluateScenario(defaultDrivers);

  test('comes out as printed: 3.7 months, 369 %, 222 824 €', () => {
    expect(outputs.payback).toBeCloseTo(3.739, 4);
    expect(outputs.roi12).toBeCloseTo(3.6896, 4);
    expect(Math.round(outputs.netGain12)).toBe(222_824);
  });

  test('agrees with the closed form that fixes the lost months at 1.5', () => {
    expect(outputs.payback).toBeCloseTo(closedForm(1.5, outputs.roi12!), 12);
  });

  test('by hand: 10.5 months of 18 M€ / 12 · 7.4 % · 24.3 %, less 60 392.50 €', () => {
    const month = (18_000_000 / 12) * 0.074 * 0.243;
    expect(outputs.netGain12).toBeCloseTo(10.5 * month - 60_392.5, 6);
    expect(outputs.payback).toBeCloseTo(1.5 + 60_392.5 / month, 9);
    expect(outputs.netGain).toBeCloseTo(34.5 * month - 60_392.5, 6);
  });

  test.each([
    [0, '2.2'],
    [6, '5.2'],
  ])('moving only the ramp slider to %d months gives %s', (rampMonths, months) => {
    expect(evaluateScenario({ ...defaultDrivers, rampMonths }).payback!.toFixed(1)).toBe(months);
  });

  test.each([
    [0, '2.6'],
    [6, '4.8'],
  ])('with a ramp of %d months and the investment fitted to keep 369 %%, payback is %s', (rampMonths, months) => {
    const benefit = (12 - rampMonths / 2) * (18_000_000 / 12) * 0.074 * 0.243;
    const fitted = evaluateScenario({ ...defaultDrivers, rampMonths, investment: benefit / (1 + outputs.roi12!) });
    expect(fitted.roi12).toBeCloseTo(outputs.roi12!, 9);
    expect(fitted.payback!.toFixed(1)).toBe(months);
  });

  test('investment and margin cancel: only the lost months and the return decide the payback', () => {
    const investment = fc.double({ min: 1e3, max: 1e6, noNaN: true });
    const grossMargin = fc.double({ min: 0.01, max: 1, noNaN: true });
    const ramp = fc.double({ min: 0, max: 6, noNaN: true });
    fc.assert(
      fc.property(investment, grossMargin, ramp, (investment, grossMargin, rampMonths) => {
        const { payback, roi12 } = evaluateScenario({ ...defaultDrivers, investment, grossMargin, rampMonths });
        // The closed form holds once the effect is full, and ends within the 12 months of the return.
        fc.pre(payback !== null && payback >= Math.ceil(rampMonths) && payback <= 12);
        expect(payback).toBeCloseTo(closedForm(rampMonths / 2, roi12!), 9);
      }),
    );
  });
});
