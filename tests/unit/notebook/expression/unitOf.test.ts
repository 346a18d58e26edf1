import { describe, expect, it } from 'vitest';
import { parseExpression } from '$lib/notebook/expression/parseExpression';
import { unitOf } from '$lib/notebook/expression/unitOf';
import type { ValueUnit } from '$lib/scenario/outputUnits';

const units: Record<string, ValueUnit> = {
  npv: 'money',
  other: 'money',
  revenue: 'moneyPerYear',
  cost: 'moneyPerMonth',
  payback: 'months',
  churn: 'ratio',
  uplift: 'points',
  customers: 'count',
  leads: 'countPerYear',
  ltv: 'multiple',
};
function check(text: string) {
  const parsed = parseExpression(text, 'canonical');
  if (!parsed.ok) throw new Error(text);
  return unitOf(parsed.value, (path) => units[path] ?? null);
}
const unit = (text: string) => {
  const { unit, warnings } = check(text);
  expect(warnings).toEqual([]);
  return unit;
};

describe('the unit of a formula', () => {
  it('is that of its terms', () => {
    expect(unit('npv - other')).toBe('money');
    expect(unit('npv + 1000')).toBe('money');
    expect(unit('-npv')).toBe('money');
    expect(unit('1 - churn')).toBe('ratio');
    expect(unit('(1 - churn)^12')).toBe('ratio');
    expect(unit('churn + uplift')).toBe('ratio');
    expect(unit('max(npv, 0)')).toBe('money');
    expect(unit('if(churn > 10%, npv, other)')).toBe('money');
    expect(unit('round(payback)')).toBe('months');
    expect(unit('2 + 3')).toBe('multiple');
  });

  it('follows multiplication and division where it is known', () => {
    expect(unit('cost * payback')).toBe('money');
    expect(unit('payback * cost')).toBe('money');
    expect(unit('npv / payback')).toBe('moneyPerMonth');
    expect(unit('npv / cost')).toBe('months');
    expect(unit('npv / other')).toBe('multiple');
    expect(unit('npv / customers')).toBe('money');
    expect(unit('customers * npv')).toBe('money');
    expect(unit('leads * npv')).toBe('moneyPerYear');
    expect(unit('churn * npv')).toBe('money');
    expect(unit('npv * 5%')).toBe('money');
    expect(unit('churn / 2')).toBe('ratio');
    expect(unit('ltv * npv')).toBe('money');
    expect(unit('customers * churn')).toBe('count');
    expect(unit('1 / payback')).toBe('multiple');
    expect(unit('npv^2')).toBe('multiple');
  });

  it('knows that a year has twelve months', () => {
    expect(unit('revenue / 12')).toBe('moneyPerMonth');
    expect(unit('cost * 12')).toBe('moneyPerYear');
    expect(unit('12 * cost')).toBe('moneyPerYear');
    expect(unit('payback / 12')).toBe('multiple');
    expect(unit('revenue / 12 * payback')).toBe('money');
    expect(check('revenue * payback')).toMatchObject({ unit: 'multiple', warnings: [{ tag: 'yearsAndMonths' }] });
    expect(check('payback(npv, revenue)')).toMatchObject({ unit: 'months', warnings: [{ tag: 'yearsAndMonths' }] });
  });

  it("is that of the model's functions", () => {
    expect(unit('npv(10%, -npv, other)')).toBe('money');
    expect(unit('irr(-npv, other)')).toBe('ratio');
    expect(unit('payback(npv, cost)')).toBe('months');
    expect(unit('clv(npv, 1 - churn, 10%)')).toBe('money');
    expect(unit('probability(npv > 0)')).toBe('ratio');
    expect(unit('percentile(npv, 5%)')).toBe('money');
  });

  it('warns of sums and comparisons without a common measure, and still computes', () => {
    expect(check('npv + payback')).toMatchObject({
      unit: 'money',
      warnings: [{ tag: 'mixed', left: 'money', right: 'months' }],
    });
    expect(check('churn > npv').warnings).toMatchObject([{ left: 'ratio', right: 'money' }]);
    expect(check('npv + 5%').warnings).toMatchObject([{ left: 'money', right: 'ratio' }]);
    expect(check('max(npv, churn)').warnings).toHaveLength(1);
    expect(check('ltv + npv').warnings).toHaveLength(1);
    expect(check('(npv + payback) * (churn - customers)').warnings).toHaveLength(2);
  });
});
