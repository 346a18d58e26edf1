import { describe, expect, test } from 'vitest';
import { evaluatePoint } from '$lib/cells/scenario/cell';
import { liveValue } from '$lib/cells/text/liveValue';
import { parseLiveText } from '$lib/notebook/liveText';
import { driverKeys } from '$lib/scenario/drivers';
import { outputUnits } from '$lib/scenario/outputUnits';
import type { Scenario } from '$lib/scenario/scenario';
import { formats, readable, unreadable } from './readable';

/** What a sentence reads as, with the figures between brackets; `?` where there is no such name. */
function read(text: string, language: 'fi' | 'en' = 'fi', scenario: Scenario = {}): string {
  const point = evaluatePoint(scenario);
  return parseLiveText(text)
    .map((segment) => {
      if (segment.tag !== 'value') return segment.tag === 'text' ? segment.text : '~';
      const live = liveValue(point, segment.field, segment.wording, formats[language]);
      return live ? live.before + (live.figure && `[${live.figure}]`) + live.after : '?';
    })
    .map(readable)
    .join('');
}

describe('a figure in a sentence', () => {
  test.each([
    ['{base.payback}', '[3,7 kk]', '[3.7 mo]'],
    ['{base.roi12}', '[369 %]', '[369%]'],
    ['{base.netGain12}', '[222 824 €]', '[€222,824]'],
    ['{base.annualRevenue}', '[18 000 000 €/v]', '[€18,000,000/yr]'],
    ['{base.revenueUplift}', '[7,4 %]', '[7.4%]'],
    ['{base.customers}', '[400]', '[400]'],
    ['{base.horizonMonths}', '[36 kk]', '[36 mo]'],
  ])('%s', (text, fi, en) => {
    expect([read(text, 'fi'), read(text, 'en')]).toEqual([fi, en]);
  });

  test('has its words around it', () => {
    expect(read('Se {base.payback: maksetaan ajassa … eli pian | ei maksa}.')).toBe(
      'Se maksetaan ajassa [3,7 kk] eli pian.',
    );
    expect(read('{base.investment: sijoitus … on tehty}')).toBe('sijoitus [60 393 €] on tehty');
    expect(read('{base.payback: kannattaa | ei kannata}')).toBe('kannattaa');
    expect(read('{base.payback: | ei koskaan}')).toBe('[3,7 kk]');
  });

  test('is a bare number, glued to the word that follows, where the sentence inflects the unit', () => {
    expect(read('{base.payback: maksaa itsensä takaisin # kuukaudessa jo | ei}')).toBe(
      'maksaa itsensä takaisin [3,7 kuukaudessa] jo',
    );
    expect(read('{base.payback: pays back in # months | never}', 'en')).toBe('pays back in [3.7 months]');
    const live = liveValue(
      evaluatePoint({}),
      'payback',
      { before: '', shown: 'number', after: ' kk', never: '' },
      formats.fi,
    );
    expect(live!.figure).toBe('3,7\u00a0kk');
  });

  test('that is a ratio or a sum keeps its own scale when bare', () => {
    expect(read('{base.roi12: # prosenttia}')).toBe('[369 prosenttia]');
    expect(read('{base.roi12: # per cent}', 'en')).toBe('[369 per] cent');
    expect(read('{base.netGain12: # euroa}')).toBe('[222 824 euroa]');
    expect(read('{base.netGain12: #, in euros}', 'en')).toBe('[222,824], in euros');
    expect(read('{base.revenueUplift: # prosenttia}')).toBe('[7,4 prosenttia]');
    expect(read('{base.netGain12: # euroa}', 'fi', { revenueUplift: { value: 0 } })).toBe('[−60 393 euroa]');
    expect(read('{base.roi12: ROI on #}')).toBe('ROI on [369]');
  });
});

describe('"never" in a sentence', () => {
  const hopeless: Scenario = { revenueUplift: { value: 0 } };

  test('is the second wording, without a figure', () => {
    expect(read('Se {base.payback: maksaa … | ei maksa itseään takaisin}.', 'fi', hopeless)).toBe(
      'Se ei maksa itseään takaisin.',
    );
  });

  test('without one is a clause of its own', () => {
    expect(read('Se {base.payback}.', 'fi', hopeless)).toBe('Se ei maksa itseään takaisin 36 kuukaudessa.');
    expect(read('It {base.payback}.', 'en', hopeless)).toBe('It does not pay back within 36 months.');
    expect(read('It {base.payback}.', 'en', { ...hopeless, horizonMonths: { value: 1 } })).toBe(
      'It does not pay back within 1 month.',
    );
    expect(read('{base.clv}', 'fi', { annualGrowth: { value: 0.3 } })).toBe('[kasvaa rajatta]');
  });

  test('of new customers is "as many as leave": the name exists, although there is no number', () => {
    expect(read('Uusia {base.newCustomersPerYear}.')).toBe('Uusia yhtä monta kuin lähtee.');
    expect(read('New: {base.newCustomersPerYear}.', 'en')).toBe('New: as many as leave.');
    expect(read('{base.newCustomersPerYear: … | kuten ennenkin}')).toBe('kuten ennenkin');
    expect(read('{base.newCustomersPerYear}', 'fi', { newCustomersPerYear: { value: 40 } })).toBe('[40/v]');
  });
});

test('every driver and every output can be said, in both languages', () => {
  for (const field of [...driverKeys, ...Object.keys(outputUnits)]) {
    for (const language of ['fi', 'en'] as const) {
      const text = read(`{base.${field}}`, language);
      expect(text.length).toBeGreaterThan(2);
      expect(text).not.toMatch(unreadable);
    }
  }
});

test('a name that the scenario does not publish is told apart, also one that every object has', () => {
  expect(read('{base.luck} {base.constructor} {base.__proto__}')).toBe('? ? ?');
});
