import { describe, expect, test } from 'vitest';
import { neverPaysBack, outputNever, outputText, outputValue } from '$lib/i18n/outputText';
import { defaultDrivers } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';
import { outputUnits } from '$lib/scenario/outputUnits';
import { formats, readable, unreadable } from '../cells/readable';

const keys = Object.keys(outputUnits) as OutputKey[];

describe('a value', () => {
  test.each<[OutputKey, number, string, string]>([
    ['roi12', 3.6896, '369 %', '369%'],
    ['payback', 3.739, '3,7 kk', '3.7 mo'],
    ['npv', 744_024.77, '744 025 €', '€744,025'],
    ['npv', -60_392.5, '−60 393 €', '−€60,393'],
    ['revenueAtHorizon', 19_332_000, '19 332 000 €/v', '€19,332,000/yr'],
    ['ltvToCacProgramme', 7.3476, '7,3', '7.3'],
    ['profitabilityIndex', 13.32, '13,3', '13.3'],
    ['customersAtHorizon', 412.4, '412', '412'],
    ['netRevenueRetention', 0.9, '90 %', '90%'],
    ['lifetimeMonths', 114.4, '114,4 kk', '114.4 mo'],
  ])('of %s %d stands in its unit', (key, value, fi, en) => {
    expect([readable(outputValue(key, value, formats.fi)), readable(outputValue(key, value, formats.en))]).toEqual([
      fi,
      en,
    ]);
    expect(outputText(key, value, defaultDrivers, formats.fi)).toBe(outputValue(key, value, formats.fi));
  });
});

describe('what is never', () => {
  test.each<[OutputKey, string, string]>([
    ['payback', 'ei 36 kk:ssa', 'not in 36 mo'],
    ['discountedPayback', 'ei 36 kk:ssa', 'not in 36 mo'],
    ['roi12', 'ei kustannuksia', 'nothing is spent'],
    ['roiHorizon', 'ei kustannuksia', 'nothing is spent'],
    ['profitabilityIndex', 'ei kustannuksia', 'nothing is spent'],
    ['scenarioIrr', 'ei yksikäsitteistä', 'no single rate'],
    ['clv', 'kasvaa rajatta', 'grows without end'],
    ['customerEquity', 'kasvaa rajatta', 'grows without end'],
    ['ltvToCac', 'kasvaa rajatta', 'grows without end'],
    ['cacPayback', 'kate ei kata', 'margin never covers it'],
    ['lifetimeMonths', 'ei poistumaa', 'nobody leaves'],
  ])('has its words: %s', (key, fi, en) => {
    expect(outputText(key, null, defaultDrivers, formats.fi)).toBe(fi);
    expect(outputText(key, null, defaultDrivers, formats.en)).toBe(en);
  });

  test('has words whichever output it is', () => {
    for (const key of keys) {
      for (const language of ['fi', 'en'] as const) {
        const words = outputNever(key, defaultDrivers, formats[language]);
        expect(words).not.toBe('');
        expect(words).not.toMatch(unreadable);
      }
    }
  });

  test('of LTV:CAC tells a cost of zero from a value without end', () => {
    const free = { ...defaultDrivers, acquisitionCost: 0 };
    expect(outputNever('ltvToCac', free, formats.fi)).toBe('CAC on nolla');
    expect(outputNever('ltvToCacProgramme', free, formats.en)).toBe('CAC is zero');
  });

  test('as a clause has the month in the right number', () => {
    expect(neverPaysBack(36, formats.fi)).toBe('ei maksa itseään takaisin 36 kuukaudessa');
    expect(neverPaysBack(1, formats.fi)).toBe('ei maksa itseään takaisin 1 kuukaudessa');
    expect(neverPaysBack(36, formats.en)).toBe('does not pay back within 36 months');
    expect(neverPaysBack(1, formats.en)).toBe('does not pay back within 1 month');
  });
});
