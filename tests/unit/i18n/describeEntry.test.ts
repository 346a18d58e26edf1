import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { describeEntry } from '$lib/i18n/describeEntry';
import { describeProblem, exampleEntries } from '$lib/i18n/describeProblem';
import { takeAlternative, type Entry, type EntryProblem } from '$lib/i18n/entry';
import { toFormats } from '$lib/i18n/formats';
import { languages, type Language } from '$lib/i18n/language';
import { parseEntry } from '$lib/i18n/parseEntry';
import { driverKeys, driverTable, type Unit } from '$lib/scenario/drivers';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
const formatsOf = (language: Language) => toFormats(language, 'EUR');

function echo(text: string, unit: Unit, language: Language): (string | undefined)[] {
  const result = parseEntry(text, {
    ...{ unit, language, currency: 'EUR', value: 0.1, limits: [-1e12, 1e12], whole: false, uncertain: true },
  });
  if (!result.ok) return [result.problem.tag];
  const { text: said, alternativeText } = describeEntry(result.value, { unit, formats: formatsOf(language) });
  return alternativeText ? [plain(said), plain(alternativeText)] : [plain(said)];
}

describe('the echo of an entry', () => {
  it.each<[text: string, unit: Unit, fi: string[], en: string[]]>([
    ['1.5-2.5M', 'money', ['90 % varmuus: 1,5–2,5 miljoonaa euroa'], ['90% sure: between 1.5 and 2.5 million euros']],
    ['5-10 %', 'ratio', ['90 % varmuus: 5–10 %'], ['90% sure: between 5% and 10%']],
    ['0,0001 % - 20 %', 'ratio', ['90 % varmuus: 0,0001–20 %'], ['90% sure: between 0.0001% and 20%']],
    ['-5…10 %', 'ratio', ['90 % varmuus: −5…10 %'], ['90% sure: between −5% and 10%']],
    ['50-70k', 'money', ['90 % varmuus: 50 000–70 000 euroa'], ['90% sure: between 50,000 and 70,000 euros']],
    [
      '15-20M',
      'moneyPerYear',
      ['90 % varmuus: 15–20 miljoonaa euroa vuodessa'],
      ['90% sure: between 15 and 20 million euros a year'],
    ],
    ['2-4,5', 'months', ['90 % varmuus: 2,0–4,5 kuukautta'], ['90% sure: between 2.0 and 4.5 months']],
    ['1-3', 'points', ['90 % varmuus: 1–3 prosenttiyksikköä'], ['90% sure: between 1 and 3 percentage points']],
    ['30-50', 'countPerYear', ['90 % varmuus: 30–50 vuodessa'], ['90% sure: between 30 and 50 a year']],
    ['50/60/75 %', 'ratio', ['Aina 50–75 %, todennäköisimmin 60 %'], ['Always between 50% and 75%, most likely 60%']],
    ['1.5M', 'money', ['Luettu: 1 500 000 €'], ['Read as €1,500,000']],
    ['2 v', 'months', ['Luettu: 24 kk'], ['Read as 24 mo']],
    [
      '1,735',
      'count',
      ['Luettu: 1,735 (desimaalipilkku).', 'Tarkoititko 1 735?'],
      ['Read as 1,735 (thousand).', 'Did you mean 1.735?'],
    ],
    [
      '1.735',
      'money',
      ['Luettu: 1 735 € (tuhaterotin).', 'Tarkoititko 1,735 €?'],
      ['Read as €1.735 (decimal point).', 'Did you mean €1,735?'],
    ],
    ['0,074', 'ratio', ['Luettu: 0,074 %.', 'Tarkoititko 7,4 %?'], ['Read as 0.074%.', 'Did you mean 7.4%?']],
    [
      '20 ± 5 %',
      'ratio',
      ['90 % varmuus: 19–21 %.', 'Tarkoititko 15–25 %?'],
      ['90% sure: between 19% and 21%.', 'Did you mean between 15% and 25%?'],
    ],
  ])('%s (%s)', (text, unit, fi, en) => {
    expect(echo(text, unit, 'fi')).toEqual(fi);
    expect(echo(text, unit, 'en')).toEqual(en);
  });

  it('says what the ends mean', () => {
    const entry: Entry = { kind: 'range', low: 30, high: 50, ends: 'p10p90' };
    expect(plain(describeEntry(entry, { unit: 'count', formats: formatsOf('fi') }).text)).toBe('80 % varmuus: 30–50');
    expect(describeEntry({ ...entry, ends: 'minmax' }, { unit: 'count', formats: formatsOf('en') }).text).toBe(
      'Always between 30 and 50',
    );
    expect(describeEntry({ kind: 'auto' }, { unit: 'countPerYear', formats: formatsOf('fi') }).text).toBe(
      'Yhtä monta kuin lähtee',
    );
  });

  it('hands the other reading over as an entry, and the first one back', () => {
    const entry: Entry = { kind: 'point', value: 1.735, alternative: 1735, reading: 'decimal' };
    const other: Entry = { kind: 'point', value: 1735, alternative: 1.735, reading: 'thousands' };
    expect(describeEntry(entry, { unit: 'count', formats: formatsOf('fi') }).alternative).toEqual(other);
    expect(takeAlternative(other)).toEqual(entry);
    const range: Entry = { kind: 'range', low: 1, high: 2, ends: 'p5p95', alternative: { low: 3, high: 5, centre: 4 } };
    expect(takeAlternative(range)).toEqual({
      ...{ kind: 'range', low: 3, high: 5, centre: 4, ends: 'p5p95', alternative: { low: 1, high: 2 } },
    });
  });
});

