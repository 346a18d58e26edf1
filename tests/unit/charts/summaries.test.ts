import { describe, expect, test } from 'vitest';
import { paybackBins, valueBins } from '$lib/charts/bins';
import { summaryOfCumulativeCash, type CumulativeCash } from '$lib/charts/cumulativeCash';
import { summaryOfDistribution, whyNotDrawn, type Distribution } from '$lib/charts/distribution';
import { summaryOfFanChart } from '$lib/charts/fanChart';
import { chartWords } from '$lib/charts/messages';
import { summaryOfTornado, type Tornado } from '$lib/charts/tornado';
import { toFormats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';
import { evenly, sampleOf } from './sampleOf';

/** Spaces as they are read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const say = <T>(language: Language, build: (data: T, formats: never, words: never) => string, data: T) =>
  plain(build(data, toFormats(language, 'EUR') as never, chartWords[language] as never));

const flat = (value: number) => Float64Array.from({ length: 13 }, () => value);
const bands = { p5: flat(-20_000), p25: flat(100_000), p50: flat(200_000), p75: flat(300_000), p95: flat(500_000) };
const cash: CumulativeCash = {
  point: Array.from({ length: 13 }, (_, month) => -60_000 + 20_000 * month),
  payback: 3,
  bands,
  paybackSpan: { p5: 2, p95: null },
  lastMonth: 12,
};

describe('the cash curve', () => {
  test('says when it pays back and where half and nine tenths of the futures stand', () => {
    expect(say('fi', summaryOfCumulativeCash, cash)).toBe(
      'Ohjelma maksaa itsensä takaisin 3 kuukaudessa; 12 kuukauden kohdalla kertymä on puolessa tulevaisuuksista 100–300 t€ (sisempi vyöhyke) ja 90 %:ssa −20…500 t€ (ulompi vyöhyke).',
    );
    expect(say('en', summaryOfCumulativeCash, cash)).toBe(
      'The programme pays for itself in 3 months; after 12 months the total is €100–300k in half of the futures (inner band) and −€20…500k in 90% of them (outer band).',
    );
  });

  test('without a simulation gives the estimate', () => {
    expect(say('fi', summaryOfCumulativeCash, { ...cash, bands: null, payback: 3.739 })).toBe(
      'Ohjelma maksaa itsensä takaisin 3,7 kuukaudessa; 12 kuukauden kohdalla kertymä on 180 000 €.',
    );
  });

  test('says never within the months shown, also when it pays back later', () => {
    for (const payback of [null, 20]) {
      expect(say('fi', summaryOfCumulativeCash, { ...cash, payback, bands: null })).toContain(
        'Ohjelma ei maksa itseään takaisin 12 kuukaudessa; ',
      );
      expect(say('en', summaryOfCumulativeCash, { ...cash, payback, bands: null })).toContain(
        'The programme does not pay for itself within 12 months; ',
      );
    }
    expect(say('en', summaryOfCumulativeCash, { ...cash, point: [-5, -4], payback: null, bands: null })).toBe(
      'The programme does not pay for itself within 1 month; after 1 month the total is −€4.',
    );
  });

  test('tells that it falls below zero again, and that nothing is invested', () => {
    const point = [-10, 10, -5];
    expect(say('fi', summaryOfCumulativeCash, { ...cash, point, payback: 0.5, bands: null })).toBe(
      'Ohjelma maksaa itsensä takaisin 0,5 kuukaudessa, mutta kertymä painuu myöhemmin taas miinukselle; 2 kuukauden kohdalla kertymä on −5 €.',
    );
    expect(say('en', summaryOfCumulativeCash, { ...cash, point: [0, 10], payback: 0, bands: null })).toBe(
      'Nothing is invested in the programme; after 1 month the total is €10.',
    );
  });
});

function payback(values: number[]): Distribution {
  const sample = sampleOf(values);
  const name = 'takaisinmaksuaika';
  return { name, sample, kind: 'months', bins: paybackBins(sample, 36), horizonMonths: 36, threshold: 6, asked: 'atMost' }; // prettier-ignore
}
const never = (count: number) => Array.from({ length: count }, () => Infinity);

describe('a payback', () => {
  test('half, and the slow tail', () => {
    expect(say('fi', summaryOfDistribution, payback(evenly(2, 12, 1000)))).toBe(
      'Puolessa tulevaisuuksista takaisinmaksuaika on 4,5–9,5 kk; 5 %:ssa se on yli 11,5 kk.',
    );
  });

  test('a few that never pay back lie in the slow tail', () => {
    expect(say('fi', summaryOfDistribution, payback([...evenly(2, 12, 980), ...never(20)]))).toContain(
      ' tai ohjelma ei maksa itseään takaisin lainkaan.',
    );
  });

  test('more than 5 % never, more than a quarter, more than half, all', () => {
    expect(say('fi', summaryOfDistribution, payback([...evenly(2, 12, 900), ...never(100)]))).toMatch(
      /^Puolessa tulevaisuuksista takaisinmaksuaika on [\d,]+–[\d,]+ kk; 10 %:ssa ohjelma ei maksa itseään takaisin 36 kuukaudessa\.$/,
    );
    expect(say('fi', summaryOfDistribution, payback([...evenly(2, 12, 600), ...never(400)]))).toMatch(
      /^Puolessa tulevaisuuksista takaisinmaksuaika on enintään [\d,]+ kk; 40 %:ssa ohjelma ei maksa/,
    );
    expect(say('fi', summaryOfDistribution, payback([...evenly(2, 12, 300), ...never(700)]))).toBe(
      'Ohjelma maksaa itsensä takaisin 30 %:ssa tulevaisuuksista, muissa ei 36 kuukaudessa.',
    );
    expect(say('en', summaryOfDistribution, payback(never(10)))).toBe(
      'The programme does not pay for itself within 36 months in any future.',
    );
  });
});

function value(values: number[], kind: Distribution['kind'] = 'percent'): Distribution {
  const sample = sampleOf(values);
  return { name: 'ROI', sample, kind, bins: valueBins(sample), horizonMonths: null, threshold: 0, asked: 'atLeast' };
}

describe('any other value', () => {
  test('half, and both tails', () => {
    expect(say('fi', summaryOfDistribution, value(evenly(-1, 3, 1000)))).toBe(
      'Puolessa tulevaisuuksista ROI on 0–200 %; 5 %:ssa se on alle −80 % ja 5 %:ssa yli 280 %.',
    );
    expect(say('en', summaryOfDistribution, value(evenly(-1, 3, 1000)))).toBe(
      'In half of the futures the ROI is 0–200%; in 5% it is below −80% and in 5% above 280%.',
    );
  });

  test('past what can be written, one sentence in place of a chart', () => {
    const npv = (values: number[], kind: Distribution['kind'] = 'money', language: 'fi' | 'en' = 'en') => {
      const data = { ...value([1, 2], kind), name: language === 'fi' ? 'tulos' : 'result', sample: sampleOf(values) };
      const why = whyNotDrawn(data, toFormats(language, 'EUR'), chartWords[language]);
      if (why) expect(say(language, summaryOfDistribution, data)).toBe(plain(why));
      return why && plain(why);
    };
    expect(npv(evenly(-1e296, 9e296, 1000))).toBe(
      'In 100% of the futures the result is over €1,000tn or below −€1,000tn, which is too large to be drawn.',
    );
    expect(npv(evenly(0, 4e15, 1000))).toBe(
      'In 75% of the futures the result is over €1,000tn, which is too large to be drawn.',
    );
    expect(npv(evenly(1e20, 1e21, 10), 'multiple', 'fi')).toBe(
      '100 %:ssa tulevaisuuksista tulos on yli 1 000 bilj., mikä on liian suuri luku piirrettäväksi.',
    );
    expect(npv(evenly(1e-13, 1e-12, 10), 'multiple')).toBe(
      'In 100% of the futures the result is closer to zero than 0.000000001, which is too small to be drawn.',
    );
    expect(npv(evenly(1e13, 2e13, 10), 'percent')).toMatch(/^In 100% of the futures the result is over 1,000tn%,/);
    expect(npv([0, 0, 0])).toBeNull();
    expect(npv([...evenly(0, 1, 90), ...never(10)])).toBeNull();
    expect(npv(evenly(-1e14, 1e14, 10))).toBeNull();
  });

  test('two values, each with its share', () => {
    const times = (count: number, of: number) => Array<number>(count).fill(of);
    const holds = { ...value([...times(93, 1), ...times(7, 0)], 'multiple'), name: 'result', decimals: 0 };
    expect(say('en', summaryOfDistribution, holds)).toBe('In 93% of the futures the result is 1, in 7% it is 0.');
    expect(say('fi', summaryOfDistribution, { ...holds, name: 'tulos' })).toBe(
      '93 %:ssa tulevaisuuksista tulos on 1, 7 %:ssa 0.',
    );
    // A rare one is not said to be none.
    expect(say('en', summaryOfDistribution, { ...holds, sample: sampleOf([...times(1999, 0), 1]) })).toBe(
      'In 99.95% of the futures the result is 0, in 0.05% it is 1.',
    );
  });

  test('nothing is said to lie past an end that is the last', () => {
    const told = (language: 'fi' | 'en', values: number[]) =>
      say(language, summaryOfDistribution, { ...value(values), name: language === 'fi' ? 'tulos' : 'result' });
    const zeros = Array<number>(300).fill(0);
    const ones = Array<number>(200).fill(1);
    expect(told('en', [...zeros, ...evenly(0, 1, 700)])).toMatch(/; it is always at least 0% and in 5% above 9\d%\.$/);
    expect(told('fi', [...zeros, ...evenly(0, 1, 700)])).toMatch(/; se on aina vähintään 0 % ja 5 %:ssa yli 9\d %\.$/);
    expect(told('en', [...evenly(0, 1, 800), ...ones])).toMatch(
      /; in 5% it is below \d%, and it is always at most 100%\.$/,
    );
    expect(told('en', [...zeros, ...evenly(0, 1, 500), ...ones])).toMatch(
      /; it is always at least 0% and at most 100%\.$/,
    );
    // Where values repeat, the share past a percentile is its own.
    expect(
      told('en', [...Array<number>(580).fill(0), ...Array<number>(400).fill(1), ...Array<number>(20).fill(2)]),
    ).toBe('In half of the futures the result is 0–100%; it is always at least 0% and in 2% above 100%.');
    expect(
      told('en', [...Array<number>(880).fill(0), ...Array<number>(100).fill(1), ...Array<number>(20).fill(2)]),
    ).toBe('In 88% of the futures the result is 0%; it is always at least 0% and in 2% above 100%.');
  });

  test('without spread, and without a value', () => {
    expect(say('fi', summaryOfDistribution, value([3.69, 3.69]))).toBe('Kaikissa tulevaisuuksissa ROI on 369 %.');
    expect(say('fi', summaryOfDistribution, value([...evenly(1, 2, 90), ...never(10)]))).toContain(
      '; 10 %:ssa sillä ei ole arvoa.',
    );
    expect(say('en', summaryOfDistribution, value([1, ...never(9)]))).toBe(
      'In 90% of the futures there is no value: the ROI grows without limit.',
    );
    expect(say('en', summaryOfDistribution, value(never(9)))).toBe(
      'In 100% of the futures there is no value: the ROI grows without limit.',
    );
  });
});

test('a fan', () => {
  const data = { series: 'customers', bands: { p5: flat(390), p25: flat(395), p50: flat(400), p75: flat(405), p95: flat(410) }, point: flat(400), lastMonth: 36 } as const; // prettier-ignore
  expect(say('fi', summaryOfFanChart, data)).toBe(
    '12 kuukauden kohdalla asiakasmäärä on puolessa tulevaisuuksista 395–405 (sisempi vyöhyke) ja 90 %:ssa 390–410 (ulompi vyöhyke).',
  );
  expect(say('en', summaryOfFanChart, { ...data, bands: null })).toBe(
    'After 12 months the number of customers is 400.',
  );
});

describe('a tornado', () => {
  const row = (low: number | null, high: number | null) => ({
    name: 'Liikevaihdon lisäys',
    low: { output: low, driverText: '2,5 %' },
    high: { output: high, driverText: '12,3 %' },
    swing: null,
  });
  const tornado = (low: number | null, high: number | null): Tornado => ({
    outputName: 'takaisinmaksuaika',
    kind: 'months',
    base: 3.7,
    rows: [row(low, high)],
  });

  test('names the driver that decides', () => {
    expect(say('fi', summaryOfTornado, tornado(8.1, 2.8))).toBe(
      'Liikevaihdon lisäys ratkaisee eniten: kun muut pysyvät ennallaan, takaisinmaksuaika on sen P10–P90-välillä 2,8–8,1 kk.',
    );
  });

  test('one end never, both never, no difference, no rows', () => {
    expect(say('fi', summaryOfTornado, tornado(null, 2.8))).toContain('toisessa päässä 2,8 kk, toisessa ei koskaan.');
    expect(say('fi', summaryOfTornado, tornado(null, null))).toContain('takaisinmaksuaika on yhä ”ei koskaan”.');
    expect(say('fi', summaryOfTornado, tornado(3.7, 3.7))).toBe(
      'Mikään oletus ei siirrä tulosta: takaisinmaksuaika pysyy samana.',
    );
    expect(say('en', summaryOfTornado, { ...tornado(1, 2), rows: [] })).toBe('No assumption has a range.');
  });
});
