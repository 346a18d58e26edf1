import { describe, expect, it } from 'vitest';
import { driverWords, groupWords } from '$lib/i18n/driverWords';
import { defineMessages, languages, plural } from '$lib/i18n/language';
import { outputWords } from '$lib/i18n/outputWords';
import { driverKeys, driverTable } from '$lib/scenario/drivers';

describe('message tables', () => {
  const messages = defineMessages({
    fi: { saved: 'Tallessa', trials: ({ count }: { count: string }) => `${count} koetta` },
    en: { saved: 'Saved', trials: ({ count }) => `${count} trials` },
  });

  it('say the same in each language', () => {
    expect([messages.fi.saved, messages.en.trials({ count: '4,096' })]).toEqual(['Tallessa', '4,096 trials']);
  });

  it('do not compile when a language lacks a key, adds one, or takes other parameters', () => {
    const fi = { saved: 'Tallessa', trials: ({ count }: { count: string }) => count };
    // @ts-expect-error a missing key
    defineMessages({ fi, en: { saved: 'Saved' } });
    // @ts-expect-error a key too many
    defineMessages({ fi, en: { saved: 'Saved', trials: ({ count }) => count, lost: 'Lost' } });
    // @ts-expect-error another parameter
    defineMessages({ fi, en: { saved: 'Saved', trials: ({ number }: { number: string }) => number } });
    // @ts-expect-error text where a function is needed
    defineMessages({ fi, en: { saved: 'Saved', trials: 'trials' } });
    // @ts-expect-error a missing key in a group
    defineMessages({ fi: { group: { a: 'a', b: 'b' } }, en: { group: { a: 'a' } } });
    expect(defineMessages({ fi, en: { saved: 'Saved', trials: ({ count }) => count } }).fi.saved).toBe('Tallessa');
  });

  it('take the singular of exactly one', () => {
    const forms = { one: 'asiakas', other: 'asiakasta' };
    expect([0, 1, 1.5, 2].map((n) => plural('fi', n, forms))).toEqual([
      'asiakasta',
      'asiakas',
      'asiakasta',
      'asiakasta',
    ]);
  });
});

describe.each(languages)('names in %s', (language) => {
  it('tell the drivers of a group apart', () => {
    for (const group of ['today', 'programme', 'finance'] as const) {
      const shorts = driverKeys
        .filter((key) => driverTable[key].group === group)
        .map((key) => driverWords[language][key].short);
      expect(new Set(shorts).size).toBe(shorts.length);
      expect(groupWords[language][group]).not.toBe('');
    }
    const labels = driverKeys.map((key) => driverWords[language][key].label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('explain each driver in one sentence', () => {
    for (const key of driverKeys) {
      expect(driverWords[language][key].explanation).toMatch(/^\p{Lu}[^!]*[^.]\.$/u);
      expect(driverWords[language][key].explanation.slice(0, -1)).not.toMatch(/\. /);
    }
  });

  it('tell the outputs apart', () => {
    const labels = Object.values(outputWords[language]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