describe('a problem in words', () => {
  const say = (problem: EntryProblem, unit: Unit, language: Language, current: number | null, more = {}) =>
    plain(describeProblem(problem, { unit, formats: formatsOf(language), current, ...more }));

  it('says what happened, what still applies and what can be written', () => {
    const problem = { tag: 'notNumber', text: 'abc' } as const;
    expect(say(problem, 'ratio', 'fi', 0.074)).toBe(
      '”abc” ei ole luku. Arvo 7,4 % on yhä voimassa. Kirjoita esimerkiksi 7,4 % tai 5–10 %.',
    );
    expect(say(problem, 'ratio', 'en', 0.074)).toBe(
      '“abc” is not a number. 7.4% still applies. Write for example 7.4% or 5–10%.',
    );
  });

  it.each<[EntryProblem, Unit, fi: string, en: string]>([
    [
      { tag: 'empty' },
      'months',
      'Kenttä on tyhjä. Arvo 3,0 kk on yhä voimassa.',
      'The field is empty. 3.0 mo still applies.',
    ],
    [
      { tag: 'grouping', text: '12 34' },
      'count',
      'Luvun ”12 34” voi lukea monella tavalla. Arvo 3 on yhä voimassa.',
      '“12 34” can be read in several ways. 3 still applies.',
    ],
    [
      { tag: 'wrongUnit', written: 'kk' },
      'money',
      'Yksikkö ”kk” ei sovi tähän kenttään. Arvo 3 € on yhä voimassa.',
      'The unit “kk” does not fit this field. €3 still applies.',
    ],
    [
      { tag: 'lowAboveHigh', low: 0.1, high: 0.05 },
      'ratio',
      'Alaraja 10 % on suurempi kuin yläraja 5 %. Arvo 300,0 % on yhä voimassa.',
      'The low end, 10%, is above the high end, 5%. 300.0% still applies.',
    ],
  ])('%o', (problem, unit, fi, en) => {
    expect(say(problem, unit, 'fi', 3)).toContain(fi);
    expect(say(problem, unit, 'en', 3)).toContain(en);
  });

  it('lets a limit speak for itself', () => {
    expect(say({ tag: 'aboveLimit', limit: 1 }, 'ratio', 'fi', 0.1)).toBe(
      'Suurin mahdollinen arvo on 100 %. Arvo 10,0 % on yhä voimassa.',
    );
    expect(say({ tag: 'belowLimit', limit: 0 }, 'moneyPerYear', 'en', 100)).toBe(
      'The least possible value is €0/yr. €100/yr still applies.',
    );
    expect(say({ tag: 'aboveLimit', limit: Number.MAX_SAFE_INTEGER }, 'money', 'fi', 100)).toBe(
      'Luku on liian suuri. Arvo 100 € on yhä voimassa.',
    );
  });

  it('offers no range where none is taken, and whole examples of whole numbers', () => {
    expect(say({ tag: 'rangeNotOffered' }, 'months', 'fi', 36, { whole: true, uncertain: false })).toBe(
      'Tähän annetaan yksi luku, ei vaihteluväliä. Arvo 36 kk on yhä voimassa. Kirjoita esimerkiksi 36 kk.',
    );
  });

  it('ends a sentence once', () => {
    expect(say({ tag: 'empty' }, 'points', 'fi', 0.02)).toBe(
      'Kenttä on tyhjä. Arvo 2,0 %-yks. on yhä voimassa. Kirjoita esimerkiksi 2,0 %-yks. tai 1–3 %-yks.',
    );
  });

  it('knows a value that is filled in by the model', () => {
    expect(say({ tag: 'noCentre', value: null }, 'countPerYear', 'fi', null)).toBe(
      'Merkintä ± tarvitsee luvun, jonka ympärille väli lasketaan. Uusia asiakkaita tulee yhä yhtä monta kuin lähtee. Kirjoita esimerkiksi 40/v tai 30–50/v.',
    );
  });

  it('quotes long and invisible text briefly', () => {
    const said = say({ tag: 'notNumber', text: `\u202eabc\n${'x'.repeat(5000)}` }, 'ratio', 'fi', 0.1) ?? '';
    expect(said).toMatch(/^”abc x{19}…” ei ole luku\./);
  });

  it.each(driverKeys)('gives examples that can be written: %s', (key) => {
    for (const language of languages) {
      const definition = { ...driverTable[key], language, currency: 'EUR', value: 1 };
      const examples = exampleEntries({ ...driverTable[key], formats: formatsOf(language) }, definition.uncertain);
      for (const example of examples) expect(parseEntry(example, definition)).toMatchObject({ ok: true });
    }
  });

  test('whatever is typed, the echo or the problem is a sentence without NaN or undefined', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...'0123456789,. -±…/%€kM'.split(''), 'kk', 'n.'), { maxLength: 10 })
        .map((a) => a.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...driverKeys), fc.constantFrom(...languages), text, (key, language, typed) => {
        const definition = driverTable[key];
        const result = parseEntry(typed, { ...definition, language, currency: 'EUR', value: definition.default });
        const context = { ...definition, formats: formatsOf(language), current: definition.default };
        const said = result.ok ? describeEntry(result.value, context).text : describeProblem(result.problem, context);
        expect(said.length).toBeGreaterThan(3);
        expect(said.replace(/[”“].*[”“]/su, '')).not.toMatch(/NaN|∞|Infinity|undefined|null/);
      }),
      { numRuns: 1000 },
    );
  });
});
